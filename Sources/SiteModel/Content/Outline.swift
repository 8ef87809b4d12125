/// A heading in a table of contents, with those below it.
package struct OutlineEntry: Sendable, Equatable {
    /// The index of the heading in its text.
    package var heading: Int
    package var id: String
    package var children: [OutlineEntry]

    package init(heading: Int, id: String, children: [OutlineEntry] = []) {
        self.heading = heading
        self.id = id
        self.children = children
    }
}

extension LinkedMarkup {
    /// The table of contents: the headings of the second and third level that stand in no other block. A third-level heading goes
    /// below the second-level one before it, or to the top where there is none. It is made when it is asked for, since a page needs
    /// it once.
    package var outline: [OutlineEntry] {
        let headings = markup.headings
        let ids = headingIDs
        var entries: [OutlineEntry] = []
        for index in markup.topHeadings where headings[index].isListed(as: ids[index]) {
            let entry = OutlineEntry(heading: index, id: ids[index])
            if headings[index].level == 3, let last = entries.indices.last, headings[entries[last].heading].level == 2 {
                entries[last].children.append(entry)
            } else {
                entries.append(entry)
            }
        }
        return entries
    }

    /// How many headings the table of contents has.
    package var outlineCount: Int {
        let headings = markup.headings
        let ids = headingIDs
        return markup.topHeadings.count { headings[$0].isListed(as: ids[$0]) }
    }
}

extension Heading {
    fileprivate func isListed(as id: String) -> Bool {
        (level == 2 || level == 3) && !id.isEmpty && !attributes.classes.contains("no-toc")
    }
}
