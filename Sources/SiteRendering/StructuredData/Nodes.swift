import SiteModel

/// The forms that all nodes have. A field without a value is left out.
extension StructuredData {
    mutating func node(_ type: StaticString, _ id: NodeID?, _ fill: (inout StructuredData) -> Void) {
        json.begin("{\"@type\":\"")
        json.output.append(type)
        json.closeString()
        if let id {
            json.name("@id")
            write(id)
        }
        fill(&self)
        json.end("}")
    }

    /// A field with a node in it.
    mutating func add(_ name: StaticString, _ type: StaticString, _ id: NodeID? = nil, _ fill: (inout StructuredData) -> Void) {
        json.name(name)
        node(type, id, fill)
    }

    mutating func add(_ name: StaticString, _ text: String) {
        guard !text.isEmpty else { return }
        json.name(name)
        json.string(text)
    }

    mutating func add(_ name: StaticString, _ text: String?) {
        if let text { add(name, text) }
    }

    mutating func add(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        json.name(name)
        json.int(number)
    }

    /// The address of a node or of a page.
    mutating func add(_ name: StaticString, address: NodeID) {
        json.name(name)
        write(address)
    }

    /// One value stands by itself, several in a list, none is left out.
    mutating func add<Item>(_ name: StaticString, each items: [Item], _ write: (inout StructuredData, Item) -> Void) {
        guard !items.isEmpty else { return }
        json.name(name)
        if items.count > 1 { json.begin("[") }
        // Lent, not copied out one by one.
        items.withUnsafeBufferPointer { items in
            for index in items.indices { write(&self, items[index]) }
        }
        if items.count > 1 { json.end("]") }
    }

    mutating func add(_ name: StaticString, each texts: [String]) { add(name, each: texts) { $0.json.string($1) } }

    mutating func add(_ name: StaticString, referringTo people: [PersonLink]) {
        add(name, each: people) { $0.refer(to: $0.of($1)) }
    }

    mutating func add(_ name: StaticString, referringTo id: NodeID) {
        json.name(name)
        refer(to: id)
    }

    mutating func refer(to id: NodeID) {
        json.begin("{\"@id\":")
        write(id)
        json.end("}")
    }
}

/// What a node is known by: the address of a page or of the site, and a fragment.
struct NodeID {
    var base: Base
    var fragment: StaticString = ""
    /// The rest of the fragment, percent-encoded.
    var end = ""

    enum Base {
        case site
        /// The page whose graph it is.
        case page
        case other(Permalink)
    }
}

/// The ids.
extension StructuredData {
    func ofPage(_ fragment: StaticString, _ end: String = "") -> NodeID { NodeID(base: .page, fragment: fragment, end: end) }

    func ofSite(_ fragment: StaticString) -> NodeID { NodeID(base: .site, fragment: fragment) }

    func of(_ permalink: Permalink, _ fragment: StaticString = "") -> NodeID {
        NodeID(base: .other(permalink), fragment: fragment)
    }

    func of(_ person: PersonLink) -> NodeID { of(person.permalink, "#person") }

    func of(_ faq: FAQ) -> NodeID { ofPage("#", percentEncodedFragment(faq.id)) }

    mutating func write(_ id: NodeID) {
        json.openString()
        switch id.base {
        case .page: json.output.append(contentsOf: address)
        case .site: json.output.append(contentsOf: root)
        case .other(let permalink): append(permalink)
        }
        json.output.append(id.fragment)
        json.output.append(text: id.end)
        json.closeString()
    }

    /// The address of another page.
    mutating func add(_ name: StaticString, address permalink: Permalink) {
        json.name(name)
        json.openString()
        append(permalink)
        json.closeString()
    }

    private mutating func append(_ permalink: Permalink) {
        json.output.append(contentsOf: root)
        permalink.withEncodedRest { json.output.append(bytes: $0) }
    }
}
