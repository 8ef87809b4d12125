import SiteModel

/// The addresses that stand in the configuration and in front matter lead to pages of the site, or to another site.
func checkNamedAddresses(_ config: SiteConfig, _ pages: [PreparedPage], _ links: LinkResolver, _ diagnostics: inout Diagnostics) {
    for entry in config.menu { links.check(entry.url, &diagnostics) }
    for record in config.callsToAction { links.check(record.url, &diagnostics) }
    for record in config.contacts { if let url = record.url { links.check(url, &diagnostics) } }
    if let principles = config.publisher?.principles { links.check(principles, &diagnostics) }
    for page in pages {
        for reference in page.fields.references { if let url = reference.url { links.check(url, &diagnostics) } }
    }
}

/// What the configuration names is there, also where no page of today uses it.
func checkConfig(
    _ config: SiteConfig, _ documents: [Box<Document>], _ images: ImageResolver, _ records: RecordFinder
) -> Diagnostics {
    var diagnostics = Diagnostics()
    if let image = config.share.image {
        diagnostics.add(contentsOf: checkShareImage(image, images.facts(of: image), isChosen: true))
    }
    if let logo = config.publisher?.logo, let small = checkLogo(logo, images) { diagnostics.add(small) }
    for image in [config.share.image, config.publisher?.logo].compactMap({ $0 }) where !image.value.contains("://") {
        _ = diagnostics.collect(images.published(image, alternative: "", credit: nil))
    }
    _ = records.callToAction(&diagnostics)
    _ = records.contact(&diagnostics)
    let sections = sections(of: documents)
    for (section, pattern) in config.permalinks.sorted(by: { $0.key < $1.key }) where !sections.contains(section) {
        let near = nearName(to: section, among: sections.sorted())
        diagnostics.add(
            .badValue, "no articles stand in 'content/\(section)/'", at: pattern.location,
            help: near?.question ?? "delete the line")
    }
    return diagnostics
}

/// The images of pages that are neither articles nor people, whose own passes look for theirs.
func checkImages(_ pages: [PreparedPage], _ images: ImageResolver) -> Diagnostics {
    var diagnostics = Diagnostics()
    for page in pages where page.document.role != .article && page.document.role != .person {
        _ = diagnostics.collect(images.published(page.fields.image, of: page.document))
    }
    return diagnostics
}
