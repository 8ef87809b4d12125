import SiteModel

/// Turns the links and images of texts into addresses of the finished site, and reports each that leads nowhere.
///
/// A link may be a path to another source (`../other/index.md#part`), a file beside the page, a path of the site
/// (`/articles/other/`), a part of its own page (`#part`), or an address of the web, of mail or of the telephone.
struct LinkResolver: Sendable {
    let book: AddressBook
    let baseURL: BaseURL

    init(_ book: AddressBook, _ config: SiteConfig) {
        self.book = book
        baseURL = config.baseURL
    }

    /// Resolves a text. `path` is the source that holds it, `page` the page where it is read. Where the text is shown on
    /// other pages too, links to its own page are written out in full.
    func link(
        _ markup: Markup, headingIDs: [String], from path: String, on page: PlacedDocument, isShownElsewhere: Bool,
        _ diagnostics: inout Diagnostics
    ) -> LinkedMarkup {
        let links = markup.links
        var hrefs: [String] = []
        hrefs.reserveCapacity(links.count)
        for index in links.indices {
            let location = SourceLocation(path, links[index].range)
            hrefs.append(
                resolve(links[index].destination, at: location, on: page, isShownElsewhere: isShownElsewhere, &diagnostics))
        }
        let images = markup.images
        guard !images.isEmpty else {
            return LinkedMarkup(markup, headingIDs: headingIDs, hrefs: hrefs, imageSources: [], imageSizes: [])
        }
        let resolved = images.map { resolve($0, from: path, &diagnostics) }
        return LinkedMarkup(
            markup, headingIDs: headingIDs, hrefs: hrefs, imageSources: resolved.map(\.source), imageSizes: resolved.map(\.size))
    }

    /// Reports an address that front matter or the configuration names and that leads nowhere on this site.
    func check(_ url: Placed<String>, _ diagnostics: inout Diagnostics) {
        guard url.value.hasPrefix("/") else { return }
        _ = resolve(url.value, at: url.location, on: nil, isShownElsewhere: true, &diagnostics)
    }

    /// The page that a link of a source leads to; nil for one that leads elsewhere or nowhere.
    func target(of link: Link, from path: String, on page: PlacedDocument) -> LinkTarget? {
        guard scheme(of: link.destination) == nil, !link.destination.hasPrefix("//") else { return nil }
        let parts = LinkParts(link.destination)
        return parts.path.isEmpty ? nil : find(parts.path, from: path, on: page)
    }

    private func resolve(
        _ destination: String, at location: SourceLocation, on page: PlacedDocument?, isShownElsewhere: Bool,
        _ diagnostics: inout Diagnostics
    ) -> String {
        if let scheme = scheme(of: destination) { return checkScheme(scheme, destination, at: location, &diagnostics) }
        if destination.hasPrefix("//") {
            diagnostics.add(
                .unsafeLink, "'\(destination)' names no scheme", at: location, help: "write 'https:\(destination)'",
                fix: Fix(destination, with: "https:" + destination, in: location))
            return destination
        }
        let parts = LinkParts(destination)
        guard !parts.path.isEmpty else {
            guard let fragment = parts.fragment else {
                if parts.query.isEmpty {
                    diagnostics.add(.brokenLink, "the link leads nowhere", at: location, help: "write an address")
                }
                return destination
            }
            if let page { checkAnchor(fragment, on: page, at: location, &diagnostics) }
            let address = page.map { isShownElsewhere ? baseURL.href($0.permalink) : "" } ?? ""
            return address + parts.query + "#" + fragment
        }
        guard let target = find(parts.path, from: location.path, on: page) else {
            reportBroken(parts.path, at: location, &diagnostics)
            return destination
        }
        if let fragment = parts.fragment, case .document(let document) = target {
            checkAnchor(fragment, on: document, at: location, &diagnostics)
        }
        var address = baseURL.href(target.permalink)
        // Adding nothing to a text copies it.
        if !parts.query.isEmpty { address += parts.query }
        if let fragment = parts.fragment { address += "#" + fragment }
        return address
    }

    private func resolve(
        _ image: Image, from path: String, _ diagnostics: inout Diagnostics
    ) -> (source: String, size: ImageSize?) {
        let source = image.source
        let location = SourceLocation(path, image.range)
        if let scheme = scheme(of: source) {
            if scheme == "https" || scheme == "http" {
                diagnostics.add(.remoteImage, "the image comes from another site", at: location, help: "put it beside the page")
                return (source, nil)
            }
            return (checkScheme(scheme, source, at: location, &diagnostics), nil)
        }
        if let file = findFile(LinkParts(source).path, from: path) {
            if let problem = book.images.problem(with: file, at: location) { diagnostics.add(problem) }
            return (baseURL.href(file), book.images[file]?.size)
        }
        let near = nearest(to: source, from: path, among: book.files.keys, diagnostics)
        diagnostics.add(
            .missingImage, "no image '\(source)'", at: location, help: near?.question ?? missingImageAdvice,
            fix: near.flatMap { linkFix(source, $0, at: location) })
        return (source, nil)
    }

    /// The published file that a path from a source, or from the root of the site, leads to.
    func findFile(_ path: String, from source: String) -> Permalink? {
        guard let decoded = percentDecoded(path) else { return nil }
        if decoded.hasPrefix("/") {
            let permalink = Permalink(normalized(decoded))
            return book.addresses[permalink.path] != nil && !decoded.hasSuffix("/") ? permalink : nil
        }
        return joined(beside: source, decoded).flatMap { book.files[$0] }
    }

    private func find(_ path: String, from source: String, on page: PlacedDocument?) -> LinkTarget? {
        guard let decoded = percentDecoded(path).map(normalized) else { return nil }
        if decoded.utf8.first == 0x2F { return book.present(decoded) ?? document("content" + decoded) }
        if let joined = joined(beside: source, decoded) {
            if let target = document(joined) ?? book.files[joined].map({ .other($0) }) { return target }
            if let target = document(joined + "/index.md") ?? document(joined + "/_index.md") { return target }
        }
        let folder = page.map { String($0.permalink.path.dropFirst().dropLast()) } ?? ""
        return joined(folder, decoded).flatMap { relative in
            book.present("/" + relative + (decoded.hasSuffix("/") || relative.isEmpty ? "/" : ""))
        }
    }

    private func document(_ path: String) -> LinkTarget? { book.documents[path].map { .document($0) } }

    private func checkAnchor(
        _ fragment: String, on target: PlacedDocument, at location: SourceLocation, _ diagnostics: inout Diagnostics
    ) {
        guard let known = book.pages[target.page], !fragment.hasPrefix(":~:"), !fragment.isEmpty, fragment != "top" else {
            return
        }
        let id = normalized(percentDecoded(fragment) ?? fragment)
        guard !known.ids.contains(id) else { return }
        let near = diagnostics.suggestion { nearName(to: id, among: known.ids.all.sorted())?.between("#") }
        diagnostics.add(
            .brokenAnchor, "no part '#\(id)' on '\(target.permalink.path)'", at: location, help: near?.question,
            fix: near.flatMap { linkFix("#" + fragment, $0, at: location) })
    }

    private func checkScheme(
        _ scheme: String, _ destination: String, at location: SourceLocation, _ diagnostics: inout Diagnostics
    ) -> String {
        let known = ["https", "http", "mailto", "tel", "sms"]
        if known.contains(scheme) { return destination }
        diagnostics.add(
            .unsafeLink, "'\(scheme):' is no scheme for a link", at: location,
            help: nearName(to: scheme, among: known)?.between("", ":").question
                ?? "the schemes are https, http, mailto, tel and sms")
        return ""
    }

    private func reportBroken(
        _ path: String, at location: SourceLocation, _ diagnostics: inout Diagnostics
    ) {
        let decoded = percentDecoded(path).map(normalized) ?? path
        let source = decoded.hasPrefix("/") ? "content" + decoded : joined(beside: location.path, decoded)
        if let source, let state = book.hidden[source] ?? book.hidden[source + "/index.md"] ?? book.hiddenAddresses[decoded] {
            diagnostics.add(.unpublishedLink, unpublished(path, state), at: location, help: unpublishedAdvice(state))
            return
        }
        if book.addresses[decoded + "/"] != nil {
            diagnostics.add(
                .brokenLink, "no page at '\(path)'", at: location, help: "write '\(path)/'",
                fix: Fix(path, with: path + "/", in: location))
            return
        }
        let addresses = book.addresses
        let near =
            decoded.hasPrefix("/")
            ? diagnostics.suggestion { nearName(to: decoded, among: addresses.keys.sorted()) }
            : nearest(to: decoded, from: location.path, among: Set(book.documents.keys).union(book.files.keys), diagnostics)
        diagnostics.add(
            .brokenLink, decoded.hasPrefix("/") ? "no page at '\(path)'" : "no source or file '\(path)'", at: location,
            help: near?.question ?? "write the path of its file, as '../other/index.md', or its address on this site",
            fix: near.flatMap { linkFix(path, $0, at: location) })
    }

    /// The known path nearest to a relative one, written relative to the source again.
    private func nearest(
        to path: String, from source: String, among known: @autoclosure () -> some Collection<String>,
        _ diagnostics: Diagnostics
    ) -> NearName? {
        guard let wanted = joined(beside: source, percentDecoded(path) ?? path) else { return nil }
        return diagnostics.suggestion {
            nearName(to: wanted, among: known().sorted()).map {
                NearName(name: relative($0.name, to: folder(of: source)), isClear: $0.isClear)
            }
        }
    }

    /// The near name in the place of a destination; nil where Markdown would not take it as it is.
    private func linkFix(_ destination: String, _ near: NearName, at location: SourceLocation) -> Fix? {
        near.name.unicodeScalars.contains { $0.value <= 0x20 || "()<>[]\\\"'&`*_%".unicodeScalars.contains($0) }
            ? nil : near.fix(destination, at: location)
    }
}

/// Where no image has a name like the one that was written.
let missingImageAdvice = "put the file beside this one, or into 'content/static/' and write '/name'"

/// What is wrong with a link to a page that this build leaves out.
func unpublished(_ path: String, _ state: PublicationState) -> String {
    let reason =
        switch state {
        case .draft: "is a draft"
        case .scheduled: "is scheduled"
        default: "has expired"
        }
    return "'\(path)' \(reason), so readers cannot follow the link"
}

func unpublishedAdvice(_ state: PublicationState) -> String {
    state == .expired
        ? "delete the link, or lead it to a page that took the other's place" : "publish the page first, or delete the link"
}

/// A link's path, query (with `?`) and fragment (without `#`).
struct LinkParts {
    let path: String
    let query: String
    let fragment: String?

    init(_ link: String) {
        let (rest, fragment) = link.cut(at: UInt8(ascii: "#"))
        let (path, query) = rest.cut(at: UInt8(ascii: "?"))
        self.path = path
        self.query = query.map { "?" + $0 } ?? ""
        self.fragment = fragment
    }
}

extension String {
    fileprivate func cut(at mark: UInt8) -> (String, String?) {
        withBytes { bytes in
            let index = offset(of: mark, in: bytes, from: 0)
            guard index < bytes.count else { return (self, nil) }
            let (before, after) = (bytes[..<index], bytes[(index + 1)...])
            return (String(decoding: before, as: UTF8.self), String(decoding: after, as: UTF8.self))
        }
    }
}

/// The way from a folder to a path.
private func relative(_ path: String, to folder: String) -> String {
    var target = pathParts(path)[...]
    var base = pathParts(folder)[...]
    while let first = target.first, first == base.first, target.count > 1 {
        target.removeFirst()
        base.removeFirst()
    }
    return (base.map { _ in ".." } + target).joined(separator: "/")
}

/// The scheme of a URL in lower case; nil for a path. Control characters and blanks that browsers skip do not hide one.
private func scheme(of link: String) -> String? {
    guard link.withBytes({ offset(of: 0x3A, in: $0, from: 0) < $0.count }), let colon = link.utf8.firstIndex(of: 0x3A) else {
        return nil
    }
    let start = link[..<colon].unicodeScalars.filter { $0.value > 0x20 }
    guard let first = start.first, first.isASCII, first.properties.isAlphabetic,
        start.allSatisfy({
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "+-.".unicodeScalars.contains($0))
        })
    else { return nil }
    return String(String.UnicodeScalarView(start)).lowercased()
}
