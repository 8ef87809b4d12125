import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A web server on this machine that answers by a table and notes what it was asked for.
final class LoopbackServer: Sendable {
    struct Request: Sendable, Equatable {
        var method: String
        var path: String
        var agent: String
        var start: ContinuousClock.Instant
        var end: ContinuousClock.Instant
    }

    let port: Int
    private let socket: Int32
    private let requests = Mutex<[Request]>([])

    /// `answer` gives the status line and headers for a method and a path; nil closes without a word.
    init(_ answer: @escaping @Sendable (_ method: String, _ path: String) -> String?) throws {
        let socket = Self.listening()
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) == 0 }
        }
        guard socket >= 0, isBound else { throw CocoaError(.fileReadUnknown) }
        self.socket = socket
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { self.serve(connection, answer) }
            }
        }
    }

    var seen: [Request] { requests.withLock { $0 } }

    func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    private func serve(_ connection: Int32, _ answer: (String, String) -> String?) {
        defer { close(connection) }
        let start = ContinuousClock.now
        var text = ""
        while !text.contains("\r\n\r\n") {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = recv(connection, &bytes, bytes.count, 0)
            guard count > 0 else { return }
            text += String(decoding: bytes[..<count], as: UTF8.self)
        }
        let words = text.split(separator: " ")
        let (method, path) = (String(words[0]), String(words[1]))
        let agent = text.split(separator: "\r\n").first { $0.hasPrefix("User-Agent: ") }.map { String($0.dropFirst(12)) } ?? ""
        let head = answer(method, path)
        let request = Request(method: method, path: path, agent: agent, start: start, end: .now)
        requests.withLock { $0.append(request) }
        guard let head else { return }
        let bytes = Array(("HTTP/1.1 " + head + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func listening() -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        return isBound && listen(socket, 64) == 0 ? socket : -1
    }
}
