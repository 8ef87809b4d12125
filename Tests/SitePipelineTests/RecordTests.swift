import SiteModel
import Testing

@testable import SitePipeline

/// What a record of a build may rely on.
@Suite struct RecordTests {
    private let second: Int64 = 1_000_000_000

    /// Some file systems keep whole seconds, or every other one.
    @Test(arguments: [(0, 1_500, true), (0, 2_500, false), (250, 1_500, false), (250, 260, true)])
    func aTimeInWholeSecondsIsTrustedLater(milliseconds: Int, lookedAt: Int, isRacy: Bool) {
        let time = 1_000 * second + Int64(milliseconds) * 1_000_000
        let stamp = FileStamp(size: 1, modified: 900 * second, changed: time, inode: 1, kind: .file)
        #expect(stamp.isRacy(lookedAt: 1_000 * second + Int64(lookedAt) * 1_000_000) == isRacy)
    }

    /// One part of a site may be made of the first content, another of the second.
    @Test func aBuildThatReadTwoContentsOfOneFileKnowsNothing() {
        let log = ReadLog()
        let digests = [1, 2].map { Digest(high: $0, low: 0) }
        log.note("a", digests[0])
        log.note("a", digests[0])
        #expect(log.all == ["a": digests[0]])
        #expect(log.isConsistent)
        log.note("a", digests[1])
        #expect(!log.isConsistent)
        log.note("a", digests[0])
        #expect(!log.isConsistent)
    }

    /// Counts of damaged files that go past the end by as little as the count itself takes.
    @Test(arguments: 0...9) func whatGoesPastTheEndIsDamaged(by excess: Int) throws {
        let text = "abc"
        for isShort in [false, true] {
            var writer = ByteWriter()
            if isShort { writer.write(short: text.utf8.count + excess) } else { writer.write(text.utf8.count + excess) }
            for byte in text.utf8 { writer.write(byte) }
            var reader = ByteReader(writer.bytes)
            let read: String? = isShort ? try? reader.shortText() : try? reader.text()
            #expect(read == (excess == 0 ? text : nil))
        }
    }

    /// What a page shows of sources is noted while it is stored.
    @Test func aStoredPageNamesTheSourcesOfItsTexts() async throws {
        let folder = try RepositorySites.copyOfEveryKind()
        let prepared = await prepare(RepositorySites.options, in: DiskFileSystem(root: folder.path)).value
        let articles = await StoredArticles(prepared.site.pages, jobs: 1)
        #expect(prepared.site.pages.contains { $0.textSources.count > 1 })
        for page in prepared.site.pages {
            var writer = PageWriter(articles: articles)
            _ = writer.stored(page)
            let (isWhole, sources) = (writer.isWhole, writer.textSources)
            #expect(isWhole)
            #expect(sources == page.textSources)
        }
    }
}
