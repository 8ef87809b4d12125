internal import Synchronization

/// Who works on many things at once for a stage, which starts no threads itself: the driver lends it a way to have a function called
/// on ranges of numbers that together are all those below a count, at the same time and in any order.
package struct Workers: Sendable {
    package typealias Crew = @Sendable (_ count: Int, _ work: @escaping @Sendable (Range<Int>) -> Void) async -> Void

    @usableFromInline let crew: Crew

    package init(_ crew: @escaping Crew) { self.crew = crew }

    /// Does everything by itself, in order.
    package static let none = Workers { count, work in work(0..<count) }

    /// Applies a function to parts of a list, each a row of neighbours. The results are in the order of the list.
    @inlinable
    package func mapParts<Element: Sendable, Result: Sendable>(
        of elements: [Element], _ work: @escaping @Sendable (ArraySlice<Element>) -> [Result]
    ) async -> [Result] {
        let finished = Finished<Result>()
        await crew(elements.count) { range in finished.add(work(elements[range]), at: range.lowerBound) }
        return inOneList(finished.takeInOrder())
    }

    /// Applies a function to each element of a list.
    @inlinable
    package func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ work: @escaping @Sendable (Element) -> Result
    ) async -> [Result] {
        await mapParts(of: elements) { $0.map(work) }
    }
}

/// The results that came so far, from any thread.
@usableFromInline
final class Finished<Result: Sendable>: Sendable {
    private let parts = Mutex<[(start: Int, results: [Result])]>([])

    @usableFromInline
    init() {}

    @usableFromInline
    func add(_ results: [Result], at start: Int) { parts.withLock { $0.append((start, results)) } }

    /// The parts, which are handed out once.
    @usableFromInline
    func takeInOrder() -> [[Result]] {
        parts.withLock { parts in
            let sorted = parts.sorted { $0.start < $1.start }.map(\.results)
            parts = []
            return sorted
        }
    }
}

/// The elements of lists in one list.
@inlinable
package func inOneList<Element>(_ lists: [[Element]]) -> [Element] {
    if lists.count == 1 { return lists[0] }
    var all: [Element] = []
    all.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists { all += list }
    return all
}
