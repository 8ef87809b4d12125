/// `_redirects`, which Cloudflare Pages, Netlify and others read: a former address a line. The pages at those addresses stay, for
/// servers that do not read it, and for an address that would be a pattern here.
///
/// Netlify shows such a page and does not redirect, unless it is told to force it, by a mark that Cloudflare does not know.
func redirectsFile(_ redirects: [Redirect], isForced: Bool) -> String {
    var lines = redirects.filter { !$0.isPattern }.map { "\($0.encodedPath) \($0.target) 301\(isForced ? "!" : "")\n" }
    if !isForced { lines = Array(lines.filter { $0.utf8.count <= longestLine }.prefix(mostLines)) }
    return "# Made by Martlet. A file of this name in content/static/ takes its place.\n" + lines.joined()
}

/// What Cloudflare takes; it refuses a file with more.
private let (longestLine, mostLines) = (1_000, 2_000)

extension Redirect {
    /// Whether it has what stands for any text in such a file.
    fileprivate var isPattern: Bool { encodedPath.contains("*") || encodedPath.contains(":") || target.contains(":") }
}
