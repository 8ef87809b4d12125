import SiteModel
import SiteParsing
import SiteRendering
import Testing

@testable import SitePipeline

/// Texts wait in memory and, where that is too much, in a file.
@Suite struct TextStoreTests {
    /// Small sources are read whole, and come back though many others were read since; large ones text by text.
    @Test func whatWaitedInAFileIsWhatWasWritten() throws {
        let folder = try TemporaryFolder()
        let paths = (0..<40).map { "content/articles/\($0).md" }
        for (number, path) in paths.enumerated() { try folder.write(article(number), to: path) }
        let files = DiskFileSystem(root: folder.path)
        let options = ParseOptions(SiteConfig())
        let written = paths.enumerated().map { position, path in
            parse(SourcePath(path: path, role: .article), at: position, options, in: files).value.written
        }
        let (memory, file) = (TextStore(spillingTo: nil), TextStore(spillingTo: folder.path + "/texts", beyond: 2000))
        let texts = (memory: memory.texts(written.map(memory.add)), file: file.texts(written.map(file.add)))
        for position in Array(paths.indices) + paths.indices.reversed() {
            for part in 0..<3 {
                let id = TextID(source: position, part: part)
                #expect(texts.file[id, .page] != nil)
                #expect(texts.file[id, .page] == texts.memory[id, .page])
                #expect(texts.file[id, .answer] == texts.memory[id, .answer])
                #expect((texts.file[id, .answer] == nil) == (part < 2))
            }
            #expect(texts.file[TextID(source: position, part: 3), .page] == nil)
        }
        #expect(texts.file[TextID(source: paths.count, part: 0), .page] == nil)
        #expect(texts.file.isReadable)
    }

    /// One in ten is longer than what is read whole.
    private func article(_ number: Int) -> String {
        let body = String(repeating: "Words \(number). ", count: number % 10 == 0 ? 10_000 : 50)
        // The second has what structured data lacks.
        let faqs = ["Answer **\(number)**.", "Answer `\(number)`."].enumerated().map { index, answer in
            "  - question: Question \(index) of \(number)?\n    id: question-\(index)\n    answer: \(answer)\n"
        }
        return "---\ntitle: Title \(number)\ndate: 2026-01-02\nfaqs:\n\(faqs.joined())---\n\n\(body)\n"
    }
}
