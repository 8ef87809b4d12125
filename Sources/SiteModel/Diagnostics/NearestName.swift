/// The known name that a misspelt one most likely meant, or nil when none is near.
///
/// Near means: at most a third of the letters differ, by insertion, deletion, replacement or a swap of neighbours
/// (the optimal string alignment distance); letter case does not count. Ties go to the name that comes first.
package func nearestName(to word: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for name in names {
        let known = Array(name.lowercased().unicodeScalars)
        let limit = max(1, max(wanted.count, known.count) / 3)
        guard abs(wanted.count - known.count) <= limit else { continue }
        let distance = alignmentDistance(wanted, known)
        if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
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
