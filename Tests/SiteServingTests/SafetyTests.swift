import Foundation
import SiteServing
import Testing

/// Nothing outside the site is ever sent, to nobody but this machine, and nobody keeps others waiting.
extension ServingTests {
    @Suite(.serialized) struct SafetyTests {
        private static let secret = "not for anybody"

        /// Files of the site's folder, of its output and of the machine, under every name that has led out of a server.
        @Test func noAddressLeadsOutOfTheSite() async throws {
            let targets = ["content/site.yml", "secret.txt", "etc/passwd", "content/articles/a1.md"]
            let ups = [
                "/../", "/..%2f", "/%2e%2e/", "/%2e%2e%2f", "/.%2e/", "/..%5c", "/..\\", "//", "///", "/%2f", "/./", "/%00/",
                "/notes/../../",
                "/notes/%2e%2e/%2e%2e/", "/..;/", "/%c0%ae%c0%ae/", "/%252e%252e/", "/assets/../../", "/__martlet/../../",
                "/__martlet/%2e%2e/",
            ]
            try await TestPreview.with(files: ["secret.txt": Self.secret]) { preview in
                let port = preview.server.port
                for up in ups {
                    for depth in 1...4 {
                        for target in targets {
                            let address = String(repeating: up, count: depth) + target
                            let answer = try await RawClient.answer(port, "GET \(address) HTTP/1.1")
                            let status = try #require(answer.status, "\(address): \(answer)")
                            #expect([400, 404].contains(status), "\(address): \(status)")
                            #expect(
                                !answer.contains(Self.secret) && !answer.contains("baseURL") && !answer.contains("root:"),
                                "\(address)")
                        }
                    }
                }
                for address in [
                    "/secret.txt", "/content/site.yml", "/site.yml", "/_headers", "/.martlet-files", "/themes/small/theme.yml",
                ] {
                    #expect(try await RawClient.answer(port, "GET \(address) HTTP/1.1").status == 404, "\(address)")
                }
                for address in ["secret.txt", "http://127.0.0.1:\(port)/", "*", "/%", "/%zz", "/a%00b", "/\u{7F}"] {
                    let status = try await RawClient.answer(port, "GET \(address) HTTP/1.1").status
                    #expect([400, 404].contains(status), "\(address)")
                }
            }
        }

        @Test func onlyNamesOfThisMachineAreAnswered() async throws {
            try await TestPreview.with { preview in
                let port = preview.server.port
                for host in ["127.0.0.1:\(port)", "localhost:\(port)", "LOCALHOST:\(port)", "[::1]:\(port)"] {
                    #expect(
                        try await RawClient.answer(port, "GET / HTTP/1.1", headers: ["Host: \(host)"]).status == 200, "\(host)")
                }
                let foreign = [
                    "evil.example:\(port)", "evil.example", "127.0.0.1", "localhost", "127.0.0.1:\(port + 1)",
                    "127.0.0.1:\(port).evil.example",
                    "localhost.evil.example:\(port)", "0.0.0.0:\(port)", "user@127.0.0.1:\(port)",
                ]
                for host in foreign {
                    for address in ["/", "/__martlet/events", "/__martlet/messages"] {
                        let answer = try await RawClient.answer(port, "GET \(address) HTTP/1.1", headers: ["Host: \(host)"])
                        #expect(answer.status == 421, "\(host) \(address)")
                        #expect(!answer.contains("<html"))
                    }
                }
                let own = "Host: 127.0.0.1:\(port)"
                #expect(try await RawClient.answer(port, "GET / HTTP/1.1", headers: []).status == 400)
                #expect(try await RawClient.answer(port, "GET / HTTP/1.1", headers: [own, "Host: evil.example"]).status == 400)
            }
        }

        @Test func pagesAreReadAndNothingElse() async throws {
            try await TestPreview.with { preview in
                let port = preview.server.port
                for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"] {
                    let answer = try await RawClient.answer(port, "\(method) / HTTP/1.1")
                    #expect(answer.status == 405, "\(method)")
                    #expect(answer.header("Allow") == "GET, HEAD")
                }
                let form = try RawClient(port)
                form.send("POST / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 3\r\n\r\na=b")
                #expect(String(decoding: await form.receive(), as: UTF8.self).status == 405)
                let head = try await RawClient.answer(port, "HEAD / HTTP/1.1")
                #expect(head.status == 200 && head.body.isEmpty && head.header("Content-Length") != "0")
                #expect(try await RawClient.answer(port, "GET /\(String(repeating: "a", count: 9_000)) HTTP/1.1").status == 414)
                let long = ["Host: 127.0.0.1:\(port)", "X: " + String(repeating: "a", count: 17_000)]
                #expect(try await RawClient.answer(port, "GET / HTTP/1.1", headers: long).status == 431)
                let huge = try RawClient(port)
                huge.send("GET / HTTP/1.1\r\nX: ")
                for _ in 0..<200 where !huge.send(String(repeating: "a", count: 10_000)) { break }
                #expect(String(decoding: await huge.receive(), as: UTF8.self).status != 200)
            }
        }

        /// What comes in pieces is not waited for forever, and not by others.
        @Test func slowClientsAreLetGo() async throws {
            let change = { (options: inout PreviewOptions) in options.limits.request = .seconds(1) }
            try await TestPreview.with("every-kind", change) { preview in
                let port = preview.server.port
                let slow = try RawClient(port)
                let start = ContinuousClock.now
                var isThere = true
                for byte in "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + String(repeating: "y", count: 200) where isThere {
                    isThere = slow.send(String(byte))
                    try await Task.sleep(for: .milliseconds(20))
                }
                #expect(!isThere, "it was listened to for \(ContinuousClock.now - start)")
                #expect(try await RawClient.answer(port, "GET / HTTP/1.1").status == 200)
            }
        }

        @Test func clientsThatDoNotReadAreLetGo() async throws {
            let big = String(repeating: "0123456789abcdef", count: 500_000)
            let change = { (options: inout PreviewOptions) in options.limits.write = .milliseconds(400) }
            try await TestPreview.with("every-kind", files: ["content/static/big.txt": big], change) { preview in
                let port = preview.server.port
                let deaf = try (0..<4).map { _ in try RawClient(port, receiveBuffer: 4096) }
                for client in deaf {
                    client.send(String(repeating: "GET /big.txt HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n", count: 5))
                }
                let start = ContinuousClock.now
                // On a busy machine this client too may be slower than the limit once.
                var statuses: [Int] = []
                while statuses.last != 200, statuses.count < 5 {
                    statuses.append(try await RawClient.answer(port, "GET / HTTP/1.1").status ?? 0)
                }
                #expect(statuses.last == 200)
                #expect(ContinuousClock.now - start < .seconds(10))
                try await Task.sleep(for: .milliseconds(1500))
                for client in deaf { #expect(await client.receive(pause: 200).count < big.utf8.count, "it got all") }
                var whole = 0
                for _ in 0..<5 where whole != big.utf8.count {
                    whole = try await RawClient.answer(port, "GET /big.txt HTTP/1.1").body.utf8.count
                }
                #expect(whole == big.utf8.count)
            }
        }

        /// Browsers open connections ahead; other programs forget theirs.
        @Test(arguments: [512, 50]) func idleConnectionsKeepNobodyWaiting(limit: Int) async throws {
            try await TestPreview.with("every-kind", { $0.limits.connections = limit }) { preview in
                let port = preview.server.port
                let idle = try (0..<300).map { _ in try RawClient(port) }
                let start = ContinuousClock.now
                for _ in 0..<5 { #expect(try await RawClient.answer(port, "GET /notes/note/ HTTP/1.1").status == 200) }
                #expect(ContinuousClock.now - start < .seconds(10))
                withExtendedLifetime(idle) {}
            }
        }

        @Test func anIdleConnectionIsClosed() async throws {
            let change = { (options: inout PreviewOptions) in
                (options.limits.request, options.limits.idle) = (.seconds(5), .milliseconds(300))
            }
            try await TestPreview.with("every-kind", change) { preview in
                let port = preview.server.port
                let client = try RawClient(port)
                let request = "GET /notes/note/ HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
                // Two at once are answered in turn; then nothing more is asked.
                client.send(request + request)
                let start = ContinuousClock.now
                let answers = String(decoding: await client.receive(pause: 5000), as: UTF8.self)
                #expect(ContinuousClock.now - start < .seconds(3))
                #expect(answers.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
            }
        }
    }
}
