import Foundation
import SiteModel
import SitePipeline
import SiteServing
import Testing

/// The preview answers as the servers do that the site is made for.
extension ServingTests {
    @Suite(.serialized) struct AnswerTests {
        @Test func pagesAreWhatABuildWritesWithTheScriptBeforeTheirEnd() async throws {
            try await TestPreview.with("first-article") { preview in
                let port = preview.server.port
                let answer = try await RawClient.answer(port, "GET /articles/asking/ HTTP/1.1")
                let file = try #require(preview.server.update.site?.file(at: "articles/asking/index.html").value)
                let page = String(decoding: file, as: UTF8.self)
                let parts = page.components(separatedBy: "</body>")
                try #require(parts.count == 2)
                #expect(answer.body.hasPrefix(parts[0] + "<script src=\"/__martlet/preview.js\" data-version="))
                #expect(answer.body.hasSuffix("></script></body>" + parts[1]))
                #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
            }
        }

        @Test func everyFileOfTheSiteIsThereWithItsType() async throws {
            try await TestPreview.with { preview in
                let site = try #require(preview.server.update.site)
                var types: Set<String> = []
                for path in site.paths where !path.hasSuffix(".html") && !path.hasPrefix("_") {
                    let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
                    let answer = try await RawClient.answer(preview.server.port, "GET /\(encoded) HTTP/1.1")
                    #expect(answer.status == 200, "\(path)")
                    #expect(answer.header("X-Content-Type-Options") == "nosniff")
                    types.insert(answer.header("Content-Type") ?? "")
                }
                #expect(types.isSuperset(of: ["application/atom+xml; charset=utf-8", "application/feed+json; charset=utf-8"]))
                #expect(types.isSuperset(of: ["application/xml; charset=utf-8", "text/css; charset=utf-8"]))
            }
        }

        /// The headers that `_headers` promises, but for those of https.
        @Test func theHeadersAreThoseThatTheSitePromises() async throws {
            let config = """
                title: T
                baseURL: https://www.example.org/
                hosting: {servers: [cloudflare], hsts: preload}

                """
            try await TestPreview.with("first-article", files: ["content/site.yml": config]) { preview in
                let site = try #require(preview.server.update.site)
                let file = String(decoding: try #require(site.file(at: "_headers").value), as: UTF8.self)
                let rule = file.components(separatedBy: "\n/")[1].components(separatedBy: "\n").dropFirst().filter {
                    $0.hasPrefix("  ")
                }
                #expect(rule.count >= 5)
                let page = try await RawClient.answer(preview.server.port, "GET / HTTP/1.1")
                for line in rule {
                    let name = line.dropFirst(2).prefix { $0 != ":" }
                    let value = String(line.dropFirst(2 + name.count + 2))
                    switch name {
                    case "Strict-Transport-Security": #expect(page.header(String(name)) == nil)
                    case "Content-Security-Policy":
                        #expect(
                            page.header(String(name)) == value.replacingOccurrences(of: "; upgrade-insecure-requests", with: ""))
                    default: #expect(page.header(String(name)) == value, "\(name)")
                    }
                }
                #expect(page.header("Cache-Control") == "public, max-age=0, must-revalidate")
                let style = try #require(site.paths.first { $0.hasPrefix("assets/") && $0.hasSuffix(".css") })
                let asset = try await RawClient.answer(preview.server.port, "GET /\(style) HTTP/1.1")
                #expect(asset.header("Cache-Control") == "public, max-age=31536000, immutable")
            }
        }

        /// A site's own `_headers` is what servers read then; the preview's own script is let in all the same.
        @Test func theSitesOwnHeadersTakeThePlaceOfThose() async throws {
            let headers = """
                # Mine.
                /*
                  X-All: 1
                  Content-Security-Policy: default-src 'none'; script-src https://cdn.example.net; upgrade-insecure-requests
                  Cache-Control: no-cache
                /articles/:name/
                  X-Article: yes
                  X-All: 2
                /articles/
                  ! X-All
                """
            try await TestPreview.with("first-article", files: ["content/static/_headers": headers]) { preview in
                let article = try await RawClient.answer(preview.server.port, "GET /articles/asking/ HTTP/1.1")
                #expect(article.header("X-Article") == "yes" && article.header("X-All") == "1, 2")
                #expect(article.header("X-Content-Type-Options") == nil && article.header("Cache-Control") == "no-cache")
                #expect(
                    article.header("Content-Security-Policy")
                        == "default-src 'none'; script-src https://cdn.example.net 'self'; style-src 'self'; connect-src 'self'")
                let list = try await RawClient.answer(preview.server.port, "GET /articles/ HTTP/1.1")
                #expect(
                    list.header("X-All") == nil && list.header("X-Article") == nil && list.header("Cache-Control") == "no-cache")
            }
        }

        @Test func whatDidNotChangeIsNotSentAgain() async throws {
            try await TestPreview.with { preview in
                let port = preview.server.port
                let tag = try #require(try await RawClient.answer(port, "GET /notes/note/ HTTP/1.1").header("ETag"))
                let host = "Host: 127.0.0.1:\(port)"
                let again = try await RawClient.answer(
                    port, "GET /notes/note/ HTTP/1.1", headers: [host, "If-None-Match: \"x\", \(tag)"])
                #expect(again.status == 304 && again.body.isEmpty)
                try preview.write("---\ntitle: Other\ndate: 2026-01-01\n---\nOther text.\n", to: "content/notes/note.md")
                #expect(try await preview.settles() == nil)
                #expect(
                    try await RawClient.answer(port, "GET /notes/note/ HTTP/1.1", headers: [host, "If-None-Match: \(tag)"]).status
                        == 200)
            }
        }

        @Test func foldersFormerAddressesAndMissingPagesGoAsOnTheServers() async throws {
            try await TestPreview.with("hosting") { preview in
                let port = preview.server.port
                let site = try #require(preview.server.update.site)
                let base = site.site.config.baseURL.path
                let folder = try await RawClient.answer(port, "GET \(base)articles/moved HTTP/1.1")
                #expect(folder.status == 302 && folder.header("Location") == "\(base)articles/moved/")
                #expect(site.site.aliases.count >= 6)
                for alias in site.site.aliases {
                    let answer = try await RawClient.answer(
                        port, "GET \(site.site.config.baseURL.href(alias.permalink)) HTTP/1.1")
                    #expect(answer.status == 301, "\(alias.permalink.path)")
                    #expect(answer.header("Location") == site.site.config.baseURL.href(alias.target))
                }
                let missing = try await RawClient.answer(port, "GET \(base)nowhere/ HTTP/1.1")
                let page = String(decoding: try #require(site.file(at: "404.html").value), as: UTF8.self)
                #expect(missing.status == 404 && missing.body.hasPrefix(page.components(separatedBy: "</body>")[0]))
                #expect(try await RawClient.answer(port, "GET \(base)assets/ HTTP/1.1").status == 404)
            }
        }

        @Test func aSiteBelowAPathIsServedThere() async throws {
            try await TestPreview.with("base-path") { preview in
                let port = preview.server.port
                let base = try #require(preview.server.update.site?.site.config.baseURL.path)
                #expect(base.count > 1)
                let root = try await RawClient.answer(port, "GET / HTTP/1.1")
                #expect(root.status == 302 && root.header("Location") == base)
                #expect(try await RawClient.answer(port, "GET \(base) HTTP/1.1").status == 200)
                #expect(try await RawClient.answer(port, "GET \(base.dropLast()) HTTP/1.1").header("Location") == base)
                #expect(try await RawClient.answer(port, "GET /articles/ HTTP/1.1").status == 404)
                #expect(preview.server.address == "http://127.0.0.1:\(port)\(base)")
            }
        }

        @Test func withoutASiteThePageIsTheMessages() async throws {
            try await TestPreview.with(files: ["themes/small/templates/page.html": "{{ page.titel }}"]) { preview in
                // A mistake in a template is found for all pages at once, and the site has none to show yet.
                let answer = try await RawClient.answer(preview.server.port, "GET /notes/note/ HTTP/1.1")
                #expect(answer.status == 500 && answer.body.contains("themes/small/templates/page.html:1:"))
                #expect(answer.header("Content-Security-Policy")?.contains("script-src 'self'") == true)
            }
        }

        @Test func aPortThatIsTakenIsSaidOrPassedOver() async throws {
            try await TestPreview.with { preview in
                let taken = preview.server.port
                await #expect(throws: PreviewError.self) {
                    try await TestPreview.with("first-article", { $0.port = .exactly(taken) }) { _ in }
                }
                try await TestPreview.with("first-article", { $0.port = .from(taken) }) { #expect($0.server.port > taken) }
            }
        }

        @Test func aMomentThatComesIsShown() async throws {
            let clock = TestClock()
            let page = ["content/notes/soon.md": "---\ntitle: Soon\ndate: 2026-11-01T00:10:00Z\n---\nText.\n"]
            try await TestPreview.with(files: page, { options in options.now = { clock.now } }) { preview in
                let before = try await RawClient.answer(preview.server.port, "GET /notes/soon/ HTTP/1.1")
                #expect(before.body.contains("<martlet-mark") && before.body.contains("2026-11-01 00:10"))
                clock.now.seconds += 601
                let end = ContinuousClock.now + .seconds(10)
                var isMarked = true
                while isMarked, ContinuousClock.now < end {
                    try await Task.sleep(for: .milliseconds(100))
                    isMarked = try await RawClient.answer(preview.server.port, "GET /notes/soon/ HTTP/1.1").body.contains(
                        "<martlet-mark")
                }
                #expect(!isMarked)
            }
        }
    }
}
