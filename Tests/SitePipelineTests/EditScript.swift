import Foundation

/// Random edits of a site on disk, the same for the same seed: what editors, programs and CI do to one between two builds.
struct EditScript {
    let folder: TemporaryFolder
    private var random: SplitMix
    private var made = 0
    /// A record of an earlier build, kept aside.
    private var oldRecord: Data?

    init(_ folder: TemporaryFolder, seed: Int) {
        self.folder = folder
        random = SplitMix(state: UInt64(seed))
    }

    /// Does one edit and says which.
    mutating func step() throws -> String {
        let edits: [(String, (inout EditScript) throws -> Void)] = [
            ("word", { try $0.replace("content/articles/a1.md", with: "A word ") }),
            ("title", { try $0.replaceLine("title:", in: "content/articles/a2.md") }),
            ("question", { try $0.replace("content/faqs/topic.md", with: "An answer ") }),
            ("person", { try $0.replaceLine("name:", in: "content/people/ann.md") }),
            ("configuration", { try $0.replaceLine("title:", in: "content/site.yml") }),
            ("template", { try $0.append("<!-- {n} -->\n", to: "themes/small/templates/base.html") }),
            ("words", { try $0.replaceLine("home:", in: "themes/small/strings/en.yml") }),
            ("asset", { try $0.append("b{order:{n}}\n", to: "themes/small/assets/style.css") }),
            ("file", { try $0.write("{n}", to: "content/static/file.txt") }),
            ("new article", { try $0.addArticle() }), ("article goes", { $0.removeArticle() }),
            ("article moves", { try $0.moveArticle() }), ("touch", { try $0.touch("content/articles/a3.md") }),
            ("same size, old times", { try $0.changeSilently("content/articles/a3.md") }),
            ("output tampered with", { try $0.write("x", to: "output/index.html") }),
            ("output gone", { $0.remove("output/404.html") }),
            ("foreign file", { try $0.write("mine", to: "output/mine-{n}.html") }),
            ("record kept", { $0.oldRecord = $0.record }), ("old record", { try $0.restoreRecord() }),
            ("no record", { $0.remove(".martlet/record") }), ("damaged record", { try $0.damageRecord() }),
        ]
        let edit = edits[random.below(edits.count)]
        try edit.1(&self)
        return edit.0
    }

    private mutating func number() -> String { String(random.below(100_000)) }

    private mutating func write(_ text: String, to path: String) throws {
        try folder.write(text.replacingOccurrences(of: "{n}", with: number()), to: path)
    }

    private mutating func append(_ text: String, to path: String) throws {
        try write((folder.read(path) ?? "") + text, to: path)
    }

    private mutating func replace(_ path: String, with word: String) throws {
        try append("\n" + word + "{n}.\n", to: path)
    }

    private mutating func replaceLine(_ start: String, in path: String) throws {
        let value = number()
        let lines = (folder.read(path) ?? "").components(separatedBy: "\n").map { line in
            line.hasPrefix(start) ? start + " Called " + value : line
        }
        try folder.write(lines.joined(separator: "\n"), to: path)
    }

    private mutating func addArticle() throws {
        made += 1
        try write(
            "---\ntitle: New {n}\ndate: 2026-10-0\(1 + made % 9)\ntags: [a]\n---\n\nText {n}.\n",
            to: "content/articles/new-\(made).md")
    }

    private mutating func removeArticle() {
        guard made > 0 else { return }
        remove("content/articles/new-\(1 + random.below(made)).md")
    }

    private mutating func moveArticle() throws {
        guard made > 0, let text = folder.read("content/articles/new-1.md") else { return }
        remove("content/articles/new-1.md")
        made += 1
        try folder.write(text, to: "content/notes/moved-\(made).md")
    }

    private func remove(_ path: String) { try? FileManager.default.removeItem(atPath: folder.path + "/" + path) }

    private func touch(_ path: String) throws {
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder.path + "/" + path)
    }

    /// Another content of the same size with the times of the old one, as a careless copy leaves it.
    private mutating func changeSilently(_ path: String) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)
        guard let text = folder.read(path), let last = text.lastIndex(where: \.isLowercase) else { return }
        let letters = Array("abcdefgh")
        try folder.write(text.replacingCharacters(in: last...last, with: String(letters[random.below(letters.count)])), to: path)
        if let date = attributes[.modificationDate] {
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: folder.path + "/" + path)
        }
    }

    private var record: Data? { try? Data(contentsOf: URL(fileURLWithPath: folder.path + "/.martlet/record")) }

    private func restoreRecord() throws {
        if let oldRecord { try oldRecord.write(to: URL(fileURLWithPath: folder.path + "/.martlet/record")) }
    }

    private mutating func damageRecord() throws {
        guard var record, record.count > 40 else { return }
        if random.below(2) == 0 {
            record.removeLast(random.below(record.count))
        } else {
            record[random.below(record.count)] ^= 0x20
        }
        try record.write(to: URL(fileURLWithPath: folder.path + "/.martlet/record"))
    }
}

/// Steele, Lea and Flood's generator: a few lines, and the same numbers everywhere.
struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
