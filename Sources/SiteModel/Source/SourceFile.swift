/// A file of the site that goes through the parser: where it stands, what it is for, and its bytes.
package struct SourceFile: Sendable {
    /// Relative to the site's root, with `/` between folders.
    package var path: String
    package var role: DocumentRole
    package var bytes: [UInt8]

    package init(path: String, role: DocumentRole, bytes: [UInt8]) {
        self.path = path
        self.role = role
        self.bytes = bytes
    }
}
