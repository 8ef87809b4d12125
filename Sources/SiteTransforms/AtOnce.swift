import SiteModel

extension Workers {
    /// Applies a function to each element, all at once. Where it has something to say it is applied again, in turn, so that messages
    /// come as if everything had been done in one row: `diagnostics` suggests names for the first ones only.
    func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ diagnostics: inout Diagnostics,
        _ work: @escaping @Sendable (Element, inout Diagnostics) -> Result
    ) async -> [Result] {
        let results = await map(elements) { element -> Result? in
            var messages = Diagnostics.brief
            let result = work(element, &messages)
            return messages.all.isEmpty ? result : nil
        }
        return zip(elements, results).map { $1 ?? work($0, &diagnostics) }
    }
}
