import SiteModel

extension Workers {
    /// Applies a function to each element, all at once. Where it has something to say it is applied again, in turn, so that messages
    /// come as if everything had been done in one row: a list of messages suggests names for the first ones only.
    func map<Element: Sendable, Messages: MessageList, Result: Sendable>(
        _ elements: [Element], _ messages: inout Messages, _ work: @escaping @Sendable (Element, inout Messages) -> Result
    ) async -> [Result] {
        let parts = await mapParts(of: elements) { part in
            var done = Part<Result>()
            done.results.reserveCapacity(part.count)
            var own = Messages.brief
            for index in part.indices {
                done.results.append(work(part[index], &own))
                guard !own.isEmpty else { continue }
                done.talking.append(index)
                own = .brief
            }
            return [done]
        }
        var results = inOneList(parts.map(\.results))
        for index in parts.lazy.flatMap(\.talking) { results[index] = work(elements[index], &messages) }
        return results
    }

    /// Looks at each element, for what there is to say about it.
    func forEach<Element: Sendable, Messages: MessageList>(
        _ elements: [Element], _ messages: inout Messages, _ look: @escaping @Sendable (Element, inout Messages) -> Void
    ) async {
        let talking = await mapParts(of: elements) { part in
            var own = Messages.brief
            return part.indices.filter { index in
                look(part[index], &own)
                defer { if !own.isEmpty { own = .brief } }
                return !own.isEmpty
            }
        }
        for index in talking { look(elements[index], &messages) }
    }
}

/// What came of a part of a list.
private struct Part<Result: Sendable>: Sendable {
    var results: [Result] = []
    /// The elements that there is something to say about.
    var talking: [Int] = []
}

/// Where messages come together.
protocol MessageList: Sendable {
    /// For whoever only wants to know whether there is anything to say.
    static var brief: Self { get }
    var isEmpty: Bool { get }
}

extension Diagnostics: MessageList {
    var isEmpty: Bool { all.isEmpty }
}

/// What pages have to say while they are composed. Links stand apart: each list suggests names for its own first messages.
struct PageMessages: MessageList {
    var links = Diagnostics()
    var others = Diagnostics()

    static var brief: PageMessages { PageMessages(links: .brief, others: .brief) }
    var isEmpty: Bool { links.isEmpty && others.isEmpty }
}
