import SiteModel

/// A document and its place on the site.
final class PlacedDocument: Sendable {
    let document: Box<Document>
    let permalink: Permalink
    /// The first folder below `content/`: `articles`.
    let section: String
    /// Its position among all.
    let number: Int
    /// The number of the document whose page it belongs to: its own, but for what stands beside an article.
    let page: Int

    init(_ number: Int, document: Box<Document>, permalink: Permalink, section: String, page: Int) {
        self.number = number
        self.document = document
        self.permalink = permalink
        self.section = section
        self.page = page
    }
}

extension [PlacedDocument] {
    /// The language of a document's texts: its own, that of the article beside which it stands, that of the site.
    func language(of entry: PlacedDocument, _ config: SiteConfig) -> String {
        entry.document.fields.language?.value ?? self[entry.page].document.fields.language?.value ?? config.language
    }
}

/// Gives each document that is a page its address. Documents that belong to an article get the article's.
func assignPermalinks(
    _ documents: [Box<Document>], _ config: SiteConfig, _ workers: Workers
) async -> Outcome<[PlacedDocument]> {
    var diagnostics = Diagnostics()
    var own: [(number: Int, document: Box<Document>)] = []
    own.reserveCapacity(documents.count)
    for document in documents where !document.role.belongsToArticle { own.append((own.count, document)) }
    var placed = await workers.map(own, &diagnostics) { source, diagnostics in
        let location = DocumentLocation(source.document.path)
        return PlacedDocument(
            source.number, document: source.document,
            permalink: diagnostics.collect(permalink(of: source.document, location, config)), section: location.section,
            page: source.number)
    }
    if own.count < documents.count { placeCompanions(documents, &placed) }
    return Outcome(placed, diagnostics)
}

/// Puts what belongs to articles behind all pages.
private func placeCompanions(_ documents: [Box<Document>], _ placed: inout [PlacedDocument]) {
    var articles: [String: PlacedDocument] = [:]
    for entry in placed where entry.document.role == .article && fileName(of: entry.document.path) == "index.md" {
        articles[folder(of: entry.document.path)] = entry
    }
    for source in documents where source.role.belongsToArticle {
        guard let article = articles[folder(of: source.path)] else { continue }
        placed.append(
            PlacedDocument(
                placed.count, document: source, permalink: article.permalink, section: article.section, page: article.number))
    }
}

/// What the path of a document says.
struct DocumentLocation {
    /// The folders below `content/`, that of a bundle left out.
    let folders: [String]
    /// The file's name without `.md`, or that of the bundle's folder.
    let name: String
    /// `NAME/index.md` and not `NAME.md`.
    let isBundle: Bool

    var section: String { folders.first ?? "" }

    init(_ path: String) {
        var parts = Array(pathParts(path).dropFirst())
        let file = parts.popLast() ?? ""
        isBundle = file == "index.md" && !parts.isEmpty
        name = isBundle ? parts.removeLast() : String(file.dropLast(3))
        folders = parts
    }
}

/// The section that the path of a document says (`DocumentLocation.section`).
func sectionName(of path: String) -> String {
    let inner = path.utf8.dropFirst("content/".utf8.count)
    guard let slash = inner.firstIndex(of: 0x2F), !inner[slash...].elementsEqual("/index.md".utf8) else { return "" }
    return String(decoding: inner[..<slash], as: UTF8.self)
}

private func permalink(of document: Box<Document>, _ location: DocumentLocation, _ config: SiteConfig) -> Outcome<Permalink> {
    switch document.role {
    case .listing: return Outcome(Permalink("/" + (location.folders.map { pathSlug($0) + "/" }).joined()))
    case .topic: return slug(of: document, location).map { Permalink("/faqs/\($0)/") }
    case .person: return slug(of: document, location).map { Permalink("/people/\($0)/") }
    case .page:
        let folders = location.folders.dropFirst().map { pathSlug($0) + "/" }.joined()
        return slug(of: document, location).map { Permalink("/\(folders)\($0)/") }
    default:
        let pattern = config.permalinks[location.section]?.value ?? .standard
        return slug(of: document, location).map { pattern.permalink(slug: $0, location, document.fields.date?.value) }
    }
}

/// The last part of the address: `slug:`, or else the file's name.
private func slug(of document: Box<Document>, _ location: DocumentLocation) -> Outcome<String> {
    var diagnostics = Diagnostics()
    let written = document.fields.slug
    let wanted = written?.value ?? location.name
    let slug = pathSlug(wanted)
    if let written, written.value != slug {
        diagnostics.add(
            .badURLPath, "'\(written.value)' cannot be the last part of an address", at: written.location,
            help: slug.isEmpty ? "use letters, digits and '-'" : "write '\(slug)'")
    } else if slug.isEmpty {
        diagnostics.add(
            .badURLPath, "the name '\(wanted)' gives no address", at: SourceLocation(document.path),
            help: "rename the file, or add 'slug: …'")
    }
    return Outcome(slug, diagnostics)
}

extension PermalinkPattern {
    fileprivate func permalink(slug: String, _ location: DocumentLocation, _ date: Instant?) -> Permalink {
        lazy var day = date?.day.description.split(separator: "-").map(String.init) ?? ["0000", "00", "00"]
        var path = ""
        for part in parts {
            switch part {
            case .literal(let literal): path += literal
            case .slug: path += slug
            case .section: path += pathSlug(location.section)
            case .folders:
                for (index, folder) in location.folders.enumerated() {
                    if index > 0 { path += "/" }
                    path += pathSlug(folder)
                }
            case .year: path += day[0]
            case .month: path += day[1]
            case .day: path += day[2]
            }
        }
        return Permalink(path)
    }
}

extension Outcome {
    func map<Mapped: Sendable>(_ transform: (Value) -> Mapped) -> Outcome<Mapped> {
        Outcome<Mapped>(transform(value), diagnostics)
    }
}
