import SiteModel

/// The table of contents of a text: its headings of the second and third level that stand in no other block. A third-level
/// heading goes below the second-level one before it, or to the top where there is none.
func buildOutline(_ markup: Markup, ids: [String]) -> [OutlineEntry] {
    var entries: [OutlineEntry] = []
    for index in markup.topHeadings where !ids[index].isEmpty {
        let level = markup.headings[index].level
        guard (2...3).contains(level), !markup.headings[index].attributes.classes.contains("no-toc") else { continue }
        let entry = OutlineEntry(heading: index, id: ids[index])
        if level == 3, let last = entries.indices.last, markup.headings[entries[last].heading].level == 2 {
            entries[last].children.append(entry)
        } else {
            entries.append(entry)
        }
    }
    return entries
}

/// Whether a page shows its table of contents: as the editor says, or from three entries on.
func showsContents(_ outline: [OutlineEntry], _ wish: Bool?) -> Bool {
    wish ?? (outline.reduce(0) { $0 + 1 + $1.children.count } >= 3)
}
