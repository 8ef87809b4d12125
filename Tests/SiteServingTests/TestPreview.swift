import Foundation
import SiteModel
import SitePipeline
import SiteServing
import Testing

/// A preview of a copy of a small site, on a port that the system picks.
final class TestPreview {
    let folder: String
    let server: PreviewServer
    static let now = parseClock("2026-11-01") ?? Instant(seconds: 0, offset: 0)
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")

    private init(folder: String, server: PreviewServer) {
        self.folder = folder
        self.server = server
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Runs a test on a preview of a golden site, with other files put into it first.
    static func with(
        _ site: String = "every-kind", files: [String: String] = [:], _ change: (inout PreviewOptions) -> Void = { _ in },
        test: (TestPreview) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "martlet-preview-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["content", "themes"] {
            let source = repository.appending(path: "Tests/Fixtures/sites/\(site)/\(name)")
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            try FileManager.default.copyItem(at: source, to: folder.appending(path: name))
        }
        for (path, text) in files { try write(text, to: folder.path + "/" + path) }
        var options = PreviewOptions(
            build, SiteFolders(source: folder.path, output: folder.path + "/output"), port: .exactly(0)
        ) { now }
        change(&options)
        let preview = TestPreview(folder: folder.path, server: try await PreviewServer.start(options))
        do { try await test(preview) } catch {
            await preview.server.stop()
            throw error
        }
        await preview.server.stop()
    }

    /// As the preview builds, everything to be seen.
    static var build: BuildOptions {
        var options = BuildOptions(jobs: 2, now: now)
        (options.visibility.drafts, options.visibility.future, options.visibility.expired) = (true, true, true)
        return options
    }

    func path(_ name: String) -> String { folder + "/" + name }

    func write(_ text: String, to name: String) throws { try Self.write(text, to: path(name)) }

    private static func write(_ text: String, to path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// What differs between the served site and a clean build of its sources; nil where nothing does.
    func difference() async throws -> String? {
        let clean = await SitePipeline.build(Self.build, in: DiskFileSystem(root: folder))
        let update = server.update
        if update.diagnostics.sorted != clean.diagnostics.sorted { return "messages: \(update.diagnostics.sorted)" }
        if clean.diagnostics.hasErrors { return update.isRefused ? nil : "no error was found" }
        guard let site = update.site, !update.isRefused else { return "there is no site" }
        let (served, built) = (Set(site.paths), Set(clean.value.files.map(\.path)))
        if served != built { return "files: \(served.symmetricDifference(built))" }
        for file in clean.value.files {
            let bytes: [UInt8]
            switch file.content {
            case .bytes(let made): bytes = made
            case .copy(let source): bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path(source))))
            }
            if site.file(at: file.path).value != bytes { return file.path }
        }
        return nil
    }

    /// Waits until the served site is what a clean build gives.
    func settles(within limit: Duration = .seconds(15)) async throws -> String? {
        let end = ContinuousClock.now + limit
        while let difference = try await difference() {
            if ContinuousClock.now > end { return difference }
            try await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }
}
