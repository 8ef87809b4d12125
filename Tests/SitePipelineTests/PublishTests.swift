import Foundation
import SiteModel
import SitePipeline
import Testing

@Suite struct PublishTests {
    private let nothing = DiskFileSystem(root: "/nonexistent")

    private func file(_ path: String, _ text: String) -> RenderedFile {
        RenderedFile(path: path, content: .bytes(Array(text.utf8)))
    }

    private func publish(_ files: [RenderedFile], _ folder: TemporaryFolder) throws -> PublishReport {
        try SitePipeline.publish(files, to: folder.path + "/out", of: folder.path + "/site", reading: nothing)
    }

    @Test func unchangedFilesAreNotWrittenAgain() throws {
        let folder = try TemporaryFolder()
        #expect(try publish([file("a/index.html", "1"), file("b.html", "1")], folder).written == 2)
        let report = try publish([file("a/index.html", "1"), file("b.html", "2")], folder)
        #expect(report.written == 1)
        #expect(report.unchanged == 1)
        #expect(folder.read("out/b.html") == "2")
    }

    @Test func aFileThatIsNoLongerMadeGoesWithItsEmptyFolders() throws {
        let folder = try TemporaryFolder()
        _ = try publish([file("a/b/index.html", "1"), file("c.html", "1")], folder)
        #expect(try publish([file("c.html", "1")], folder).removed == 1)
        #expect(Set(try folder.tree().keys) == ["out/c.html", "out/.martlet-files"])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/a"))
    }

    @Test func filesOfOthersAreLeftAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "out/notes/mine.txt")
        #expect(try publish([file("a.html", "1")], folder).foreign == 1)
        _ = try publish([file("b.html", "1")], folder)
        #expect(try clean(folder.path + "/out") == 1)
        #expect(Set(try folder.tree().keys) == ["out/notes/mine.txt"])
    }

    @Test func aFileOfSomebodyElseInTheWayStopsThePublishing() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "out/z.html")
        #expect(throws: PublishError.self) { try publish([file("a.html", "1"), file("z.html", "1")], folder) }
        #expect(try folder.tree().mapValues { String(decoding: $0, as: UTF8.self) } == ["out/z.html": "mine"])
    }

    @Test func aFileMayBecomeAFolderAndBack() throws {
        let folder = try TemporaryFolder()
        _ = try publish([file("guide", "1"), file("z.html", "1")], folder)
        #expect(try publish([file("guide/a/index.html", "2"), file("z.html", "2")], folder).written == 2)
        #expect(folder.read("out/guide/a/index.html") == "2")
        _ = try publish([file("guide", "3")], folder)
        #expect(Set(try folder.tree().keys) == ["out/guide", "out/.martlet-files"])
    }

    @Test func somebodyElsesFileInTheWayOfAFolderStopsThePublishing() throws {
        let folder = try TemporaryFolder()
        _ = try publish([file("a.html", "1")], folder)
        try folder.write("mine", to: "out/guide")
        #expect(throws: PublishError.self) { try publish([file("a.html", "2"), file("guide/index.html", "2")], folder) }
        #expect(folder.read("out/a.html") == "1")
        #expect(folder.read("out/guide") == "mine")
    }

    @Test func linksAreNeverRemovedThrough() throws {
        let folder = try TemporaryFolder()
        _ = try publish([file("a/file.html", "1"), file("b.html", "1")], folder)
        try FileManager.default.moveItem(atPath: folder.path + "/out/a", toPath: folder.path + "/elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/out/a", withDestinationPath: folder.path + "/elsewhere")
        _ = try clean(folder.path + "/out")
        #expect(folder.read("elsewhere/file.html") == "1")
    }

    /// To Swift, a slash and a combining mark are one character; to the system they are not.
    @Test func noNameLeadsOutOfTheFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside", to: "\u{301}victim.txt")
        #expect(throws: PublishError.self) { try publish([file("../\u{301}evil/index.html", "1")], folder) }
        _ = try publish([file("a.html", "1")], folder)
        try folder.write("../\u{301}victim.txt\na.html\n", to: "out/.martlet-files")
        _ = try publish([file("b.html", "1")], folder)
        #expect(folder.read("\u{301}victim.txt") == "outside")
    }

    @Test func anyNameCanStandOnTheList() throws {
        let folder = try TemporaryFolder()
        _ = try publish([file("#x.txt", "1")], folder)
        #expect(try publish([file("#x.txt", "2")], folder).written == 1)
        #expect(try publish([file("b.txt", "2")], folder).removed == 1)
    }

    @Test func aFolderInTheWayOfAFileStopsThePublishing() throws {
        let folder = try TemporaryFolder()
        try folder.write("mine", to: "out/robots.txt/.hidden")
        #expect(throws: PublishError.self) { try publish([file("a.html", "1"), file("robots.txt", "1")], folder) }
        #expect(folder.read("out/a.html") == nil)
    }

    /// Nothing is put in place that would have to be taken back.
    @Test(arguments: ["z.html", "z.html/deeper"]) func anEmptyFolderInTheWayStopsThePublishing(empty: String) throws {
        let folder = try TemporaryFolder()
        _ = try publish([file("guide", "1"), file("page.html", "1"), file("z.html/old.html", "1")], folder)
        if empty == "z.html" { _ = try publish([file("guide", "1"), file("page.html", "1")], folder) }
        try FileManager.default.createDirectory(
            atPath: folder.path + "/out/" + empty, withIntermediateDirectories: true)
        #expect(throws: PublishError.self) {
            try publish([file("guide/index.html", "2"), file("page.html", "2"), file("z.html", "2")], folder)
        }
        #expect(folder.read("out/guide") == "1")
        #expect(folder.read("out/page.html") == "1")
        #expect(try publish([file("page.html", "3")], folder).written == 1)
    }

    /// To Swift, the two ways to write é are one; to the system they are two names.
    @Test func aFileOfSomebodyElseWithTheSameLettersIsNotOurs() throws {
        let folder = try TemporaryFolder()
        _ = try publish([file("caf\u{E9}.txt", "1")], folder)
        try folder.write("mine", to: "out/cafe\u{301}.txt")
        #expect(throws: PublishError.self) { try publish([file("cafe\u{301}.txt", "2")], folder) }
        #expect(folder.read("out/cafe\u{301}.txt") == "mine")
    }

    @Test func linksAreNeverWrittenThrough() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside", to: "outside/file.html")
        try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/out/a", withDestinationPath: folder.path + "/outside")
        #expect(throws: PublishError.self) { try publish([file("a/file.html", "new")], folder) }
        #expect(folder.read("outside/file.html") == "outside")
    }

    @Test func anEditedListCannotRemoveFilesElsewhere() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside", to: "outside.txt")
        _ = try publish([file("a.html", "1")], folder)
        try folder.write("../outside.txt\n/etc/hostname\na.html\n", to: "out/.martlet-files")
        _ = try publish([file("b.html", "1")], folder)
        #expect(folder.read("outside.txt") == "outside")
    }

    @Test(arguments: [
        "/site", "/site/content", "/site/content/articles", "/site/themes/x", "", "/site/../site/content",
        "/nope/../site/content", "/site/nope/..",
    ])
    func theSourcesAreNoOutputFolder(target: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("title: x", to: "site/content/site.yml")
        #expect(throws: PublishError.self) {
            try SitePipeline.publish(
                [file("a.html", "1")], to: folder.path + target, of: folder.path + "/site", reading: nothing)
        }
        #expect(Set(try folder.tree().keys) == ["site/content/site.yml"])
    }
}
