/// A call of `t` with the messages of one language looked up, so that rendering looks up nothing.
final class ReadyMessage: Sendable {
    let key: String
    /// How many arguments are on the stack.
    let arguments: Int
    /// Which of them chooses the plural form.
    let count: Int?
    private let own: Forms
    private let fallback: Forms

    /// The text of a message in each plural category, a list of its parts: a text as such, an argument as its index. None where there
    /// is no text.
    private struct Forms: Sendable {
        let rule: PluralRule
        let patterns: [Value]

        init(_ call: Program.MessageCall, _ catalogue: MessageCatalogue) {
            rule = catalogue.rule
            let categories = call.count == nil ? [nil] : PluralCategory.allCases.map { Optional($0) }
            patterns = categories.map { category in
                catalogue.pattern(call.key, category: category).flatMap { messageParts(of: $0, call.arguments) } ?? .none
            }
        }

        func parts(_ count: Int?) -> LentValues? {
            LentValues(ofPageOrProgram: patterns)[count.map { rule.category(of: $0).index } ?? 0].items
        }
    }

    init(_ call: Program.MessageCall, _ strings: MessageCatalogue, fallback: MessageCatalogue) {
        key = call.key
        arguments = call.arguments.count
        count = call.count
        own = Forms(call, strings)
        self.fallback = Forms(call, fallback)
    }

    /// What it says for a number: in the page's language, or else in the one that the template was checked with.
    func parts(count: Int?) -> LentValues? { own.parts(count) ?? fallback.parts(count) }
}

/// The parts of a pattern by the arguments of a call; nil where the call does not give one.
private func messageParts(of pattern: MessagePattern, _ arguments: [String]) -> Value? {
    var parts: [Value] = []
    for part in pattern.parts {
        switch part {
        case .text(let bytes): parts.append(.string(String(decoding: bytes, as: UTF8.self)))
        case .placeholder(let name):
            guard let index = arguments.firstIndex(of: name) else { return nil }
            parts.append(.int(index))
        }
    }
    return .list(parts)
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
