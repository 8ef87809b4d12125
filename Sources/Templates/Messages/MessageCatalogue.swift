/// The words of the user interface in one language, by key; `t('key')` shows one.
package struct MessageCatalogue: Sendable {
    /// A BCP 47 tag; its first part chooses the plural rule.
    package let language: String
    package let messages: [String: Message]
    let rule: PluralRule

    package init(language: String, messages: [String: Message]) {
        self.language = language
        self.messages = messages
        rule = PluralRule(language: language)
    }

    /// The text of a message for numbers of a category; nil when the key is not there.
    func pattern(_ key: String, category: PluralCategory?) -> MessagePattern? {
        guard let message = messages[key] else { return nil }
        guard let category, !message.plurals.isEmpty else { return message.text ?? message.plurals[.other] }
        return message.plurals[category] ?? message.plurals[.other] ?? message.text
    }

    /// A message whose only place to fill is `{count}`, for a number; nil when the key is not there.
    package func text(_ key: String, count: Int) -> String? {
        guard let pattern = pattern(key, category: rule.category(of: count)) else { return nil }
        return pattern.parts.map { part in
            switch part {
            case .text(let bytes): String(decoding: bytes, as: UTF8.self)
            case .placeholder(let name): name == "count" ? String(count) : "{\(name)}"
            }
        }.joined()
    }
}

/// One message: a text, or a text for each plural category of its `count`.
package struct Message: Sendable {
    package let text: MessagePattern?
    package let plurals: [PluralCategory: MessagePattern]

    package init(_ text: String) {
        self.text = MessagePattern(text)
        plurals = [:]
    }

    /// Forms by category; `other` should be among them.
    package init(plurals: [PluralCategory: String]) {
        text = plurals[.other] == nil ? plurals.min { $0.key.rawValue < $1.key.rawValue }.map { MessagePattern($0.value) } : nil
        self.plurals = plurals.mapValues { MessagePattern($0) }
    }

    /// The arguments that `t` must give, in order of the alphabet.
    package var arguments: [String] {
        if plurals.isEmpty, text?.placeholders.isEmpty ?? true { return [] }
        var names = Set(([text].compactMap { $0 } + plurals.values).flatMap(\.placeholders))
        if !plurals.isEmpty { names.insert("count") }
        return names.sorted()
    }
}

/// A text with places to fill: `{name}`. Braces around anything but a name are text.
package struct MessagePattern: Sendable {
    enum Part: Sendable {
        case text([UInt8])
        case placeholder(String)
    }

    let parts: [Part]
    package let placeholders: [String]

    package init(_ text: String) {
        var parts: [Part] = []
        var literal: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == Byte.leftBrace, let end = Self.nameEnd(in: bytes, from: index + 1) {
                if !literal.isEmpty { parts.append(.text(literal)) }
                literal = []
                parts.append(.placeholder(String(decoding: bytes[index + 1..<end], as: UTF8.self)))
                index = end + 1
            } else {
                literal.append(bytes[index])
                index += 1
            }
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
        self.parts = parts
        placeholders = parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    /// Where the brace stands that closes a name.
    private static func nameEnd(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
        return index > start && index < bytes.count && bytes[index] == Byte.rightBrace ? index : nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x30...0x39: true
        default: false
        }
    }
}
