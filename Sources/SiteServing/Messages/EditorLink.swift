internal import SiteModel

/// Makes links that open a file at a place in an editor: `vscode://file/{path}:{line}:{column}`.
package struct EditorLink: Sendable {
    private let template: String
    /// The folder that paths of messages are relative to, absolute.
    private let root: String

    /// Nil for what is no such template: it begins with a scheme and has `{path}` in it.
    package init?(template: String, root: String) {
        let scheme = template.prefix { $0 != ":" }.lowercased()
        let isScheme = scheme.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
        // These would run in the page, and are no programs.
        guard isScheme, template.contains(":"), template.contains("{path}"), !["javascript", "data", "vbscript"].contains(scheme)
        else { return nil }
        self.template = template
        self.root = root
    }

    package func address(path: String, line: Int, column: Int) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            switch rest[rest.index(after: open)..<close] {
            case "path": result += percentEncodedPath(root + "/" + path)
            case "line": result += String(line)
            case "column": result += String(column)
            case let other: result += "{" + other + "}"
            }
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
