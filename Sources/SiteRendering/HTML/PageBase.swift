package import SiteModel

/// The page that a text belongs to, where the text is read elsewhere: its links are written out from there.
package struct PageBase: Sendable {
    /// Scheme and authority: `https://www.example.org`.
    package let origin: String
    /// The page's path, percent-encoded; ends with `/`.
    package let path: String

    package init(_ permalink: Permalink, _ baseURL: BaseURL) {
        origin = baseURL.origin
        path = baseURL.href(permalink)
    }

    /// A reference with scheme and host (RFC 3986 section 5.2), its query and fragment kept.
    package func absolute(_ reference: String) -> String {
        if isPlainPath(reference) { return origin + reference }
        if hasScheme(reference) { return reference }
        if reference.hasPrefix("//") { return origin.prefix { $0 != "/" } + reference }
        let end = reference.utf8.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? reference.endIndex
        let target = String(reference[..<end])
        let rest = reference[end...]
        if target.isEmpty { return origin + path + rest }
        return origin + withoutDots(target.utf8.first == 0x2F ? target : folder(of: path) + "/" + target) + rest
    }

    /// An absolute path in which no part has to be worked out, as nearly all are.
    func isPlainPath(_ reference: String) -> Bool {
        reference.withBytes { bytes in
            guard bytes.first == 0x2F, bytes.count == 1 || bytes[1] != 0x2F else { return false }
            var dot = offset(of: 0x2E, in: bytes, from: 0)
            while dot < bytes.count, bytes[dot - 1] != 0x2F { dot = offset(of: 0x2E, in: bytes, from: dot + 1) }
            return dot == bytes.count
        }
    }

    private func hasScheme(_ reference: String) -> Bool {
        guard let end = reference.utf8.firstIndex(where: { [0x3A, 0x2F, 0x3F, 0x23].contains($0) }), reference.utf8[end] == 0x3A,
            let first = reference.utf8.first
        else { return false }
        return (0x61...0x7A).contains(first | 0x20)
    }

    private func withoutDots(_ path: String) -> String {
        var parts: [String] = []
        let all = allPathParts(path).dropFirst()
        for part in all {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        if all.last == ".." || all.last == "." { parts.append("") }
        return "/" + parts.joined(separator: "/")
    }
}
