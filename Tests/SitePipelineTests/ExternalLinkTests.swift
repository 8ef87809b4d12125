import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// Links to other sites, with a server on this machine in the place of the web.
@Suite struct ExternalLinkTests {
    private static func answer(_ method: String, _ path: String) -> String? {
        switch path {
        case "/ok", "/ok/2", "/ok/3": "200 OK"
        case "/whole": method == "GET" ? "206 Partial Content" : "405 Method Not Allowed"
        case "/gone": "404 Not Found"
        case "/gone-for-head": method == "GET" ? "200 OK" : "404 Not Found"
        case "/removed": "410 Gone"
        case "/moved": "301 Moved Permanently\r\nLocation: /moved-again"
        case "/moved-again": "308 Permanent Redirect\r\nLocation: /ok"
        case "/elsewhere": "302 Found\r\nLocation: /ok"
        case "/mixed": "301 Moved Permanently\r\nLocation: /elsewhere"
        case "/moved-to-gone": "301 Moved Permanently\r\nLocation: /gone"
        case "/loop": "302 Found\r\nLocation: /loop"
        case "/busy": "429 Too Many Requests"
        case "/private": "403 Forbidden"
        case "/broken": "500 Internal Server Error"
        case "/file": "301 Moved Permanently\r\nLocation: file:///etc/passwd"
        default: nil
        }
    }

    @Test(
        arguments: [
            ("/ok", nil, ""), ("/whole", nil, ""), ("/gone-for-head", nil, ""), ("/elsewhere", nil, ""),
            ("/gone", .deadLink, "leads nowhere: it answers 404"), ("/removed", .deadLink, "leads nowhere: it answers 410"),
            ("/moved-to-gone", .deadLink, "leads nowhere: it answers 404"), ("/moved", .movedLink, "has moved for good"),
            ("/mixed", .movedLink, "has moved for good"),
            ("/loop", .unansweredLink, "could not be checked: it leads on for ever"),
            ("/busy", .unansweredLink, "could not be checked: it asks for fewer requests (429)"),
            ("/private", .unansweredLink, "could not be checked: it answers 403"),
            ("/broken", .unansweredLink, "could not be checked: it answers 500"),
            ("/nothing", .unansweredLink, "could not be checked: "),
            ("/file", .unansweredLink, "could not be checked: "),
        ] as [(String, DiagnosticCode?, String)])
    func tellsWhatALinkLeadsTo(path: String, code: DiagnosticCode?, message: String) async throws {
        let server = try LoopbackServer(Self.answer)
        defer { server.stop() }
        let site = InMemorySite {
            config()
            article("a", "👩‍👩‍👧 שלום 1️⃣[x](\(server.address(path))#part)\n")
        }
        let check = await site.check()
        let diagnostics = try Self.ask(check, in: Folder()).sorted
        #expect(diagnostics.map(\.code) == [code].compactMap { $0 })
        guard let code, let diagnostic = diagnostics.first else { return }
        #expect(site.place(of: 1).map { finding(diagnostic, in: site.files) == Finding(place: $0, code: code) } == true)
        #expect(diagnostic.message.hasPrefix("'\(server.address(path))' \(message)"), "\(diagnostic.message)")
        #expect(diagnostic.severity == (code == .deadLink ? .warning : .note))
    }

    @Test func whatMovedForGoodHasItsFix() async throws {
        let server = try LoopbackServer(Self.answer)
        defer { server.stop() }
        for (path, target) in [("/moved", "/ok"), ("/mixed", "/elsewhere")] {
            let check = await InMemorySite {
                config()
                article("a", "[x](\(server.address(path))#part)\n")
            }.check()
            let diagnostic = try #require(try Self.ask(check, in: Folder()).all.first)
            #expect(diagnostic.help == "write '\(server.address(target))'")
            #expect(diagnostic.fix?.new == server.address(target))
        }
    }

    @Test func everyPlaceOfALinkIsNamedAndTheSiteAskedOnce() async throws {
        let server = try LoopbackServer(Self.answer)
        defer { server.stop() }
        let url = server.address("/gone")
        let check = await InMemorySite {
            config("menu: [{label: X, url: \"\(url)\"}]\n")
            article("a", "[x](\(url)) and [y](\(url)#part)\n", with: "references: [{title: X, url: \"\(url)\"}]")
            file("content/people/ann.md", "---\nname: Ann\nsameAs: [\"\(url)\"]\n---\n")
            file("content/faqs/t.md", "---\ntitle: T\n---\n## One? {#one}\n\n[x](\(url))\n")
            article("b", "[x](\(url))\n", with: "allow: [dead-link]")
            article("c", "[x](\(server.address("/ok")))\n", with: "draft: true")
        }.check()
        let found = try Self.ask(check, in: Folder()).sorted.map(\.location.path)
        #expect(
            found == [
                "content/articles/a.md", "content/articles/a.md", "content/articles/a.md", "content/faqs/t.md",
                "content/people/ann.md", "content/site.yml",
            ])
        #expect(server.seen.map(\.method) == ["HEAD", "GET"])
        #expect(server.seen.allSatisfy { $0.agent.hasPrefix("martlet/") })
    }

    @Test func oneSiteIsAskedForOneThingAtATimeAndWithAPause() async throws {
        let server = try LoopbackServer { method, path in
            usleep(30_000)
            return Self.answer(method, path)
        }
        defer { server.stop() }
        let check = await InMemorySite {
            config()
            article("a", ["/ok", "/ok/2", "/ok/3", "/gone"].map { "[x](\(server.address($0)))" }.joined(separator: " ") + "\n")
        }.check()
        var options = Self.options
        options.pauseMilliseconds = 150
        _ = try Self.ask(check, in: Folder(), options)
        let seen = server.seen
        #expect(seen.count == 5)
        for (one, next) in zip(seen, seen.dropFirst()) { #expect(next.start - one.end >= .milliseconds(140)) }
    }

    @Test func severalSitesAreAskedAtOnce() async throws {
        let servers = try (0..<4).map { _ in
            try LoopbackServer { _, _ in
                usleep(900_000)
                return "200 OK"
            }
        }
        defer { for server in servers { server.stop() } }
        let check = await InMemorySite {
            config()
            article("a", servers.map { "[x](\($0.address("/")))" }.joined(separator: " ") + "\n")
        }.check()
        #expect(try Self.ask(check, in: Folder()).all.isEmpty)
        let starts = servers.compactMap { $0.seen.first?.start }
        let ends = servers.compactMap { $0.seen.first?.end }
        let (last, first) = (try #require(starts.max()), try #require(ends.min()))
        #expect(starts.count == 4 && last < first)
    }

    @Test func aSlowSiteIsNotWaitedForLong() async throws {
        let server = try LoopbackServer { _, _ in
            sleep(20)
            return "200 OK"
        }
        defer { server.stop() }
        let check = await InMemorySite {
            config()
            article("a", "[x](\(server.address("/")))\n")
        }.check()
        var options = Self.options
        options.timeoutSeconds = 1
        let found = try Self.ask(check, in: Folder(), options).all
        #expect(found.map(\.message) == ["'\(server.address("/"))' could not be checked: it does not answer in time"])
    }

    @Test func answersAreKeptForDays() async throws {
        let server = try LoopbackServer(Self.answer)
        defer { server.stop() }
        let check = await InMemorySite {
            config()
            article("a", "[x](\(server.address("/ok"))) [y](\(server.address("/gone"))) [z](\(server.address("/busy")))\n")
        }.check()
        let folder = Folder()
        let asked = { (days: Int) in
            let before = server.seen.count
            let found = try Self.ask(check, in: folder, days: days).all
            #expect(found.map(\.code) == [.deadLink, .unansweredLink])
            return Set(server.seen[before...].map(\.path))
        }
        #expect(try asked(0) == ["/ok", "/gone", "/busy"])
        #expect(try asked(0) == ["/busy"])
        #expect(try asked(2) == ["/gone", "/busy"])
        #expect(try asked(8) == ["/ok", "/gone", "/busy"])
        // One that says it is of the future, and one that is damaged, are not believed.
        #expect(try asked(0) == ["/ok", "/gone", "/busy"])
        try Data("martlet links 1\n\(server.address("/ok"))\tsoon\tworks\t\n".utf8)
            .write(to: URL(fileURLWithPath: folder.root + "/.martlet/links"))
        #expect(try asked(0) == ["/ok", "/gone", "/busy"])
    }

    @Test func networksOfOnesOwnAreLeftAlone() async throws {
        let server = try LoopbackServer(Self.answer)
        defer { server.stop() }
        let hosts = [
            "127.0.0.1:\(server.port)", "localhost:\(server.port)", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]",
        ]
        let check = await InMemorySite {
            config()
            article("a", hosts.map { "[x](http://\($0)/ok)" }.joined(separator: " ") + "\n")
        }.check()
        var options = Self.options
        options.reachesOwnNetwork = false
        #expect(try Self.ask(check, in: Folder(), options).all.count == hosts.count)
        #expect(server.seen.isEmpty)
    }

    @Test func aMachineWithoutCurlSaysSo() async throws {
        let check = await InMemorySite {
            config()
            article("a", "[x](https://www.example.net/)\n")
        }.check()
        var options = Self.options
        options.program = "/nowhere/curl"
        let error = #expect(throws: PublishError.self) { try Self.ask(check, in: Folder(), options) }
        #expect(error?.status == 69)
        #expect(error?.message.hasPrefix("--external asks other sites with '/nowhere/curl', which cannot be run") == true)
    }

    private static let options: ExternalOptions = {
        var options = ExternalOptions()
        options.pauseMilliseconds = 0
        options.reachesOwnNetwork = true
        return options
    }()

    @discardableResult
    private static func ask(
        _ check: TestCheck, in folder: Folder, _ options: ExternalOptions = options, days: Int = 0
    ) throws -> Diagnostics {
        let now = Instant(seconds: testClock.seconds + days * 86_400, offset: 0)
        return try checkExternal(check.outcome.value, at: folder.root, now: now, options)
    }

    /// A folder for what is kept, gone after the test.
    private final class Folder {
        let root = NSTemporaryDirectory() + "martlet-links-" + UUID().uuidString

        init() { try? FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(atPath: root) }
    }
}
