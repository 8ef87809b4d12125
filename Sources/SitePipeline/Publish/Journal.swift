internal import SiteModel

/// What is left to do when every file of a build is written. It is on disk before the first of it is done, so that the next build
/// can finish what a stopped one began.
struct Journal: Sendable {
    /// Files that stand in the way of others; they go first.
    var blocking: [String]
    var placings: [Placing] = []
    /// Files that the site does not have any more; they go last.
    var stale: [String]

    struct Placing: Sendable {
        /// Where the file waits.
        let name: String
        let path: String
    }

    init(blocking: [String], stale: [String]) {
        self.blocking = blocking
        self.stale = stale
    }

    /// Finishes what a stopped build left. A journal without its last line was not finished itself: then nothing was begun.
    static func complete(in folder: inout OutputFolder) throws(PublishError) {
        guard let bytes = folder.read(OutputFolder.journalName) else { return }
        if let journal = Journal(bytes) {
            try journal.carryOut(in: &folder)
        } else {
            try folder.remove(OutputFolder.journalName)
        }
    }

    func write(in folder: OutputFolder) throws(PublishError) {
        var folder = folder
        try folder.write(text, to: OutputFolder.journalName)
    }

    func carryOut(in folder: inout OutputFolder) throws(PublishError) {
        for path in blocking { try folder.remove(path) }
        for placing in placings { try folder.place(placing.name, at: placing.path) }
        for path in stale { try folder.remove(path) }
        try folder.remove(OutputFolder.journalName)
        try folder.removeStaging()
    }

    // Lines of a letter and a path. A path cannot hold a line feed: sources with one are refused.
    private var text: [UInt8] {
        var text: [UInt8] = []
        func add(_ mark: Character, _ words: String...) {
            text.append(contentsOf: (String(mark) + words.map { " " + $0 }.joined() + "\n").utf8)
        }
        for path in blocking { add("b", path) }
        for placing in placings { add("p", fileName(of: placing.name), placing.path) }
        for path in stale { add("s", path) }
        text.append(contentsOf: "end\n".utf8)
        return text
    }

    private init?(_ bytes: [UInt8]) {
        self.init(blocking: [], stale: [])
        var lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        guard lines.popLast() == "end" else { return nil }
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { return nil }
            switch words[0] {
            case "b": blocking.append(words[1])
            case "s": stale.append(words[1])
            default:
                let parts = words[1].split(separator: " ", maxSplits: 1).map(String.init)
                guard parts.count == 2, isInnerPath(parts[0]) else { return nil }
                placings.append(Placing(name: OutputFolder.stagingName + "/" + parts[0], path: parts[1]))
            }
        }
    }
}
