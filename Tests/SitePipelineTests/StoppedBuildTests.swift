import Foundation
import SiteModel
import SitePipeline
import Testing

/// A build that was stopped while it put its files in place, at any of its steps.
@Suite struct StoppedBuildTests {
    private static let journal = """
        b guide
        p 0 guide/index.html
        p 1 page.html
        p 2 z.html
        p list .martlet-files
        s old.html
        end

        """
    private static let list = "# Files that Martlet wrote here. It removes no others.\n"

    /// What the stopped build did, in its order.
    private static var steps: [(TemporaryFolder) throws -> Void] {
        [
            { try remove("guide", $0) },
            { folder in
                try FileManager.default.createDirectory(
                    atPath: folder.path + "/out/guide", withIntermediateDirectories: true)
                try place("0", at: "guide/index.html", folder)
            },
            { try place("1", at: "page.html", $0) }, { try place("2", at: "z.html", $0) },
            { try place("list", at: ".martlet-files", $0) }, { try remove("old.html", $0) },
            { try remove(".martlet-journal", $0) },
        ]
    }

    @Test(arguments: 0...7) func theNextBuildFinishesIt(steps: Int) throws {
        let folder = try stopped(after: steps)
        let report = try SitePipeline.publish(
            [file("guide/index.html", "2"), file("page.html", "2"), file("z.html", "2")], to: folder.path + "/out",
            of: folder.path + "/site", reading: DiskFileSystem(root: "/nonexistent"))
        #expect(report.written == 0)
        #expect(
            try folder.tree().mapValues { String(decoding: $0, as: UTF8.self) } == [
                "out/guide/index.html": "2", "out/page.html": "2", "out/z.html": "2",
                "out/.martlet-files": Self.list + "guide/index.html\npage.html\nz.html\n",
            ])
    }

    @Test(arguments: 0...7) func cleaningLeavesNothingOfIt(steps: Int) throws {
        let folder = try stopped(after: steps)
        try folder.write("mine", to: "out/mine.txt")
        _ = try clean(folder.path + "/out")
        #expect(Set(try folder.tree().keys) == ["out/mine.txt"])
    }

    @Test func cleaningLeavesNothingOfTheFirstBuild() throws {
        let folder = try TemporaryFolder()
        try folder.write("1", to: "out/a.html")
        try folder.write(Self.list + "a.html\n", to: "out/.martlet-new/list")
        try folder.write("p 0 a.html\np list .martlet-files\nend\n", to: "out/.martlet-journal")
        _ = try clean(folder.path + "/out")
        #expect(try folder.tree().isEmpty)
    }

    /// The first build of a folder puts whole folders in place.
    @Test(arguments: 0...3) func theNextBuildFinishesAFirstOne(steps: Int) throws {
        let folder = try TemporaryFolder()
        try folder.write("2", to: "out/.martlet-new/0/deep/index.html")
        try folder.write("2", to: "out/.martlet-new/1")
        try folder.write(Self.list + "guide/deep/index.html\npage.html\n", to: "out/.martlet-new/list")
        try folder.write("p 0 guide\np 1 page.html\np list .martlet-files\nend\n", to: "out/.martlet-journal")
        for (name, path) in [("0", "guide"), ("1", "page.html"), ("list", ".martlet-files")].prefix(steps) {
            try Self.place(name, at: path, folder)
        }
        let report = try SitePipeline.publish(
            [file("guide/deep/index.html", "2"), file("page.html", "2")], to: folder.path + "/out",
            of: folder.path + "/site", reading: DiskFileSystem(root: "/nonexistent"))
        #expect(report.written == 0)
        #expect(
            Set(try folder.tree().keys) == ["out/guide/deep/index.html", "out/page.html", "out/.martlet-files"])
    }

    /// Without a journal nothing was begun, and what waited goes.
    @Test func whatWaitedForAFirstBuildGoes() throws {
        let folder = try TemporaryFolder()
        try folder.write("half", to: "out/.martlet-new/0/deep/index.html")
        _ = try SitePipeline.publish(
            [file("page.html", "2")], to: folder.path + "/out", of: folder.path + "/site",
            reading: DiskFileSystem(root: "/nonexistent"))
        #expect(Set(try folder.tree().keys) == ["out/page.html", "out/.martlet-files"])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/.martlet-new"))
    }

    private func stopped(after count: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["guide", "old.html", "page.html"] { try folder.write("1", to: "out/" + name) }
        try folder.write(Self.list + "guide\nold.html\npage.html\n", to: "out/.martlet-files")
        for name in ["0", "1", "2"] { try folder.write("2", to: "out/.martlet-new/" + name) }
        try folder.write(Self.list + "guide/index.html\npage.html\nz.html\n", to: "out/.martlet-new/list")
        try folder.write(Self.journal, to: "out/.martlet-journal")
        for step in Self.steps.prefix(count) { try step(folder) }
        return folder
    }

    private func file(_ path: String, _ text: String) -> RenderedFile {
        RenderedFile(path: path, content: .bytes(Array(text.utf8)))
    }

    private static func remove(_ path: String, _ folder: TemporaryFolder) throws {
        try FileManager.default.removeItem(atPath: folder.path + "/out/" + path)
    }

    private static func place(_ name: String, at path: String, _ folder: TemporaryFolder) throws {
        let target = folder.path + "/out/" + path
        try? FileManager.default.removeItem(atPath: target)
        try FileManager.default.moveItem(atPath: folder.path + "/out/.martlet-new/" + name, toPath: target)
    }
}
