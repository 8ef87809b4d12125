import SiteModel

/// `_headers`, which Cloudflare Pages, Netlify and others read. Where two rules fit one address, some of them put both values of a
/// header together and some take one, so no two rules here give a header to the same address.
func headersFile(_ headers: SiteHeaders, _ site: Site) -> String {
    let base = site.config.baseURL.path
    var rules = [rule(base + "*", headers.general.map { ($0.name, $0.value) })]
    rules.append(rule(base + "assets/*", [("Cache-Control", headers.assetCaching)]))
    rules += headers.types.map { rule(base + $0.place.pattern, [("Content-Type", $0.type)]) }
    let pages = pageFolders(of: site)
    // Where there are too many for Cloudflare, pages keep the header that these servers send by themselves, which is this one.
    if rules.count + pages.count <= mostRules {
        rules += pages.map { rule($0, [("Cache-Control", headers.caching)]) }
    }
    return "# Made by Martlet. A file of this name in content/static/ takes its place.\n" + rules.joined()
}

/// Cloudflare reads this many.
private let mostRules = 100

private func rule(_ pattern: String, _ headers: [(String, String)]) -> String {
    pattern + "\n" + headers.map { "  \($0.0): \($0.1)\n" }.joined()
}

/// The home page, and a pattern for each folder at the root that holds pages.
private func pageFolders(of site: Site) -> [String] {
    let baseURL = site.config.baseURL
    let names = Set(
        site.pages.compactMap { page in page.permalink.path.hasSuffix("/") ? pathParts(page.permalink.path).first : nil })
    let folders = names.subtracting(["assets"]).sorted().map { baseURL.href(Permalink("/\($0)/")) + "*" }
    return [baseURL.path] + folders
}

extension TypedFile.Place {
    fileprivate var pattern: String {
        switch self {
        case .root(let name): name
        case .sections(let name): ":section/" + name
        case .numbered(let start, let end): start + "*" + end
        }
    }
}
