internal import SiteModel
internal import Synchronization

/// Applies a function to each element, on as many threads as there are jobs and cores. The results are in the order of the
/// elements, whatever the order in which they were finished.
func inParallel<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) -> Result
) async -> [Result] {
    await Workers(jobs: jobs).map(elements, work)
}

extension Workers {
    /// A task for each job. Each takes steps of several numbers: a task for each would cost more than a short page does.
    init(jobs: Int) {
        self.init { count, work in
            guard jobs > 1, count > 1 else { return work(0..<count) }
            let step = max(1, min(16, count / (jobs * 4)))
            let next = Counter()
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<jobs {
                    group.addTask {
                        while true {
                            let start = next.advance(by: step)
                            guard start < count else { return }
                            work(start..<min(start + step, count))
                        }
                    }
                }
            }
        }
    }
}

/// Counts, from any thread.
final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    var count: Int { value.load(ordering: .relaxed) }

    /// Gives back what the count was before.
    @discardableResult func advance(by step: Int) -> Int { value.add(step, ordering: .relaxed).oldValue }
}
