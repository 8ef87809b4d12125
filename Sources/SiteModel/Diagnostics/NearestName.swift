/// The known name that a misspelt one most likely meant.
package struct NearName: Sendable, Equatable {
    package var name: String
    /// The part that differs is nearly the same, and no other name is about as near, so that it can be taken without asking.
    package var isClear: Bool

    package init(name: String, isClear: Bool) {
        self.name = name
        self.isClear = isClear
    }

    /// `did you mean 'title'?`
    package var question: String { "did you mean '\(name)'?" }

    /// The name with the marks that stand around it.
    package func between(_ left: String, _ right: String = "") -> NearName {
        NearName(name: left + name + right, isClear: isClear)
    }

    /// The name in the place of the misspelt one.
    package func fix(_ word: String, at location: SourceLocation) -> Fix? {
        isClear ? Fix(word, with: name, in: location) : nil
    }

    /// The same for a word and a mark behind it, which tell it from others of its letters.
    package func fix(_ word: String, with mark: String, at location: SourceLocation) -> Fix? {
        isClear ? Fix(word, with: name + mark, in: location) : nil
    }

    package func fix(_ word: Placed<String>) -> Fix? { fix(word.value, at: word.location) }
}

/// The known name that a misspelt one most likely meant, or nil when none is near.
///
/// Near means: at most a third of the letters differ, by insertion, deletion, replacement or a swap of neighbours
/// (the optimal string alignment distance); letter case does not count. Ties go to the name that comes first. It is clear where
/// every other name is farther by two at least and the parts of a path that differ are near by themselves.
package func nearName(to word: String, among names: some Sequence<String>) -> NearName? {
    let wanted = Array(word.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    var others = Int.max
    for name in names where name != best?.name {
        let known = Array(name.lowercased().unicodeScalars)
        let limit = max(1, max(wanted.count, known.count) / 3)
        guard abs(wanted.count - known.count) <= limit + 1 else { continue }
        let distance = alignmentDistance(wanted, known)
        if distance <= limit, distance < best?.distance ?? .max {
            others = min(others, best?.distance ?? .max)
            best = (name, distance)
        } else {
            others = min(others, distance)
        }
    }
    return best.map { NearName(name: $0.name, isClear: others >= $0.distance + 2 && isPlain($0.distance, word, $0.name)) }
}

/// Whether the difference is one of spelling. Short words and other numbers are other things; a long way to both does not make
/// them more alike.
private func isPlain(_ distance: Int, _ word: String, _ name: String) -> Bool {
    let isSeparator: (Unicode.Scalar) -> Bool = { $0 == "/" || $0 == "#" }
    var left = word.lowercased().unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)[...]
    var right = name.lowercased().unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)[...]
    while let one = left.first, let other = right.first, one.elementsEqual(other) {
        left.removeFirst()
        right.removeFirst()
    }
    while let one = left.last, let other = right.last, one.elementsEqual(other) {
        left.removeLast()
        right.removeLast()
    }
    let length = max(left.reduce(0) { $0 + $1.count }, right.reduce(0) { $0 + $1.count })
    let digits = [word, name].map { $0.unicodeScalars.filter { ("0"..."9").contains($0) } }
    return length == 0 || (length >= 3 && distance <= max(1, length / 3) && digits[0].elementsEqual(digits[1]))
}

package func nearestName(to word: String, among names: some Sequence<String>) -> String? {
    nearName(to: word, among: names)?.name
}

private func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 0..<left.count {
        var row = [i + 1]
        for j in 0..<right.count {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[right.count]
}
