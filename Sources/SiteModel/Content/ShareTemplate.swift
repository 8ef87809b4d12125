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

    /// In the order of the text.
    package private(set) var blanks: [Blank] = []
    /// Words in braces that are no blanks.
    package private(set) var unknownBlanks: [String] = []
    /// What stands outside the blanks.
    package private(set) var literal = ""
    private var pieces = [Piece(mark: "")]

    package init(_ text: String) {
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
        // The mark of a parameter that was left out, for the one that takes its place.
        var waiting = ""
        for piece in pieces {
            guard let text = piece.filled(value) else {
                if waiting.isEmpty { waiting = piece.mark }
                continue
            }
            address += (piece.mark == "&" && !waiting.isEmpty ? waiting : piece.mark) + text
            waiting = ""
        }
        return address
    }

    /// A parameter, or what stands before the first one.
    private struct Piece: Sendable, Equatable {
        /// `?`, `&` or `#`; empty before the first parameter.
        var mark: String
        var parts: [Part] = []

        enum Part: Sendable, Equatable {
            case literal(String)
            case blank(Blank)
        }

        /// Nil where every blank is empty.
        func filled(_ value: (Blank) -> String) -> String? {
            var text = ""
            var joiner = ""
            var values = 0
            var blanks = 0
            for part in parts {
                switch part {
                case .literal(let literal) where blanks == 0: text += literal
                case .literal(let literal): joiner = literal
                case .blank(let blank):
                    blanks += 1
                    let word = value(blank)
                    guard !word.isEmpty else { continue }
                    text += (values > 0 ? joiner : "") + word
                    (values, joiner) = (values + 1, "")
                }
            }
            if case .literal(let end)? = parts.last, blanks > 0 { text += end }
            return blanks > 0 && values == 0 && !mark.isEmpty ? nil : text
        }
    }
}
