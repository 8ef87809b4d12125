internal import SiteModel
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One request for an address, whose content nobody reads.
struct WebRequest: Hashable {
    /// With `http:` or `https:` and without a fragment.
    var url: String
    var method: Method

    enum Method { case head, get }
}

/// What came back.
struct WebAnswer {
    /// Nil where nothing did.
    var status: Int?
    /// Where the answer leads on to, as a whole address.
    var next: String?
    /// What curl says went wrong.
    var fault: String
    /// curl's own number for it (`man curl`, "EXIT CODES"); 0 for none.
    var code: Int
}

/// Requests that run at the same time, each by the system's `curl`. Its process ends with the value or its time-out, whichever
/// is first.
struct CurlRequests {
    private let program: String
    private let seconds: Int
    private var running: [Running] = []

    private struct Running {
        let request: WebRequest
        let process: pid_t
        let pipe: Int32
        var output: [UInt8] = []
    }

    init(program: String, timeout seconds: Int) {
        self.program = program
        self.seconds = seconds
    }

    var count: Int { running.count }

    /// Begins a request; throws where there is no such program.
    mutating func start(_ request: WebRequest) throws(PublishError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw .failed("run", program) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments(request)).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let failure = posix_spawnp(&process, program, &actions, nil, &words, environ)
        close(ends[1])
        guard failure == 0 else {
            close(ends[0])
            throw PublishError(
                message:
                    "--external asks other sites with '\(program)', which cannot be run: \(String(cString: strerror(failure)))",
                status: EX_UNAVAILABLE)
        }
        running.append(Running(request: request, process: process, pipe: ends[0]))
    }

    /// Waits until a request ends, or so long; gives those that did.
    mutating func finished(within milliseconds: Int) -> [(WebRequest, WebAnswer)] {
        var polls = running.map { pollfd(fd: $0.pipe, events: Int16(POLLIN), revents: 0) }
        guard poll(&polls, nfds_t(polls.count), Int32(clamping: milliseconds)) > 0 else { return [] }
        var ended: [(WebRequest, WebAnswer)] = []
        for index in polls.indices.reversed() where polls[index].revents != 0 {
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = read(running[index].pipe, &bytes, bytes.count)
            if count > 0 {
                running[index].output += bytes[..<count]
            } else if count == 0 || errno != EINTR {
                let done = running.remove(at: index)
                close(done.pipe)
                var status: Int32 = 0
                while waitpid(done.process, &status, 0) < 0, errno == EINTR {}
                ended.append((done.request, WebAnswer(done.output)))
            }
        }
        return ended.reversed()
    }

    /// Ends what still runs.
    mutating func stop() {
        for one in running {
            kill(one.process, SIGTERM)
            close(one.pipe)
            var status: Int32 = 0
            while waitpid(one.process, &status, 0) < 0, errno == EINTR {}
        }
        running = []
    }

    /// No settings of the user's, no redirect followed, nothing but the web's own protocols; of a page that is asked for whole, its
    /// first byte.
    private func arguments(_ request: WebRequest) -> [String] {
        let kind = request.method == .head ? ["--head"] : ["--range", "0-0", "--max-filesize", "1000000"]
        return ["--disable", "--silent", "--globoff"] + kind + [
            "--output", "/dev/null", "--write-out", "%{http_code}\n%{exitcode}\n%{redirect_url}\n%{errormsg}\n",
            "--proto", "=http,https", "--connect-timeout", "10", "--max-time", String(seconds),
            "--user-agent", "martlet/\(Program.version) (checks links)", "--url", request.url,
        ]
    }
}

extension WebAnswer {
    /// From the lines that curl was asked to print.
    fileprivate init(_ output: [UInt8]) {
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        func line(_ index: Int) -> String { lines.indices.contains(index) ? String(lines[index]) : "" }
        status = Int(line(0)).flatMap { $0 > 0 ? $0 : nil }
        code = Int(line(1)) ?? -1
        next = line(2).isEmpty ? nil : line(2)
        fault = line(3)
    }
}
