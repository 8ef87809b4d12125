internal import SiteModel
internal import SiteRendering

extension BuiltSite {
    /// The values that the template of a page sees, as JSON; nil where there is no such page. A page goes by its source or
    /// its address.
    package func values(of name: String) -> String? {
        guard let shared, let page = site.pages.first(where: { $0.source == name || $0.permalink.path == name }) else {
            return nil
        }
        return inspect(page, shared)
    }

    /// The names by which pages can be found, sources first.
    package var pageNames: [String] { site.pages.compactMap(\.source) + site.pages.map(\.permalink.path) }
}
