import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A connection that sends any bytes, as no client library would.
final class RawClient: Sendable {
    private let descriptor: Int32

    init(_ port: Int, receiveBuffer: Int32? = nil) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        if var receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    /// False where the other side is gone.
    @discardableResult func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// What comes until the other side closes, or until nothing has come for a while.
    ///
    /// On a thread of its own: the server runs in this process, on the threads that tests run on.
    func receive(pause: Int = 15_000) async -> [UInt8] {
        await withCheckedContinuation { done in
            Thread.detachNewThread { done.resume(returning: self.blockingReceive(pause: pause)) }
        }
    }

    private func blockingReceive(pause: Int) -> [UInt8] {
        var time = timeval(tv_sec: pause / 1000, tv_usec: pause % 1000 * 1000)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }

    /// One answer, to a request that is sent as it is and closes the connection.
    static func answer(_ port: Int, _ line: String, headers: [String]? = nil) async throws -> String {
        let client = try RawClient(port)
        let headers = headers ?? ["Host: 127.0.0.1:\(port)"]
        client.send(([line] + headers + ["Connection: close", "", ""]).joined(separator: "\r\n"))
        return String(decoding: await client.receive(), as: UTF8.self)
    }
}

extension String {
    /// Of an answer: `404`.
    var status: Int? { split(separator: " ").dropFirst().first.flatMap { Int($0) } }

    func header(_ name: String) -> String? {
        components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
            .first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }.map { String($0.dropFirst(name.count + 2)) }
    }

    var body: String { components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n") }
}
