import Foundation

/// Random events in the folder of a site, the same for the same seed: what editors, programs and version control do to files.
struct EventScript {
    let folder: String
    private(set) var steps: [String] = []
    private var state: UInt64
    private var made = 0

    init(folder: String, seed: Int) {
        self.folder = folder
        state = UInt64(seed)
    }

    /// Steele, Lea and Flood's generator.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func step() throws {
        switch below(14) {
        case 0, 1: try save("content/articles/a1.md", article("A1"))
        case 2: try save("content/articles/a3.md", article("A3"))
        case 3: try writeInPlace("content/notes/n\(below(6)).md", article("N"))
        case 4: try remove("content/notes/n\(below(6)).md")
        case 5: try deleteAndRecreate("content/notes/n\(below(6)).md", article("Back"))
        case 6: try save("content/notes/f\(below(4))/g\(below(3))/index.md", article("Deep"))
        case 7: try move("content/notes/f\(below(4))", "content/notes/f\(below(4))")
        case 8: try move("content/notes/f\(below(4))", "content/articles/f\(below(4))")
        case 9: try remove("content/\(below(2) == 0 ? "notes" : "articles")/f\(below(4))")
        case 10: try save("themes/small/assets/style.css", "b { order: \(below(1000)) }\n")
        case 11: try writeInPlace("content/static/f\(below(5)).txt", "\(below(1_000_000))")
        case 12: try move("content/static/f\(below(5)).txt", "content/static/f\(below(5)).txt")
        // A mistake, which another save of the same file puts right.
        default: try save("content/notes/n\(below(6)).md", below(4) == 0 ? "---\ntitel: x\n---\n" : article("N"))
        }
    }

    private mutating func article(_ title: String) -> String {
        "---\ntitle: \(title) \(below(20))\ndate: 2026-0\(1 + below(9))-01\n\(below(6) == 0 ? "draft: true\n" : "")---\n\nText \(below(1_000_000)).\n"
    }

    /// As most editors: another file, and a rename.
    private mutating func save(_ path: String, _ text: String) throws {
        made += 1
        let beside = folder + "/" + path + ".\(made)~"
        try makeFolder(of: path)
        try Data(text.utf8).write(to: URL(fileURLWithPath: beside))
        note("save \(path)")
        // Where a folder stands in the way, the other file is left there.
        _ = rename(beside, folder + "/" + path)
    }

    private mutating func writeInPlace(_ path: String, _ text: String) throws {
        try makeFolder(of: path)
        note("write \(path)")
        guard let file = fopen(folder + "/" + path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    private mutating func remove(_ path: String) throws {
        note("remove \(path)")
        try? FileManager.default.removeItem(atPath: folder + "/" + path)
    }

    private mutating func deleteAndRecreate(_ path: String, _ text: String) throws {
        try remove(path)
        try writeInPlace(path, text)
    }

    private mutating func move(_ path: String, _ target: String) throws {
        note("move \(path) \(target)")
        try makeFolder(of: target)
        _ = rename(folder + "/" + path, folder + "/" + target)
    }

    private func makeFolder(of path: String) throws {
        let url = URL(fileURLWithPath: folder + "/" + path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    private mutating func note(_ step: String) { steps.append(step) }
}
