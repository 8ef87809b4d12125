/// A file of the finished site.
package struct RenderedFile: Sendable {
    /// Relative to the output folder, with `/` between folders.
    package var path: String
    package var content: Content

    package enum Content: Sendable {
        case bytes([UInt8])
        /// A file of the site, copied as it is; its path is relative to the site's root.
        case copy(of: String)
    }

    package init(path: String, content: Content) {
        self.path = path
        self.content = content
    }
}
