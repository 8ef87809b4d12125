import SiteModel

/// What the files of the site hold as images, by their address.
struct ImageIndex: Sendable {
    /// Nil for a file that cannot be read as an image.
    private let facts: [Permalink: ImageFacts?]

    init(_ files: [PublishedFile], _ facts: [String: ImageFacts]) {
        self.facts = Dictionary(files.lazy.map { ($0.permalink, facts[$0.source]) }) { $1 ?? $0 }
    }

    subscript(address: Permalink) -> ImageFacts? { facts[address] ?? nil }

    /// Whether there is a file at an address.
    func holds(_ address: Permalink) -> Bool { facts[address] != nil }

    /// What is wrong with a file where a page shows it as an image.
    func problem(with address: Permalink, at location: SourceLocation) -> Diagnostic? {
        let name = fileName(of: address.path)
        guard let facts = self[address] else {
            if ImageKind(fileName: name) != nil {
                return Diagnostic(
                    .badImage, "'\(name)' cannot be read as an image", at: location,
                    help: "export it again from the program that made it")
            }
            return Diagnostic(
                .badImage, "'\(name)' is no image that browsers show", at: location,
                help: "use a file in one of the formats \(ImageKind.ofPictures.map(\.name).joined(separator: ", "))")
        }
        guard let promised = ImageKind(fileName: name), promised != facts.kind else { return nil }
        let renamed = stem(of: name) + "." + facts.kind.fileEndings[0]
        let message = "'\(name)' is \(facts.kind.nameWithArticle) by its content"
        // Browsers go by the content, but for SVG, which they show only where the server calls it that; and it goes by the name.
        let code: DiagnosticCode = promised == .svg || facts.kind == .svg ? .badImage : .misnamedImage
        return Diagnostic(code, message, at: location, help: "rename it to '\(renamed)'")
    }

    private func stem(of name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(decoding: name.utf8[..<$0], as: UTF8.self) } ?? name
    }
}

extension ImageKind {
    /// As in "is a PNG".
    var nameWithArticle: String { self == .svg || self == .avif || self == .ico ? "an \(name)" : "a \(name)" }
}
