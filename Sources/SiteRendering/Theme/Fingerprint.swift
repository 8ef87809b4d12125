internal import CDigest
package import SiteModel

/// An asset of the theme under the name that its content gives it, so that browsers may keep it for ever.
package struct PublishedAsset: Sendable {
    /// `style.css` becomes `/assets/style.3f2a….css`.
    package let permalink: Permalink
    /// For the `integrity` attribute: `sha384-…`.
    package let integrity: String
    package let bytes: [UInt8]

    init(_ file: ThemeFile) {
        let digest = sha384(file.bytes)
        let name = file.name.dropFirst("assets/".count)
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let short = digest.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        permalink = Permalink("/assets/\(name[..<dot]).\(short)\(name[dot...])")
        integrity = "sha384-" + base64(digest)
        bytes = file.bytes
    }
}

private func sha384(_ bytes: [UInt8]) -> [UInt8] {
    var state = SHA2_CTX()
    SHA384Init(&state)
    SHA384Update(&state, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: Int(SHA384_DIGEST_LENGTH))
    SHA384Final(&digest, &state)
    return digest
}

/// RFC 4648 section 4, for lengths that need no padding.
private func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for index in stride(from: 0, to: bytes.count - bytes.count % 3, by: 3) {
        let word = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
        for shift in [18, 12, 6, 0] { text.append(alphabet[word >> shift & 63]) }
    }
    return String(decoding: text, as: UTF8.self)
}
