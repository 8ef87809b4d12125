/// What a translation has that the catalogue that templates are checked with has not, or the other way round.
package enum MessageFault: Hashable, Sendable {
    /// No template can ask for it.
    case unknownKey(String)
    /// The page shows the other language's text.
    case missingKey(String)
    /// The message has a place that templates do not fill: the page shows the other language's text.
    case unknownPlaceholder(key: String, name: String)
}

extension MessageCatalogue {
    /// Compares a translation with the catalogue that templates are checked with, by key.
    package func faults(comparedTo base: MessageCatalogue) -> [MessageFault] {
        var faults: [MessageFault] = []
        for (key, message) in messages.sorted(by: { $0.key < $1.key }) {
            guard let original = base.messages[key] else {
                faults.append(.unknownKey(key))
                continue
            }
            for name in message.arguments where !original.arguments.contains(name) {
                faults.append(.unknownPlaceholder(key: key, name: name))
            }
        }
        return faults + base.messages.keys.sorted().filter { messages[$0] == nil }.map { .missingKey($0) }
    }
}
