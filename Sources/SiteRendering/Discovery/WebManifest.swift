import SiteModel

/// `site.webmanifest` (W3C Web Application Manifest); nil where the site has none.
func webManifest(_ site: Site) -> RenderedFile? {
    guard let options = site.config.manifest else { return nil }
    let config = site.config
    let home = JSONValue.string(config.baseURL.path)
    let members: [(String, JSONValue?)] = [
        ("id", home),
        ("name", .string(config.title)),
        ("short_name", options.shortName.map { .string($0) }),
        ("description", config.description.map { .string($0) }),
        ("lang", .string(config.language)),
        ("dir", .string(isRightToLeft(config.language) ? "rtl" : "ltr")),
        ("start_url", home),
        ("scope", home),
        ("display", .string(options.display.rawValue)),
        ("theme_color", config.themeColor.map { .string($0.light) }),
        ("background_color", options.backgroundColor.map { .string($0) }),
        ("icons", .array(site.icons.filter { $0.role.isForManifest }.map { icon($0, config.baseURL) })),
    ]
    let object = JSONValue.object(members.compactMap { name, value in value.map { (name, $0) } })
    return RenderedFile(path: webManifestAddress.outputPath, content: .bytes(object.indentedText() + [0x0A]))
}

let webManifestAddress = Permalink("/site.webmanifest")

private func icon(_ icon: SiteIcon, _ baseURL: BaseURL) -> JSONValue {
    .object([
        ("src", .string(baseURL.href(icon.permalink))),
        ("type", .string(icon.kind.mediaType)),
        ("sizes", .string(icon.sizes ?? "any")),
        ("purpose", .string(icon.role == .maskable ? "maskable" : "any")),
    ])
}

extension IconRole {
    /// The others are named by every page.
    fileprivate var isForManifest: Bool {
        switch self {
        case .svg, .png192, .png512, .maskable: true
        case .favicon, .apple: false
        }
    }
}

extension SiteIcon {
    /// As `sizes` has it; nil where the file does not say.
    var sizes: String? { kind == .svg ? "any" : size.map { "\($0.width)x\($0.height)" } }
}
