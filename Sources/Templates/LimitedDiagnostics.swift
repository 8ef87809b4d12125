import SiteModel

/// Messages, each once, and not more than anybody reads.
struct LimitedDiagnostics: Sendable {
    let limit: Int
    private(set) var all: [Diagnostic] = []
    /// By where they stand.
    private var seen: [Int: [Diagnostic]] = [:]

    init(limit: Int) { self.limit = limit }

    var isFull: Bool { all.count >= limit }

    mutating func add(_ diagnostic: Diagnostic) {
        let place = diagnostic.location.range.lower
        guard !isFull, !seen[place, default: []].contains(diagnostic) else { return }
        seen[place, default: []].append(diagnostic)
        all.append(diagnostic)
    }

    /// Leaves out what was said about a stretch of a template.
    mutating func forget(in range: Range<Int>) { all.removeAll { range.contains($0.location.range.lower) } }

    mutating func add(contentsOf others: LimitedDiagnostics) {
        for diagnostic in others.all { add(diagnostic) }
    }
}
