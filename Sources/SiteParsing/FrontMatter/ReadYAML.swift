import CYAML
import SiteModel

/// How deep lists and mappings may stand in each other.
private let depthLimit = 20

/// Reads one YAML document out of a file as a tree, each value with its place.
///
/// Aliases, tags and a second document are errors; so are keys that are not plain text, and a key twice in one mapping.
/// Nil where the YAML is broken or there is none.
func readYAML(_ bytes: [UInt8], in range: Range<Int>, path: String) -> Outcome<YAMLTree?> {
    if let tree = PlainYAML.read(bytes, in: range) { return Outcome(tree) }
    return readAnyYAML(bytes, in: range, path: path)
}

/// The same by libyaml.
func readAnyYAML(_ bytes: [UInt8], in range: Range<Int>, path: String) -> Outcome<YAMLTree?> {
    var reader = YAMLReader(path: path, positions: CharacterOffsets(bytes, range))
    let tree = bytes.withUnsafeBufferPointer { buffer in
        reader.readDocument(UnsafeBufferPointer(rebasing: buffer[range]))
    }
    return Outcome(tree, reader.diagnostics)
}

/// Builds the tree from libyaml's events.
private struct YAMLReader {
    let path: String
    let positions: CharacterOffsets
    private var tree = YAMLTree()
    private(set) var diagnostics = Diagnostics()

    /// The first error ends the reading: libyaml cannot go on behind one.
    private struct Stop: Error {}

    init(path: String, positions: CharacterOffsets) {
        self.path = path
        self.positions = positions
    }

    mutating func readDocument(_ text: UnsafeBufferPointer<UInt8>) -> YAMLTree? {
        // On the heap: libyaml keeps a pointer from the parser to itself.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { return nil }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
        do {
            try document(parser)
            return tree.nodes.isEmpty ? nil : tree
        } catch {
            return nil
        }
    }

    private mutating func document(_ parser: UnsafeMutablePointer<yaml_parser_t>) throws {
        while true {
            var event = try next(parser)
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
            case YAML_DOCUMENT_START_EVENT where tree.nodes.isEmpty: continue
            case YAML_STREAM_END_EVENT: return
            case YAML_DOCUMENT_START_EVENT:
                try stop(.yamlSyntax, "a second YAML document", at: place(event), help: "keep one, without '---' in it")
            default: try value(event, parser, depth: 0)
            }
        }
    }

    private mutating func next(_ parser: UnsafeMutablePointer<yaml_parser_t>) throws -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            try report(parser.pointee)
        }
        return event
    }

    /// Adds a value to the tree.
    private mutating func value(
        _ event: yaml_event_t, _ parser: UnsafeMutablePointer<yaml_parser_t>, depth: Int
    ) throws {
        switch event.type {
        case YAML_SCALAR_EVENT:
            let (kind, words) = try scalar(event)
            tree.add(kind, words: words, at: place(event))
        case YAML_ALIAS_EVENT:
            try stop(.yamlAlias, "an alias ('*name') has no place here", at: place(event), help: "write the value out")
        case YAML_SEQUENCE_START_EVENT where depth < depthLimit: try sequence(event, parser, depth: depth + 1)
        case YAML_MAPPING_START_EVENT where depth < depthLimit: try mapping(event, parser, depth: depth + 1)
        default:
            try stop(.yamlTooDeep, "lists and groups stand in each other more than \(depthLimit) deep", at: place(event))
        }
    }

    private mutating func scalar(_ event: yaml_event_t) throws -> (YAMLNode.Kind, words: Range<Int>) {
        let data = event.data.scalar
        try refuse(anchor: data.anchor, tag: data.tag, at: place(event))
        let text = UnsafeBufferPointer(start: data.value, count: data.length)
        return (data.style == YAML_PLAIN_SCALAR_STYLE ? YAMLNode.Kind(plain: text) : .quoted, tree.append(text))
    }

    /// What YAML has besides values; front matter has no use for it.
    private mutating func refuse(
        anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at range: SourceRange
    ) throws {
        if anchor != nil { try stop(.yamlAlias, "an anchor ('&name') has no place here", at: range, help: "delete it") }
        if tag != nil { try stop(.yamlSyntax, "a tag ('!name') has no place here", at: range, help: "delete it") }
    }

    private mutating func sequence(
        _ start: yaml_event_t, _ parser: UnsafeMutablePointer<yaml_parser_t>, depth: Int
    ) throws {
        let data = start.data.sequence_start
        try refuse(anchor: data.anchor, tag: data.tag, at: place(start))
        let position = tree.add(.sequence)
        while true {
            var event = try next(parser)
            defer { yaml_event_delete(&event) }
            if event.type == YAML_SEQUENCE_END_EVENT {
                return tree.close(position, at: place(from: start, to: event))
            }
            try value(event, parser, depth: depth)
        }
    }

    private mutating func mapping(
        _ start: yaml_event_t, _ parser: UnsafeMutablePointer<yaml_parser_t>, depth: Int
    ) throws {
        let data = start.data.mapping_start
        try refuse(anchor: data.anchor, tag: data.tag, at: place(start))
        let position = tree.add(.mapping)
        var known: [String: SourceRange] = [:]
        while true {
            var event = try next(parser)
            defer { yaml_event_delete(&event) }
            if event.type == YAML_MAPPING_END_EVENT {
                return tree.close(position, at: place(from: start, to: event))
            }
            let key = try self.key(event, among: &known)
            var following = try next(parser)
            defer { yaml_event_delete(&following) }
            let entry = tree.nodes.count
            try value(following, parser, depth: depth)
            if let key { tree.name(entry, key) } else { tree.cut(from: entry) }
        }
    }

    /// A key; nil, with a message, for one that was there before.
    private mutating func key(_ event: yaml_event_t, among known: inout [String: SourceRange]) throws -> YAMLNode.Key? {
        guard event.type == YAML_SCALAR_EVENT else { try stop(.yamlSyntax, "a key is a single word", at: place(event)) }
        let words = try scalar(event).words
        let isASCII = tree.words[words].allSatisfy { $0 < 0x80 }
        let text = String(decoding: tree.words[words], as: UTF8.self)
        guard let first = known.updateValue(place(event), forKey: text) else {
            return YAMLNode.Key(words: words, range: place(event), isASCII: isASCII)
        }
        known[text] = first
        diagnostics.add(
            .duplicateKey, "the key '\(text)' stands here twice", at: SourceLocation(path, place(event)),
            help: "delete one of the two", notes: [.init("the first one", at: SourceLocation(path, first))])
        return nil
    }

    private func place(_ event: yaml_event_t) -> SourceRange { place(from: event, to: event) }

    private func place(from start: yaml_event_t, to end: yaml_event_t) -> SourceRange {
        SourceRange(positions[Int(start.start_mark.index)], positions[Int(end.end_mark.index)])
    }

    private mutating func stop(
        _ code: DiagnosticCode, _ message: String, at range: SourceRange, help: String? = nil
    ) throws -> Never {
        diagnostics.add(code, message, at: SourceLocation(path, range), help: help)
        throw Stop()
    }

    private mutating func report(_ parser: yaml_parser_t) throws -> Never {
        let fault = YAMLFault(parser)
        var offset = positions[Int(fault.isAtContext ? parser.context_mark.index : parser.problem_mark.index)]
        // The reader, which looks at characters before anything else does, keeps an offset and no mark.
        if parser.error == YAML_READER_ERROR { offset = positions.start + Int(parser.problem_offset) }
        try stop(.yamlSyntax, fault.message, at: SourceRange(offset, offset), help: fault.help)
    }
}

/// libyaml counts characters; this gives bytes of the file.
private struct CharacterOffsets {
    let start: Int
    private let end: Int
    /// The offset of each character, where the text is not ASCII.
    private var offsets: [Int] = []

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        start = range.lowerBound
        end = range.upperBound
        guard bytes[range].contains(where: { $0 >= 0x80 }) else { return }
        for offset in range where bytes[offset] & 0xC0 != 0x80 { offsets.append(offset) }
    }

    subscript(index: Int) -> Int {
        if offsets.isEmpty { return min(start + index, end) }
        return index < offsets.count ? offsets[index] : end
    }
}
