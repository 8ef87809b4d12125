import SiteModel

extension Workers {
    /// Applies a function to each element, all at once. Where it has something to say it is applied again, in turn, so that messages
    /// come as if everything had been done in one row: a list of messages suggests names for the first ones only.
    func map<Element: Sendable, Messages: MessageList, Result: Sendable>(
        _ elements: [Element], _ messages: inout Messages, _ work: @escaping @Sendable (Element, inout Messages) -> Result
    ) async -> [Result] {
        let results = await map(elements) { element -> Result? in
            var own = Messages.brief
            let result = work(element, &own)
            return own.isEmpty ? result : nil
        }
        return zip(elements, results).map { $1 ?? work($0, &messages) }
    }
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
