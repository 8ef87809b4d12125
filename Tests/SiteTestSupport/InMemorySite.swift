package import SiteModel

/// A whole site, written in the test that builds it.
///
/// ```swift
/// let site = InMemorySite {
///     config()
///     article("a", "See [b](1️⃣../b.md).")
/// }
/// ```
package struct InMemorySite: Sendable {
    /// With their marks. A later file takes the place of an earlier one at the same path.
    package private(set) var sources: [String: MarkedText] = [:]
    /// What stands in for the theme of the program.
    private var theme = tinyTheme

    package init(@Files _ files: () -> [MarkedFile]) {
        for file in files() { sources[file.path] = file.content }
    }

    package var files: InMemoryFileSystem {
        InMemoryFileSystem(files: sources.mapValues(\.bytes), builtInTheme: theme)
    }

    /// The same site with another theme in the program.
    package func with(theme: [ThemeFile]) -> InMemorySite {
        var site = self
        site.theme = theme
        return site
    }

    /// The same site with other texts.
    package func mapTexts(_ change: (String, MarkedText) -> MarkedText) -> InMemorySite {
        var site = self
        for (path, text) in sources { site.sources[path] = change(path, text) }
        return site
    }

    /// Where a mark stands; nil where no file has it.
    package func place(of mark: Int) -> Place? {
        for (path, content) in sources {
            if let position = content.position(of: mark) {
                return Place(path: path, line: position.line, column: position.column)
            }
        }
        return nil
    }

    /// Collects the files of a site.
    @resultBuilder
    package enum Files {
        package static func buildExpression(_ file: MarkedFile) -> [MarkedFile] { [file] }
        package static func buildExpression(_ files: [MarkedFile]) -> [MarkedFile] { files }
        package static func buildBlock(_ parts: [MarkedFile]...) -> [MarkedFile] { parts.flatMap { $0 } }
        package static func buildArray(_ parts: [[MarkedFile]]) -> [MarkedFile] { parts.flatMap { $0 } }
        package static func buildEither(first part: [MarkedFile]) -> [MarkedFile] { part }
        package static func buildEither(second part: [MarkedFile]) -> [MarkedFile] { part }
        package static func buildOptional(_ part: [MarkedFile]?) -> [MarkedFile] { part ?? [] }
    }
}

/// A file of a site in a test, its text with marks.
package struct MarkedFile: Sendable {
    package var path: String
    package var content: MarkedText

    package init(path: String, content: MarkedText) {
        self.path = path
        self.content = content
    }
}

/// Where something stands, as people count.
package struct Place: Sendable, Hashable, CustomStringConvertible {
    package var path: String
    package var line: Int
    package var column: Int

    package init(path: String, line: Int, column: Int) {
        self.path = path
        self.line = line
        self.column = column
    }

    package var description: String { "\(path):\(line):\(column)" }
}

/// Any file.
package func file(_ path: String, _ text: String) -> MarkedFile { MarkedFile(path: path, content: MarkedText(text)) }

package func file(_ path: String, bytes: [UInt8]) -> MarkedFile { MarkedFile(path: path, content: MarkedText(bytes)) }

/// `content/site.yml` with what every site needs, and more lines.
package func config(_ lines: String = "") -> MarkedFile {
    file("content/site.yml", "title: Test\nbaseURL: https://www.example.org/\n" + lines)
}

/// `content/articles/NAME.md` with what every article needs, more lines of front matter, and its text.
package func article(_ name: String, _ text: String = "Text.\n", with frontMatter: String = "") -> MarkedFile {
    file("content/articles/\(name).md", frontMatterOfArticle(frontMatter) + text)
}

/// `content/articles/NAME/index.md`.
package func articleFolder(_ name: String, _ text: String = "Text.\n", with frontMatter: String = "") -> MarkedFile {
    file("content/articles/\(name)/index.md", frontMatterOfArticle(frontMatter) + text)
}

private func frontMatterOfArticle(_ lines: String) -> String {
    "---\ntitle: An article\ndate: 2026-09-01\n\(lines.isEmpty || lines.hasSuffix("\n") ? lines : lines + "\n")---\n"
}
