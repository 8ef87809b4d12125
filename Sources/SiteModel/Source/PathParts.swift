/// The parts of a path between its slashes, empty ones left out.
///
/// By bytes, as the system sees them: to Swift a slash and a combining mark behind it are one character, and no slash.
package func pathParts(_ path: String) -> [String] { allPathParts(path).filter { !$0.isEmpty } }

/// The parts of a path, also the empty ones before, between and behind its slashes.
package func allPathParts(_ path: String) -> [String] {
    path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
}

/// The folder of a path, without a slash at its end; empty for the root.
package func folder(of path: String) -> String {
    path.utf8.lastIndex(of: 0x2F).map { String(decoding: path.utf8[..<$0], as: UTF8.self) } ?? ""
}

/// The last part of a path.
package func fileName(of path: String) -> String { allPathParts(path).last ?? "" }

/// Whether a relative path stays below the folder that it starts from: no empty part, none that is `.` or `..`, no NUL.
package func isInnerPath(_ path: String) -> Bool {
    !path.utf8.contains(0) && !allPathParts(path).contains { $0.isEmpty || $0 == "." || $0 == ".." }
}
