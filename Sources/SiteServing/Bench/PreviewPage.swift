package import SitePipeline

/// A page of the preview itself, below `/__martlet/`.
package struct PreviewPage: Sendable {
    /// Its address below `/__martlet/`: empty for `/__martlet/` itself, `cards`. One that ends in `/` has all addresses below it too.
    package var address: String
    package var answer: @Sendable (PreviewMoment) async -> PreviewResponse

    package init(_ address: String, answer: @escaping @Sendable (PreviewMoment) async -> PreviewResponse) {
        self.address = address
        self.answer = answer
    }

    func holds(_ address: String) -> Bool {
        self.address == address || (self.address.hasSuffix("/") && address.hasPrefix(self.address))
    }
}

/// What a page of the preview can show: the site as it is when the page is asked for, and how it was asked for.
package struct PreviewMoment: Sendable {
    package var update: LiveUpdate
    /// Where the site's sources stand, and where a build publishes it.
    package var folders: SiteFolders
    package var editor: EditorLink?
    /// What a build would be told that publishes the site now.
    package var publishing: BuildOptions
    /// The whole address below `/__martlet/`, percent-decoded.
    package var address: String
    /// What stands behind `?`, as it was sent.
    package var query: String

    package init(
        update: LiveUpdate, folders: SiteFolders, editor: EditorLink?, publishing: BuildOptions, address: String, query: String
    ) {
        self.update = update
        self.folders = folders
        self.editor = editor
        self.publishing = publishing
        self.address = address
        self.query = query
    }
}
