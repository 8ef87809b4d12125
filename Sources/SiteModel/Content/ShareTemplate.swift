/// The address that shares a page, with blanks in braces: `https://t.me/share/url?url={url}&text={title}`.
///
/// A parameter all of whose blanks are empty is left out; within one, an empty blank takes along what joins it to the
/// others.
package struct ShareTemplate: Sendable, Equatable {
    package enum Blank: String, CaseIterable, Sendable {
        case title, url, text, via
        /// The title and, on a line of its own, the address.
        case titleAndURL = "title_nl_url"
        /// With commas between them.
        case hashtags
        /// Each behind its `#`, with spaces between them.
        case hashtagsWithSign = "hashtags_hash"
        /// The first one.
        case hashtag
    }

    /// As it was written.
    package let text: String
    /// In the order of the text.
    package private(set) var blanks: [Blank] = []
    /// Words in braces that are no blanks.
    package private(set) var unknownBlanks: [String] = []
    /// What stands outside the blanks.
    package private(set) var literal = ""
    private var pieces = [Piece(mark: "")]

    package init(_ text: String) {
        self.text = text
        var rest = text[...]
        while let character = rest.first {
            if character == "{", let end = rest.firstIndex(of: "}") {
                add(blank: String(rest[..<end].dropFirst()))
                rest = rest[rest.index(after: end)...]
            } else if Self.marks.contains(character) {
                literal.append(rest.removeFirst())
                pieces.append(Piece(mark: String(character)))
            } else {
                let end = rest.dropFirst().firstIndex { $0 == "{" || Self.marks.contains($0) } ?? rest.endIndex
                add(literal: String(rest[..<end]))
                rest = rest[end...]
            }
        }
    }

    private mutating func add(blank name: String) {
        guard let blank = Blank(rawValue: name) else { return unknownBlanks.append(name) }
        blanks.append(blank)
        pieces[pieces.count - 1].parts.append(.blank(blank))
        pieces[pieces.count - 1].blanks.append(blank)
    }

    /// What parameters begin with.
    private static let marks: [Character] = ["?", "&", "#"]

    private mutating func add(literal text: String) {
        literal += text
        let last = pieces.count - 1
        if case .literal(let before)? = pieces[last].parts.last {
            pieces[last].parts[pieces[last].parts.count - 1] = .literal(before + text)
        } else {
            pieces[last].parts.append(.literal(text))
        }
    }

    /// The address with its blanks filled in. The values are encoded by whoever gives them.
    package func filled(_ value: (Blank) -> String) -> String {
        var address = ""
        // Titles and addresses, each byte of which may take three.
        address.reserveCapacity(512)
        // The mark of a parameter that was left out, for the one that takes its place.
        var waiting = ""
        for piece in pieces {
            if piece.isLeftOut(value) {
                if waiting.isEmpty { waiting = piece.mark }
                continue
            }
            address += piece.mark == "&" && !waiting.isEmpty ? waiting : piece.mark
            piece.append(value, to: &address)
            waiting = ""
        }
        return address
    }

    /// A parameter, or what stands before the first one.
    private struct Piece: Sendable, Equatable {
        /// `?`, `&` or `#`; empty before the first parameter.
        var mark: String
        var parts: [Part] = []
        /// Those of the parts.
        var blanks: [Blank] = []

        /// Where every blank is empty.
        func isLeftOut(_ value: (Blank) -> String) -> Bool {
            !mark.isEmpty && !blanks.isEmpty && blanks.allSatisfy { value($0).isEmpty }
        }

        enum Part: Sendable, Equatable {
            case literal(String)
            case blank(Blank)
        }

        /// Appends it with the values of its blanks.
        func append(_ value: (Blank) -> String, to text: inout String) {
            var joiner = ""
            var hasBlank = false
            var isFirst = true
            for part in parts {
                switch part {
                case .literal(let literal) where !hasBlank: text += literal
                case .literal(let literal): joiner = literal
                case .blank(let blank):
                    hasBlank = true
                    let word = value(blank)
                    guard !word.isEmpty else { continue }
                    if !isFirst { text += joiner }
                    text += word
                    (isFirst, joiner) = (false, "")
                }
            }
            if hasBlank, case .literal(let end)? = parts.last { text += end }
        }
    }
}
