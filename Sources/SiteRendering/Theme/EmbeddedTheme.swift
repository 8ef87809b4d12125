internal import CEmbeddedTheme
package import SiteModel

/// The files of the theme `plain` as they were when this program was built.
package func embeddedTheme() -> [ThemeFile] {
    (0..<martlet_theme_file_count()).map { index in
        let file = martlet_theme_file_at(index)
        let name = String(cString: file.path)
        let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        return ThemeFile(name: name, path: "themes/plain/" + name, bytes: bytes)
    }
}
