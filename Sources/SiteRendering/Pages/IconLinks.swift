import SiteModel
import Templates

/// The links of every page to the site's icons and its manifest, as `iconLink` of `PageModel`.
func links(to icons: [SiteIcon], _ config: SiteConfig) -> [Value] {
    var links = icons.compactMap { icon -> Value? in
        guard let relation = icon.role.relation else { return nil }
        let type = icon.role == .apple ? nil : icon.kind.mediaType
        return iconLink(relation, config.baseURL.href(icon.permalink), type: type, icon.sizes)
    }
    if config.manifest != nil {
        links.append(iconLink("manifest", config.baseURL.href(webManifestAddress), type: nil, nil))
    }
    return links
}

private func iconLink(_ relation: String, _ url: String, type: String?, _ sizes: String?) -> Value {
    .record([.string(relation), .string(url), type.map { .string($0) } ?? .none, sizes.map { .string($0) } ?? .none])
}

extension IconRole {
    /// How pages refer to it; nil for what the manifest alone names.
    fileprivate var relation: String? {
        switch self {
        case .favicon, .svg: "icon"
        case .apple: "apple-touch-icon"
        case .png192, .png512, .maskable: nil
        }
    }
}
