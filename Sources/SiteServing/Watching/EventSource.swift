internal import SiteModel

/// What the system tells of the sources.
enum Event {
    case entry(ChangedEntry)
    /// Events were lost.
    case overflow
}

/// An entry of a folder that something happened to.
struct ChangedEntry {
    var folder: String
    var name: String
    var isFolder: Bool
    /// Whether what was at the place is gone, or what is there came to it.
    var isOther: Bool
    /// Whether the file is complete.
    var isSettled: Bool
}

#if canImport(Glibc)
    internal import Glibc

    /// The kernel's events of folders (inotify). A folder's watch tells of what is in it, not of what is in its folders.
    final class EventSource {
        private let root: String
        private let descriptor: Int32
        private var folders: [Int32: String] = [:]
        private var watches: [ExactPath: Int32] = [:]

        /// Nil where the system gives none.
        init?(root: String) {
            self.root = root
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            if descriptor < 0 { return nil }
        }

        func close() { _ = Glibc.close(descriptor) }

        func wait(milliseconds: Int32) {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&request, 1, milliseconds)
        }

        /// Watches a folder under its path; false where the system watches no more.
        func watch(_ folder: String) -> Bool {
            let isReachedByLink = folder.isEmpty || folder == "themes"
            let flags = Self.kinds | UInt32(IN_ONLYDIR) | (isReachedByLink ? 0 : UInt32(IN_DONT_FOLLOW))
            let watch = inotify_add_watch(descriptor, folder.isEmpty ? root : root + "/" + folder, flags)
            guard watch >= 0 else { return errno != ENOSPC && errno != ENOMEM }
            folders[watch] = folder
            watches[ExactPath(folder)] = watch
            return true
        }

        func unwatch(_ folder: String) {
            guard let watch = watches.removeValue(forKey: ExactPath(folder)), let known = folders[watch] else { return }
            // The same folder under another name, after a move, keeps its watch.
            guard ExactPath(known) == ExactPath(folder) else { return }
            folders[watch] = nil
            _ = inotify_rm_watch(descriptor, watch)
        }

        private static let kinds =
            UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_CREATE) | UInt32(IN_DELETE)
            | UInt32(IN_ATTRIB)

        /// What happened since the last call.
        func read() -> [Event] {
            var events: [Event] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return events }
                parse(buffer[..<count], &events)
            }
        }

        private func event(_ event: inotify_event, _ name: String) -> Event? {
            func has(_ kinds: Int32...) -> Bool { kinds.contains { event.mask & UInt32($0) != 0 } }
            if has(IN_Q_OVERFLOW) { return .overflow }
            guard let folder = folders[event.wd] else { return nil }
            if has(IN_IGNORED) {
                folders[event.wd] = nil
                if watches[ExactPath(folder)] == event.wd { watches[ExactPath(folder)] = nil }
            }
            if name.isEmpty { return nil }
            return .entry(
                ChangedEntry(
                    folder: folder, name: name, isFolder: event.mask & UInt32(IN_ISDIR) != 0,
                    isOther: has(IN_CREATE, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO), isSettled: has(IN_CLOSE_WRITE, IN_MOVED_TO)))
        }

        private func parse(_ bytes: ArraySlice<UInt8>, _ events: inout [Event]) {
            let header = MemoryLayout<inotify_event>.size
            bytes.withUnsafeBytes { raw in
                var offset = 0
                while offset + header <= raw.count {
                    let event = raw.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    let name = raw[(offset + header)..<(offset + header + Int(event.len))].prefix { $0 != 0 }
                    offset += header + Int(event.len)
                    if let event = self.event(event, String(decoding: name, as: UTF8.self)) { events.append(event) }
                }
            }
        }
    }
#else
    /// Where there are no events, folders are looked at often.
    final class EventSource {
        init?(root: String) { return nil }
        func close() {}
        func wait(milliseconds: Int32) {}
        func watch(_ folder: String) -> Bool { false }
        func unwatch(_ folder: String) {}
        func read() -> [Event] { [] }
    }
#endif
