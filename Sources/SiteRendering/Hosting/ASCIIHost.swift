import SiteModel

/// A host and its port in the letters that headers may hold: small ones of ASCII, others by Punycode (RFC 3492). Nil where it has
/// characters that no host has.
func asciiHost(_ host: some StringProtocol) -> String? {
    let labels = normalized(host.lowercased()).split(separator: ".", omittingEmptySubsequences: false)
    var encoded: [String] = []
    for label in labels {
        let isPlain = label.utf8.allSatisfy { $0 < 0x80 }
        guard let label = isPlain ? String(label) : punycode(label).map({ "xn--" + $0 }) else { return nil }
        encoded.append(label)
    }
    let whole = encoded.joined(separator: ".")
    let isHost = whole.utf8.allSatisfy { byte in
        (0x30...0x3A).contains(byte) || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5B, 0x5D, 0x5F].contains(byte)
    }
    return isHost ? whole : nil
}

/// The parameters of RFC 3492 section 5.
private let (base, lowest, highest, skew, damp) = (36, 1, 26, 38, 700)

private func punycode(_ label: Substring) -> String? {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    // No name of the DNS has a longer one, and the time that this takes grows with its square.
    guard scalars.count < 63 else { return nil }
    var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
    let plain = output.count
    if plain > 0 { output.append(0x2D) }
    var (limit, delta, bias, done) = (0x80, 0, 72, plain)
    while done < scalars.count {
        guard let next = scalars.filter({ $0 >= limit }).min() else { return nil }
        delta += (next - limit) * (done + 1)
        limit = next
        for scalar in scalars {
            if scalar < limit { delta += 1 }
            guard scalar == limit else { continue }
            appendNumber(delta, bias, &output)
            bias = adapted(delta, done + 1, isFirst: done == plain)
            delta = 0
            done += 1
        }
        delta += 1
        limit += 1
    }
    return String(decoding: output, as: UTF8.self)
}

private func appendNumber(_ number: Int, _ bias: Int, _ output: inout [UInt8]) {
    var (rest, position) = (number, base)
    while true {
        let threshold = min(max(position - bias, lowest), highest)
        if rest < threshold { break }
        output.append(digit(threshold + (rest - threshold) % (base - threshold)))
        rest = (rest - threshold) / (base - threshold)
        position += base
    }
    output.append(digit(rest))
}

private func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26) }

private func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var rest = isFirst ? delta / damp : delta / 2
    rest += rest / count
    var position = 0
    while rest > (base - lowest) * highest / 2 {
        rest /= base - lowest
        position += base
    }
    return position + (base - lowest + 1) * rest / (rest + skew)
}
