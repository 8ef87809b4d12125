internal import Synchronization

/// Applies a function to each element, on as many threads as there are jobs and cores. The results are in the order of the
/// elements, whatever the order in which they were finished.
func inParallel<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) -> Result
) async -> [Result] {
    guard jobs > 1, elements.count > 1 else { return elements.map(work) }
    // Steps of several elements: a task for each would cost more than a short page does.
    let step = max(1, min(16, elements.count / (jobs * 4)))
    let next = Counter()
    return await withTaskGroup(of: [(Int, [Result])].self) { group in
        for _ in 0..<jobs {
            group.addTask {
                var finished: [(Int, [Result])] = []
                while true {
                    let start = next.advance(by: step)
                    guard start < elements.count else { return finished }
                    finished.append((start, elements[start..<min(start + step, elements.count)].map(work)))
                }
            }
        }
        var parts: [(Int, [Result])] = []
        for await part in group { parts += part }
        return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
}

/// Counts, from any thread.
final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    var count: Int { value.load(ordering: .relaxed) }

    /// Gives back what the count was before.
    @discardableResult func advance(by step: Int) -> Int { value.add(step, ordering: .relaxed).oldValue }
}
