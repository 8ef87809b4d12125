// Filters over text. Each does what Jinja's does, by Unicode code points.
extension Filter {
    func textResult(_ text: Text, _ arguments: [Value]) throws(RenderFailure) -> Value {
        switch self {
        case .upper: return Text(text.string.uppercased(), isHTML: text.isHTML).value
        case .lower: return Text(text.string.lowercased(), isHTML: text.isHTML).value
        case .capitalize: return Text(capitalized(text.string[...]), isHTML: text.isHTML).value
        case .title: return .string(titled(text.string))
        case .trim: return try trimmed(text, arguments[0])
        case .truncate: return try truncated(text, arguments)
        case .replace: return try replaced(text, arguments)
        case .striptags: return .string(strippedOfTags(text.string))
        case .urlencode: return .string(urlEncoded(text.string))
        case .wordcount: return .int(wordCount(text.string))
        case .escape: return text.escaped.value
        case .safe: return .html(Array(text.string.utf8))
        default: return text.value
        }
    }

    /// The first letter in title case, the rest in lower case.
    private func capitalized(_ word: Substring) -> String {
        guard let first = word.unicodeScalars.first else { return "" }
        return first.properties.titlecaseMapping + String(word.unicodeScalars.dropFirst()).lowercased()
    }

    /// Words begin after white space, `-`, and opening brackets.
    private func titled(_ string: String) -> String {
        var result = ""
        var word = Substring.UnicodeScalarView()
        func finish() {
            guard let first = word.first else { return }
            result += String(Character(first)).uppercased() + String(word.dropFirst()).lowercased()
            word = Substring.UnicodeScalarView()
        }
        for scalar in string.unicodeScalars {
            if isWordSeparator(scalar) {
                finish()
                result.unicodeScalars.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        finish()
        return result
    }

    private func isWordSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "(", "{", "[", "<": true
        default: isSpace(scalar)
        }
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        whitespaceLength(in: Array(String(Character(scalar)).utf8), at: 0) > 0
    }

    private func trimmed(_ text: Text, _ characters: Value) throws(RenderFailure) -> Value {
        let strips: (Unicode.Scalar) -> Bool
        if characters.isNone {
            strips = { isSpace($0) }
        } else {
            guard let set = characters.text else { throw .wrongKind("'trim'", wants: "text", got: characters) }
            strips = { set.string.unicodeScalars.contains($0) }
        }
        let start = text.string.unicodeScalars.drop(while: strips)
        let end = start.reversed().drop(while: strips)
        return Text(String(String.UnicodeScalarView(end.reversed())), isHTML: text.isHTML).value
    }

    private func truncated(_ text: Text, _ arguments: [Value]) throws(RenderFailure) -> Value {
        guard let length = arguments[0].number, let leeway = arguments[3].number, let end = arguments[2].text else {
            throw RenderFailure("'truncate' takes a number, true or false, a text and a number")
        }
        let scalars = Array(text.string.unicodeScalars)
        let ending = end.string.unicodeScalars.count
        guard length >= ending, leeway >= 0 else {
            throw RenderFailure("'truncate' takes a length of at least \(ending), the length of its end")
        }
        guard scalars.count - leeway > length else { return text.value }
        var kept = scalars[..<(length - ending)]
        if !arguments[1].isTrue, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
        let start = Text(String(String.UnicodeScalarView(kept)), isHTML: text.isHTML)
        return concatenated(start, end)
    }

    private func concatenated(_ left: Text, _ right: Text) -> Value {
        guard left.isHTML || right.isHTML else { return .string(left.string + right.string) }
        return Text(left.escaped.string + right.escaped.string, isHTML: true).value
    }

    /// As Jinja does it: with markup among the arguments the text is escaped first; in markup the new text is escaped.
    private func replaced(_ text: Text, _ arguments: [Value]) throws(RenderFailure) -> Value {
        guard let old = arguments[0].printed, let new = arguments[1].printed else {
            throw RenderFailure("'replace' takes two texts")
        }
        let whole = old.isHTML || (new.isHTML && !text.isHTML) ? text.escaped : text
        let replacement = whole.isHTML ? new.escaped : new
        let limit = arguments[2].number.map { $0 < 0 ? Int.max : $0 } ?? .max
        let bytes = replace(
            Array(old.string.utf8), by: Array(replacement.string.utf8), in: Array(whole.string.utf8), limit: limit)
        return Text(String(decoding: bytes, as: UTF8.self), isHTML: whole.isHTML).value
    }

    private func replace(_ old: [UInt8], by new: [UInt8], in bytes: [UInt8], limit: Int) -> [UInt8] {
        guard !old.isEmpty else { return interleave(new, bytes, limit: limit) }
        var result: [UInt8] = []
        var position = 0
        var count = 0
        while count < limit, let found = occurrence(of: old, in: bytes, from: position) {
            result += bytes[position..<found]
            result += new
            position = found + old.count
            count += 1
        }
        return result + bytes[position...]
    }

    /// Python puts the new text before every character, and at the end, when there is nothing to look for.
    private func interleave(_ new: [UInt8], _ bytes: [UInt8], limit: Int) -> [UInt8] {
        var result: [UInt8] = []
        var count = 0
        for byte in bytes {
            if byte & 0xC0 != 0x80, count < limit {
                result += new
                count += 1
            }
            result.append(byte)
        }
        return count < limit ? result + new : result
    }

    private func urlEncoded(_ string: String) -> String {
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in string.utf8 {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x2E, 0x2D, 0x7E, 0x2F: bytes.append(byte)
            default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func wordCount(_ string: String) -> Int {
        var count = 0
        var isInWord = false
        for scalar in string.unicodeScalars {
            let isWord = isWordCharacter(scalar)
            if isWord, !isInWord { count += 1 }
            isInWord = isWord
        }
        return count
    }

    private func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber:
            true
        default: scalar == "_"
        }
    }
}
