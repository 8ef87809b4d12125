import SiteModel

/// The blocks `contact` and `cta` show a record of `site.yml`: the one that they name, or that of their page.
func checkRecordBlocks(_ placed: [PlacedDocument], _ records: RecordFinder, _ theme: ThemeManifest) -> Diagnostics {
    var diagnostics = Diagnostics()
    for entry in placed where entry.document.value.holdsContainers {
        let owner = placed[entry.page]
        entry.document.value.forEachText { text in
            for block in text.containers where theme.blocks[block.name] != nil {
                check(block, in: entry.document.path, owner, records, &diagnostics)
            }
        }
    }
    return diagnostics
}

private func check(
    _ block: Container, in path: String, _ owner: PlacedDocument, _ records: RecordFinder, _ diagnostics: inout Diagnostics
) {
    let name = block["name"].map { Placed($0.value, at: SourceLocation(path, $0.range)) }
    let count = diagnostics.all.count
    let isFound: Bool
    switch block.name {
    case "contact":
        isFound = (name.map { records.contact($0, &diagnostics) } ?? records.contact(of: owner, &diagnostics)) != nil
    case "cta":
        isFound = (name.map { records.callToAction($0, &diagnostics) } ?? records.callToAction(of: owner, &diagnostics)) != nil
    default: return
    }
    let place = SourceLocation(path, block.range)
    if !isFound, diagnostics.all.count == count {
        diagnostics.add(
            .unknownRecord, "neither the block nor its page names a '\(block.name)'", at: place,
            help: "write ':::\(block.name) {name=…}' with a name that stands under '\(block.name)' in site.yml")
    }
    if block.hasContent {
        diagnostics.add(
            .unknownContainer, "the block '\(block.name)' shows what stands in site.yml, and no text of its own", at: place,
            help: "write the text above ':::\(block.name)', or below its ':::'")
    }
}
