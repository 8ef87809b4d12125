import SiteModel

/// Finds the icons that `site.yml` names, and says what is wrong with them. A site that names none has those at the places where
/// browsers look for them.
func findIcons(_ config: SiteConfig, _ images: ImageResolver) -> Outcome<[SiteIcon]> {
    var diagnostics = Diagnostics()
    let icons =
        config.icons.isEmpty
        ? IconRole.allCases.compactMap { usualIcon($0, images) }
        : config.icons.compactMap { diagnostics.collect(icon($0, images)) }
    if let manifest = config.manifest { diagnostics.add(contentsOf: checkManifest(manifest, icons)) }
    return Outcome(icons, diagnostics)
}

/// Phones put a site on the home screen with icons of these two sizes.
private func checkManifest(_ manifest: ManifestOptions, _ icons: [SiteIcon]) -> Diagnostics {
    var diagnostics = Diagnostics()
    for role in [IconRole.png192, .png512] where !icons.contains(where: { $0.role == role }) {
        let side = role.side ?? 0
        diagnostics.add(
            .badIcon, "the web manifest has no icon of \(side) × \(side) pixels", at: manifest.location,
            help: "name a PNG of that size under 'icons': '\(role.rawValue): /icon-\(side).png'")
    }
    return diagnostics
}

private func usualIcon(_ role: IconRole, _ images: ImageResolver) -> SiteIcon? {
    guard let path = role.usualPath, let facts = images.images[Permalink(path)], role.kinds.contains(facts.kind) else {
        return nil
    }
    return SiteIcon(role: role, permalink: Permalink(path), kind: facts.kind, size: facts.size)
}

private func icon(_ file: IconFile, _ images: ImageResolver) -> Outcome<SiteIcon?> {
    var diagnostics = Diagnostics()
    guard let address = images.address(of: file.source) else {
        _ = diagnostics.collect(images.published(file.source, alternative: "", credit: nil))
        return Outcome(nil, diagnostics)
    }
    if let problem = images.images.problem(with: address, at: file.source.location) { diagnostics.add(problem) }
    guard let facts = images.images[address] else { return Outcome(nil, diagnostics) }
    if let (message, help) = fault(facts, file) {
        diagnostics.add(.badIcon, message, at: file.source.location, help: help)
    }
    return Outcome(SiteIcon(role: file.role, permalink: address, kind: facts.kind, size: facts.size), diagnostics)
}

/// Why an image does not do for an icon of its role: its kind first, then its form, then its size.
private func fault(_ facts: ImageFacts, _ file: IconFile) -> (message: String, help: String)? {
    let (role, path) = (file.role, file.source.value)
    guard role.kinds.contains(facts.kind) else {
        let wanted = role.kinds.map(\.name).joined(separator: " or ")
        return ("'\(path)' is \(facts.kind.nameWithArticle), where '\(role.rawValue)' is \(wanted)", "save it as \(wanted)")
    }
    guard let size = facts.size else { return nil }
    let measured = "'\(path)' is \(size.width) × \(size.height) pixels"
    guard size.width == size.height else { return ("\(measured), and icons are square", "cut it to a square") }
    guard let side = role.side, size.width != side else { return nil }
    return ("\(measured), where '\(role.rawValue)' is \(side) × \(side)", "save it in that size")
}
