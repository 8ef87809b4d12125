import CScan
import SiteModel
import Testing

@testable import SiteParsing

/// What is looked at many bytes at a time, against a byte at a time, for texts put together at random.
@Suite struct ScanTests {
    private let parts = [
        "a", "Z9_", " ", ". ", "-", "--", "...", "'", "\"", "&", "@", "[", ":", "|", "~", "#", "}", "ww", "\n", "\r", "\r\n",
        "\t",
        "\u{1}", "\u{7F}", "é", "癌", "a line of more than sixteen bytes, and of more than sixty-four with what stands beside it",
    ]

    @Test func marksAreFoundInBlocksAsOneByOne() {
        forEachText { text in
            var (marks, others) = ([UInt64](repeating: .max, count: 8), [UInt64](repeating: .max, count: 8))
            var (isASCII, isOther) = (false, false)
            martlet_marks(text, text.count, 8, &marks, &isASCII)
            martlet_marks_plain(text, text.count, 8, &others, &isOther)
            let seen = text.prefix(8 * 64)
            let blocks = (seen.count + 63) / 64
            #expect(marks[..<blocks] == others[..<blocks] && isASCII == isOther)
            #expect(isASCII == seen.allSatisfy { $0 < 0x80 })
            let found = (0..<blocks * 64).filter { marks[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
            #expect(found == seen.indices.filter { isMark(text[$0], before: $0 + 1 < text.count ? text[$0 + 1] : 0) })
        }
    }

    @Test func linesAndPlainTextAreFoundInBlocksAsOneByOne() {
        forEachText { text in
            let scan = TextScan(text)
            #expect(scan.lineStarts == LineTable(text).starts)
            #expect(scan.isPlainASCII == text.allSatisfy { (0x20..<0x7F).contains($0) || [0x09, 0x0A, 0x0D].contains($0) })
        }
    }

    @Test func wordsAreCountedUpToWhatMayJoinThem() {
        forEachText { text in
            for isInWord in [false, true] {
                var (words, others, found) = (0, 0, 0)
                var (state, other, last) = (isInWord, isInWord, isInWord)
                let end = martlet_words(text, text.count, &words, &state)
                #expect(end == martlet_words_plain(text, text.count, &others, &other))
                for byte in text[..<end] {
                    let isWord = byte == 0x5F || Unicode.Scalar(byte).properties.isAlphabetic || (0x30...0x39).contains(byte)
                    if isWord, !last { found += 1 }
                    last = isWord
                }
                #expect(words == found && others == found && state == last && other == last)
                #expect(end == text.count || text[end] >= 0x80 || text[end] == 0x27 || text[end] == 0x2D)
            }
        }
    }

    private func isMark(_ byte: UInt8, before next: UInt8) -> Bool {
        if byte < 0x20 || byte == 0x7F { return true }
        return "\"'&#@[:|~}".utf8.contains(byte) || byte == next && "-.w".utf8.contains(byte)
    }

    private func forEachText(_ look: ([UInt8]) -> Void) {
        var state: UInt64 = 11
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<2000 {
            let text = (0..<random(60)).map { _ in random(4) == 0 ? "a" : parts[random(parts.count)] }.joined()
            look(Array(text.utf8))
        }
    }
}
