package import SiteModel
internal import SiteParsing
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where `martlet new article` writes.
package struct NewArticle: Sendable {
    /// Its folder, relative to the site's root.
    package var folder: String
    package var files: [(name: String, text: String)]

    /// Nil where the title has no letter or digit to make an address of, or holds a line break.
    package init?(title: String, section: String, on day: Day, author: String?) {
        let slug = pathSlug(title)
        guard !slug.isEmpty, !title.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
        folder = "content/\(section)/\(slug)"
        files = [
            ("index.md", text(title, day, author)),
            ("faq.md", "## A question that readers ask? {#first-question}\n\nThe answer, in its first sentence.\n"),
            ("share.md", "---\nhashtags: []\n---\nOne sentence that makes somebody open the link.\n"),
        ]
    }
}

/// Writes the files of a new article. One that is there already stops it: nothing is overwritten.
package func makeArticle(_ article: NewArticle, at root: String) throws(PublishError) {
    let disk = DiskFileSystem(root: root)
    guard (try? disk.read(SiteConfig.path)) != nil else {
        throw PublishError(
            message: "there is no '\(SiteConfig.path)' in '\(root)'; run martlet in the site's folder, or name it with --source",
            status: EX_NOINPUT)
    }
    var target = try OutputFolder(root: root)
    for path in [article.folder, article.folder + ".md"] where target.kind(of: path) != .missing {
        throw .refused("\(path) is there already; give the article another title")
    }
    for file in article.files { try target.write(Array(file.text.utf8), to: article.folder + "/" + file.name) }
}

/// The one person of the site, by the name of the file; nil where there are none or several.
package func onlyPerson(in files: some FileSystem) -> String? {
    let people = ((try? files.entries(of: "content/people")) ?? []).filter { $0.kind == .file && $0.name.hasSuffix(".md") }
    return people.count == 1 ? people.first.map { String($0.name.dropLast(3)) } : nil
}

private func text(_ title: String, _ day: Day, _ author: String?) -> String {
    let quoted = title.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return """
        ---
        title: "\(quoted)"
        description: What the article answers, in one sentence.
        date: \(day)
        draft: true # delete this line to publish
        \(author.map { "authors: [\($0)]" } ?? "# authors: [name], the name of a file in 'content/people/'")
        ---

        The answer, in one or two sentences.

        ## What readers need to know first

        Begin with what helps most.

        """
}
