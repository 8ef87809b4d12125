package import SiteModel

/// A digest of everything in a source but the words of its texts: of its front matter, and of all that its texts say to the rest of the
/// site, such as headings, ids, where links lead, what images there are.
///
/// Where only words change, so that the shape stays the same, every page is as it was but for those that show the texts, provided that
/// they take as many minutes to read. `file` is the whole of the source. To be called when the texts are written and their trees gone: what
/// is left in a `Document` then is what the transforms see, and what of that is not in the digest is named below.
package func shape(of document: Document, in file: [UInt8]) -> Digest {
    var hasher = DigestHasher()
    hasher.add(document.path)
    hasher.add(document.isIncomplete)
    // The text of `share.md` belongs to its fields.
    let end = document.role == .share ? file.count : min(document.bodyStart, file.count)
    file.withUnsafeBytes { hasher.add(Digest(of: UnsafeRawBufferPointer(rebasing: $0[..<end]))) }
    hasher.add(document.opening ?? "")
    hasher.add(document.body)
    hasher.add(document.questions.count)
    for question in document.questions {
        hasher.add(question.heading)
        hasher.add(question.answer)
    }
    return hasher.finish()
}

extension DigestHasher {
    /// All but `tree`, `digest`, the places and `length`.
    fileprivate mutating func add(_ markup: Markup) {
        add(markup.isEmpty)
        add(markup.beginsWithHeading)
        add(markup.headings, each: { $0.add($1) })
        add(markup.links) { hasher, link in
            hasher.add(link.destination)
            hasher.add(link.title)
            hasher.add(link.shortText)
            hasher.add(link.isNamed)
        }
        add(markup.images) { hasher, image in
            hasher.add(image.source)
            hasher.add(image.title)
            hasher.add(image.alternative)
            hasher.add(image.isDecorative)
        }
        add(markup.rawHTML) { $0.add($1.literal) }
        add(markup.containers) { hasher, container in
            hasher.add(container.name)
            hasher.add(container.parameters) { hasher, parameter in
                hasher.add(parameter.key)
                hasher.add(parameter.value)
            }
            hasher.add(container.hasContent)
            hasher.add(container.links.lowerBound)
            hasher.add(container.links.upperBound)
        }
        add(markup.topHeadings) { $0.add($1) }
        add(markup.footnoteIDs) { $0.add($1) }
        add(markup.headlessTables.count)
        addOrder(of: markup)
    }

    /// In which order the things of the lists stand, and what stands in what: places themselves move with every word.
    private mutating func addOrder(of markup: Markup) {
        var marks: [UInt64] = []
        let things = markup.headings.count + markup.links.count + markup.images.count + markup.rawHTML.count
        marks.reserveCapacity(2 * (things + markup.containers.count + markup.headlessTables.count))
        // Where something begins and where it ends; a number for each list makes which of two at one place comes first.
        func mark(_ range: SourceRange, _ list: UInt64) {
            marks.append(UInt64(range.lower) << 8 | 2 * list)
            marks.append(UInt64(range.upper) << 8 | (2 * list + 1))
        }
        for index in markup.headings.indices { mark(markup.headings[index].range, 0) }
        for index in markup.links.indices { mark(markup.links[index].range, 1) }
        for index in markup.images.indices { mark(markup.images[index].range, 2) }
        for index in markup.rawHTML.indices { mark(markup.rawHTML[index].range, 3) }
        for index in markup.containers.indices { mark(markup.containers[index].range, 4) }
        for table in markup.headlessTables { mark(table, 5) }
        marks.sort()
        for mark in marks { add(Int(mark & 0xFF)) }
    }

    fileprivate mutating func add(_ heading: Heading) {
        add(heading.level)
        add(heading.content)
        add(heading.attributes.id?.value ?? "")
        add(heading.attributes.classes) { $0.add($1) }
        add(heading.attributes.aliases) { $0.add($1.value) }
    }

    package mutating func add(_ content: RunningText) {
        switch content {
        case .plain(let text):
            // What no number of nodes is.
            add(-1)
            add(text)
        case .marked(let tree): add(tree)
        }
    }

    private mutating func add(_ content: MarkupTree) {
        add(content.all.count)
        for position in content.all {
            let node = content[position]
            add(content.end(of: position))
            switch node.kind {
            case .text: add(0)
            case .softBreak: add(1)
            case .lineBreak: add(2)
            case .code: add(3)
            case .html(let index): add(4, index)
            case .emphasis: add(5)
            case .strong: add(6)
            case .strikethrough: add(7)
            case .link(let index): add(8, index)
            case .image(let index): add(9, index)
            case .footnoteReference(let number, let occurrence): add(10, Int(number) << 32 | Int(occurrence))
            default: break
            }
            content.withWords(of: node) { add($0) }
        }
    }

    private mutating func add(_ kind: Int, _ index: Int) {
        add(kind)
        add(index)
    }

    private mutating func add<Element>(_ list: [Element], each add: (inout DigestHasher, Element) -> Void) {
        self.add(list.count)
        // Where they stand: going through the list itself copies each, and counts all that it refers to.
        list.withUnsafeBufferPointer { for index in $0.indices { add(&self, $0[index]) } }
    }
}
