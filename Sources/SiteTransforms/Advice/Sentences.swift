/// A paragraph cut into sentences and words, by its bytes: check reads every word of a site.
///
/// A sentence ends at '.', '?', '!' or '…' before a blank and no small letter, but for the usual abbreviations. A word is a run of
/// letters and digits, joined inside by apostrophes and hyphens.
struct SentenceScanner {
    private let bytes: [UInt8]
    /// The words of each sentence, as ranges of the text's bytes.
    private(set) var sentences: [[Range<Int>]] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        var sentence: [Range<Int>] = []
        var start = 0
        while let piece = nextPiece(from: start) {
            sentence += words(in: piece)
            start = piece.upperBound
            guard endsSentence(piece), let next = nextPiece(from: start), beginsSentence(next, after: piece) else { continue }
            if !sentence.isEmpty { sentences.append(sentence) }
            sentence = []
        }
        if !sentence.isEmpty { sentences.append(sentence) }
    }

    func text(of word: Range<Int>) -> String { String(decoding: bytes[word].filter { $0 != 0x27 }, as: UTF8.self) }

    /// About as many syllables as an English word has: groups of vowels, without a silent 'e' at the end.
    func syllables(of word: Range<Int>) -> Int {
        var count = 0
        var isInVowel = false
        for byte in bytes[word] where byte & 0xC0 != 0x80 {
            // Letters past ASCII that English texts have are vowels, nearly all of them.
            let isSounded = byte >= 0xC3 || isVowel(byte | 0x20)
            if isSounded, !isInVowel { count += 1 }
            isInVowel = isSounded
        }
        return max(1, count > 1 && endsSilently(word) ? count - 1 : count)
    }

    /// 'make', 'made', 'times', but not 'table', 'boxes', 'wanted'.
    private func endsSilently(_ word: Range<Int>) -> Bool {
        func letter(_ index: Int) -> UInt8 { word.count > index ? bytes[word.upperBound - 1 - index] | 0x20 : 0 }
        let (last, second, third) = (letter(0), letter(1), letter(2))
        if last == UInt8(ascii: "e") { return second != UInt8(ascii: "l") }
        guard second == UInt8(ascii: "e"), word.count > 3 else { return false }
        if last == UInt8(ascii: "s") { return !"sxzcgh".utf8.contains(third) }
        return last == UInt8(ascii: "d") && !"td".utf8.contains(third)
    }

    /// What stands between blanks.
    private func nextPiece(from start: Int) -> Range<Int>? {
        var lower = start
        while lower < bytes.count, bytes[lower] <= 0x20 { lower += 1 }
        guard lower < bytes.count else { return nil }
        var upper = lower
        while upper < bytes.count, bytes[upper] > 0x20 { upper += 1 }
        return lower..<upper
    }

    private func words(in piece: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        var end = piece.lowerBound
        var index = piece.lowerBound
        while index < piece.upperBound {
            let mark = markLength(at: index)
            if mark == 0 {
                start = start ?? index
                index += 1
                end = index
            } else {
                // A joiner belongs to the word if more of it follows.
                if let first = start, !isJoiner(at: index) {
                    words.append(first..<end)
                    start = nil
                }
                index += mark
            }
        }
        if let first = start { words.append(first..<end) }
        return words
    }

    private func endsSentence(_ piece: Range<Int>) -> Bool {
        var end = piece.upperBound
        while end > piece.lowerBound, let length = closerLength(before: end) { end -= length }
        guard end > piece.lowerBound else { return false }
        return ".?!".utf8.contains(bytes[end - 1]) || (end >= 3 && bytes[(end - 3)..<end].elementsEqual([0xE2, 0x80, 0xA6]))
    }

    private func beginsSentence(_ next: Range<Int>, after piece: Range<Int>) -> Bool {
        var index = next.lowerBound
        while index < next.upperBound {
            let mark = markLength(at: index)
            if mark == 0 { break }
            index += mark
        }
        guard index < next.upperBound, !(0x61...0x7A).contains(bytes[index]) else { return false }
        guard piece.count <= 8 else { return true }
        let word = String(decoding: bytes[piece], as: UTF8.self).lowercased()
        return !abbreviations.contains(word) && !((0x30...0x39).contains(bytes[index]) && numbered.contains(word))
    }

    /// How many bytes a mark that belongs to no word has; 0 for letters and digits. Past ASCII only general punctuation
    /// (U+2000 to U+206F), no-break spaces and the like are marks.
    private func markLength(at index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) ? 0 : 1 }
        if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81 { return 3 }
        return byte == 0xC2 ? 2 : 0
    }

    private func isJoiner(at index: Int) -> Bool {
        bytes[index] == 0x27 || bytes[index] == 0x2D
            || (index + 2 < bytes.count && bytes[index...(index + 2)].elementsEqual([0xE2, 0x80, 0x99]))
    }

    /// Quotes and brackets behind the end of a sentence.
    private func closerLength(before end: Int) -> Int? {
        if "\"')]".utf8.contains(bytes[end - 1]) { return 1 }
        guard end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80 else { return nil }
        return bytes[end - 1] == 0x99 || bytes[end - 1] == 0x9D ? 3 : nil
    }
}

private func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
}

private let abbreviations: Set<String> = [
    "e.g.", "i.e.", "(e.g.", "(i.e.", "dr.", "mr.", "mrs.", "ms.", "prof.", "st.", "vs.", "approx.",
]

/// Abbreviations before a number, and words of their own elsewhere.
private let numbered: Set<String> = ["no.", "fig.", "p.", "pp.", "vol.", "ch."]
