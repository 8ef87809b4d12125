/// The parts of a path between its slashes, empty ones left out.
///
/// By bytes, as the system sees them: to Swift a slash and a combining mark behind it are one character, and no slash.
package func pathParts(_ path: String) -> [String] { parts(of: path, keepingEmpty: false) }

/// The parts of a path, also the empty ones before, between and behind its slashes.
package func allPathParts(_ path: String) -> [String] { parts(of: path, keepingEmpty: true) }

private func parts(of path: String, keepingEmpty: Bool) -> [String] {
    path.withBytes { bytes in
        var parts: [String] = []
        parts.reserveCapacity(4)
        var start = 0
        while true {
            let end = offset(of: 0x2F, in: bytes, from: start)
            if keepingEmpty || end > start {
                parts.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self))
            }
            if end == bytes.count { return parts }
            start = end + 1
        }
    }
}

/// The folder of a path, without a slash at its end; empty for the root.
package func folder(of path: String) -> String {
    path.withBytes { bytes in
        let slash = lastSlash(in: bytes) ?? 0
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<slash]), as: UTF8.self)
    }
}

private func lastSlash(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var end = bytes.count
    while end > 0, bytes[end - 1] != 0x2F { end -= 1 }
    return end > 0 ? end - 1 : nil
}

/// A relative path from where a file stands, as `joined` has it with the file's folder.
package func joined(beside file: String, _ path: String) -> String? {
    // A file beside it, as most links have it.
    let neighbour = file.withBytes { file in
        path.withBytes { name -> String? in
            guard let slash = lastSlash(in: file), !name.isEmpty, offset(of: 0x2F, in: name, from: 0) == name.count,
                name.count > 2 || !name.allSatisfy({ $0 == 0x2E })
            else { return nil }
            return String(unsafeUninitializedCapacity: slash + 1 + name.count) { bytes in
                _ = bytes.update(fromContentsOf: UnsafeBufferPointer(rebasing: file[...slash]))
                _ = UnsafeMutableBufferPointer(rebasing: bytes[(slash + 1)...]).update(fromContentsOf: name)
                return slash + 1 + name.count
            }
        }
    }
    return neighbour ?? joined(folder(of: file), path)
}

/// The last part of a path.
package func fileName(of path: String) -> String {
    path.withBytes { bytes in
        let start = lastSlash(in: bytes).map { $0 + 1 } ?? 0
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
    }
}

/// Whether a relative path stays below the folder that it starts from: no empty part, none that is `.` or `..`, no NUL.
package func isInnerPath(_ path: String) -> Bool {
    path.withBytes { bytes in
        // How many bytes the part has so far, and how many of them are dots.
        var (count, dots) = (0, 0)
        for byte in bytes {
            if byte == 0 { return false }
            if byte == 0x2F {
                if count == dots, count <= 2 { return false }
                (count, dots) = (0, 0)
            } else {
                count += 1
                if byte == 0x2E { dots += 1 }
            }
        }
        return count > dots || count > 2
    }
}

/// A relative path put behind a folder, `.` and `..` worked out; nil where it leaves the folder's root.
package func joined(_ folder: String, _ path: String) -> String? {
    let room = folder.utf8.count + path.utf8.count + 1
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { bytes in
        var joined = JoinedPath(bytes: bytes)
        let isInside = joined.append(folder, climbing: false) && joined.append(path, climbing: true)
        return isInside ? String(decoding: bytes[..<joined.count], as: UTF8.self) : nil
    }
}

/// A path that is put together, in memory that has room for all of it.
private struct JoinedPath {
    let bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

    /// Appends the parts of a path, each behind a slash but the first; where it climbs, `..` takes one away. False when there is
    /// none to take away.
    mutating func append(_ path: String, climbing: Bool) -> Bool {
        path.withBytes { path in
            var start = 0
            while start < path.count {
                let part = start..<offset(of: 0x2F, in: path, from: start)
                start = part.upperBound + 1
                let dots = climbing && part.count <= 2 && part.allSatisfy { path[$0] == 0x2E } ? part.count : 0
                if part.isEmpty || dots == 1 { continue }
                if dots == 2 {
                    if count == 0 { return false }
                    removeLast()
                } else {
                    append(UnsafeBufferPointer(rebasing: path[part]))
                }
            }
            return true
        }
    }

    private mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
        if count > 0 {
            bytes[count] = 0x2F
            count += 1
        }
        _ = UnsafeMutableBufferPointer(rebasing: bytes[count...]).update(fromContentsOf: part)
        count += part.count
    }

    private mutating func removeLast() {
        while count > 0, bytes[count - 1] != 0x2F { count -= 1 }
        count = max(0, count - 1)
    }
}
