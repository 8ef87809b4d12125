import Foundation
import SiteModel
import SiteParsing
import Testing

/// Pillow has written the images in `Fixtures/images` and what it reads from them (`Tests/oracles/pillow_images.py`).
@Suite struct ImageTests {
    @Test func everySizeIsWhatPillowReads() throws {
        let images = try fixtures()
        #expect(images.count >= 39)
        #expect(Set(images.map(\.kind)) == ["png", "jpeg", "gif", "webp", "avif", "ico"])
        for image in images {
            let size = ImageSize(width: image.width, height: image.height)
            let kind = try #require(ImageKind(rawValue: image.kind))
            #expect(readImage(image.bytes, isWhole: true) == .image(kind, size), "\(image.file)")
        }
    }

    /// However much of a file is at hand, it gives its size, or says that it goes on; as a whole file it may be broken.
    @Test func everyStartOfAFileIsReadOrUnfinished() throws {
        for image in try fixtures() {
            let whole = readImage(image.bytes, isWhole: true)
            for count in 12..<image.bytes.count {
                let start = Array(image.bytes.prefix(count))
                let reading = readImage(start, isWhole: false)
                #expect(reading == whole || reading == .unfinished, "\(image.file) \(count)")
                #expect(readImage(start, isWhole: true) == (reading == whole ? whole : .none), "\(image.file) \(count)")
            }
        }
    }

    /// A reader that trusts a length would stop with a trap or go on for ever.
    @Test func spoiledBytesAreReadWithoutATrap() throws {
        var random = SplitMix(state: 2026)
        var sizes = 0
        for image in try fixtures() {
            for _ in 0..<300 {
                var bytes = image.bytes
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    bytes[Int.random(in: 0..<min(bytes.count, 400), using: &random)] =
                        [0, 0xFF, 0x7F, 0x80, UInt8.random(in: 0...255, using: &random)]
                        .randomElement(using: &random) ?? 0
                }
                guard case .image(_, let size?) = readImage(bytes, isWhole: true) else { continue }
                #expect(size.width > 0 && size.height > 0)
                sizes += 1
            }
        }
        #expect(sizes > 1000)
    }

    @Test(arguments: [
        "", "x", "GIF89", "<html></html>", "BM", "%PDF-1.7", "\u{89}PNG", "RIFF....WAVEfmt ", "....ftypheic....mif1heic",
        "<svg", "<svg/>", "<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    ])
    func whatIsNoImageIsNone(text: String) {
        #expect(readImage(Array(text.utf8), isWhole: true) == .none)
    }

    private struct Fixture: Decodable {
        var file: String
        var kind: String
        var width: Int
        var height: Int
        var bytes: [UInt8] { (try? Data(contentsOf: ImageTests.folder.appending(path: file))).map { [UInt8]($0) } ?? [] }
    }

    private func fixtures() throws -> [Fixture] {
        try JSONDecoder().decode([Fixture].self, from: Data(contentsOf: Self.folder.appending(path: "sizes.json")))
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/images")
}

/// Sebastiano Vigna's generator, so that a failing run can be run again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
