/// The parts of a path between its slashes, empty ones left out.
///
/// By bytes, as the system sees them: to Swift a slash and a combining mark behind it are one character, and no slash.
package func pathParts(_ path: String) -> [String] { parts(of: path, keepingEmpty: false) }

/// The parts of a path, also the empty ones before, between and behind its slashes.
package func allPathParts(_ path: String) -> [String] { parts(of: path, keepingEmpty: true) }

private func parts(of path: String, keepingEmpty: Bool) -> [String] {
    var path = path
    return path.withUTF8 { bytes in
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
    var path = path
    return path.withUTF8 { bytes in
        var end = bytes.count
        while end > 0, bytes[end - 1] != 0x2F { end -= 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<max(0, end - 1)]), as: UTF8.self)
    }
}

/// The last part of a path.
package func fileName(of path: String) -> String {
    var path = path
    return path.withUTF8 { bytes in
        var start = bytes.count
        while start > 0, bytes[start - 1] != 0x2F { start -= 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
    }
}

/// Whether a relative path stays below the folder that it starts from: no empty part, none that is `.` or `..`, no NUL.
package func isInnerPath(_ path: String) -> Bool {
    !path.utf8.contains(0) && !allPathParts(path).contains { $0.isEmpty || $0 == "." || $0 == ".." }
}

/// A relative path put behind a folder, `.` and `..` worked out; nil where it leaves the folder's root.
package func joined(_ folder: String, _ path: String) -> String? {
    // A file beside the source, as most links have it.
    if !path.isEmpty, !path.utf8.contains(0x2F), path != ".", path != ".." { return folder.isEmpty ? path : folder + "/" + path }
    var parts: [UInt8] = []
    parts.reserveCapacity(folder.utf8.count + path.utf8.count + 1)
    let isInside = append(folder, climbing: false, to: &parts) && append(path, climbing: true, to: &parts)
    return isInside ? String(decoding: parts, as: UTF8.self) : nil
}

/// Appends the parts of a path, each behind a slash but the first; where it climbs, `..` takes one away. False when there is
/// none to take away.
private func append(_ path: String, climbing: Bool, to joined: inout [UInt8]) -> Bool {
    var path = path
    return path.withUTF8 { bytes in
        var start = 0
        while start < bytes.count {
            let part = UnsafeBufferPointer(rebasing: bytes[start..<offset(of: 0x2F, in: bytes, from: start)])
            start += part.count + 1
            if part.isEmpty || climbing && part.count == 1 && part[0] == 0x2E { continue }
            if climbing, part.count == 2, part[0] == 0x2E, part[1] == 0x2E {
                if joined.isEmpty { return false }
                joined.removeSubrange((joined.lastIndex(of: 0x2F) ?? 0)...)
            } else {
                if !joined.isEmpty { joined.append(0x2F) }
                joined.append(contentsOf: part)
            }
        }
        return true
    }
}
