/// What the head of a finished page says to networks and search engines.
package struct PageHead: Sendable, Equatable {
    /// The text of `<title>`.
    package private(set) var title = ""
    /// The `name` or `property` of each `<meta>` with its content, in the order of the page.
    package private(set) var properties: [Property] = []
    /// The first `<link rel="icon">`.
    package private(set) var icon: String?
    /// Behind which byte the last property of Open Graph ends.
    package private(set) var openGraphEnd = 0

    package struct Property: Sendable, Equatable {
        package var name: String
        package var content: String
    }

    /// The content of the first property of a name; nil where it is missing or empty.
    package subscript(name: String) -> String? {
        properties.first { $0.name == name }.flatMap { $0.content.isEmpty ? nil : $0.content }
    }

    /// Reads a page up to the end of its head.
    package init(_ html: [UInt8]) {
        var rest = html[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            if rest.starts(with: "<!--".utf8) {
                rest = rest.from("-->", behind: true)
                continue
            }
            guard TagReader.isTag(rest) else {
                rest = rest.dropFirst()
                continue
            }
            var reader = TagReader(rest)
            guard let tag = reader.tag(), !(tag.name == "head" && tag.isEnd), tag.name != "body" else { return }
            rest = reader.rest
            note(tag, rest)
            if !tag.isEnd, ["script", "style", "title"].contains(tag.name) { rest = rest.from("</" + tag.name, behind: false) }
        }
    }

    private mutating func note(_ tag: Tag, _ rest: ArraySlice<UInt8>) {
        switch tag.name {
        case "title" where !tag.isEnd && title.isEmpty:
            let text = rest.prefix(rest.from("</title", behind: false).startIndex - rest.startIndex)
            title = TagReader.decoded(String(decoding: text, as: UTF8.self))
        case "meta":
            guard let name = tag["property"] ?? tag["name"] else { return }
            properties.append(Property(name: name, content: tag["content"] ?? ""))
            if name.hasPrefix("og:") { openGraphEnd = rest.startIndex }
        case "link" where tag["rel"] == "icon" && icon == nil: icon = tag["href"]
        default: break
        }
    }
}

extension Tag {
    /// The value of an attribute.
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

extension ArraySlice<UInt8> {
    /// What stands from the first occurrence of some ASCII text on, whatever the case of its letters, or behind it; nothing where it
    /// does not stand.
    fileprivate func from(_ text: String, behind: Bool) -> ArraySlice<UInt8> {
        let wanted = Array(text.utf8)
        var index = startIndex
        while index + wanted.count <= endIndex {
            if self[index..<index + wanted.count].elementsEqual(wanted, by: { $0 | 0x20 == $1 | 0x20 }) {
                return self[(behind ? index + wanted.count : index)...]
            }
            index += 1
        }
        return self[endIndex...]
    }
}
