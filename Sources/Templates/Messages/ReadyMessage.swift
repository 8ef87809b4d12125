/// A call of `t` with the messages of one language looked up, so that rendering looks up nothing.
final class ReadyMessage: Sendable {
    let key: String
    /// How many arguments are on the stack.
    let arguments: Int
    /// Which of them chooses the plural form.
    let count: Int?
    private let own: Forms
    private let fallback: Forms

    enum Part: Sendable {
        case text([UInt8])
        case argument(Int)
    }

    /// The text of a message in each plural category; nil where there is none.
    private struct Forms: Sendable {
        let rule: PluralRule
        let patterns: [[Part]?]

        init(_ call: Program.MessageCall, _ catalogue: MessageCatalogue) {
            rule = catalogue.rule
            let categories = call.count == nil ? [nil] : PluralCategory.allCases.map { Optional($0) }
            patterns = categories.map { category in
                catalogue.pattern(call.key, category: category).flatMap { pattern in readyParts(of: pattern, call.arguments) }
            }
        }

        func pattern(_ count: Int?) -> [Part]? { patterns[count.map { rule.category(of: $0).index } ?? 0] }
    }

    init(_ call: Program.MessageCall, _ strings: MessageCatalogue, fallback: MessageCatalogue) {
        key = call.key
        arguments = call.arguments.count
        count = call.count
        own = Forms(call, strings)
        self.fallback = Forms(call, fallback)
    }

    /// What it says for a number: in the page's language, or else in the one that the template was checked with.
    func parts(count: Int?) -> [Part]? { own.pattern(count) ?? fallback.pattern(count) }
}

/// The parts of a pattern by the arguments of a call; nil where the call does not give one.
private func readyParts(of pattern: MessagePattern, _ arguments: [String]) -> [ReadyMessage.Part]? {
    var parts: [ReadyMessage.Part] = []
    for part in pattern.parts {
        switch part {
        case .text(let bytes): parts.append(.text(bytes))
        case .placeholder(let name):
            guard let index = arguments.firstIndex(of: name) else { return nil }
            parts.append(.argument(index))
        }
    }
    return parts
}

extension PluralCategory {
    /// Its place among all.
    var index: Int {
        switch self {
        case .zero: 0
        case .one: 1
        case .two: 2
        case .few: 3
        case .many: 4
        case .other: 5
        }
    }
}
