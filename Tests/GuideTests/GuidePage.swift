/// A page of the guide as the steps that its examples are, in the order of the page.
///
/// A block of code says behind its language what it is: `file=PATH` is a file of the example site, the lines of which stand at the end
/// of the file with `add`, and in place of the line that begins with TEXT with `instead="TEXT"`. With `wrong` the site has it only for
/// the next block, which shows what the program says about it: `message`, or a `console` with commands. `tree=FOLDER` lists
/// files that are there. Comments say what readers of the guide need not see: `<!-- from nothing -->`, `<!-- picture PATH 1200x630 -->`,
/// `<!-- shows OUTPUT: TEXT -->`, `<!-- hides OUTPUT: TEXT -->`, `<!-- has OUTPUT -->`, `<!-- lacks OUTPUT -->`.
struct GuidePage {
    var steps: [Step] = []

    struct Step {
        /// The line of the page at which it begins, counted from 1.
        var line: Int
        var content: Content
    }

    enum Content: Equatable {
        /// The page begins with an empty folder, and not with a new site.
        case fromNothing
        case picture(path: String, width: Int, height: Int)
        case file(path: String, text: String, Placing, isWrong: Bool)
        case message([String])
        case session([String])
        case tree(folder: String, [String])
        case output(Expectation, path: String, text: String)
        /// A block or a comment that is none of these.
        case unknown(String)
    }

    enum Placing: Equatable { case whole, add, instead(String) }

    enum Expectation: String { case shows, hides, has, lacks }

    init(_ text: String) {
        var block: (line: Int, info: String, lines: [String])?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
            if let open = block {
                if line == "```" {
                    steps.append(Step(line: open.line, content: Self.content(of: open.info, open.lines)))
                    block = nil
                } else {
                    block?.lines.append(line)
                }
            } else if line.hasPrefix("```") {
                block = (number + 1, String(line.dropFirst(3)), [])
            } else if line.hasPrefix("<!-- "), line.hasSuffix(" -->") {
                steps.append(Step(line: number + 1, content: Self.content(ofComment: String(line.dropFirst(5).dropLast(4)))))
            }
        }
        if let block { steps.append(Step(line: block.line, content: .unknown("a block without an end"))) }
    }

    private static func content(of info: String, _ lines: [String]) -> Content {
        let text = lines.map { $0 + "\n" }.joined()
        let quoted = info.split(separator: "\"", maxSplits: 1)
        let words = quoted.first.map { $0.split(separator: " ").map(String.init) } ?? []
        func value(_ key: String) -> String? {
            words.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
        }
        if let path = value("file") {
            let isWrong = words.contains("wrong")
            if words.last == "instead=", quoted.count == 2 {
                return .file(path: path, text: text, .instead(String(quoted[1].dropLast())), isWrong: isWrong)
            }
            return .file(path: path, text: text, words.contains("add") ? .add : .whole, isWrong: isWrong)
        }
        if let folder = value("tree") { return .tree(folder: folder, lines) }
        if words == ["text", "message"] { return .message(lines) }
        return words == ["console"] ? .session(lines) : .unknown("```" + info)
    }

    private static func content(ofComment comment: String) -> Content {
        let words = comment.split(separator: " ").map(String.init)
        if words == ["from", "nothing"] { return .fromNothing }
        if words.count == 3, words[0] == "picture" {
            let sides = words[2].split(separator: "x").compactMap { Int($0) }
            if sides.count == 2 { return .picture(path: words[1], width: sides[0], height: sides[1]) }
        }
        guard let expectation = words.first.flatMap(Expectation.init), words.count > 1 else { return .unknown(comment) }
        let path = words[1].hasSuffix(":") ? String(words[1].dropLast()) : words[1]
        return .output(expectation, path: path, text: words.dropFirst(2).joined(separator: " "))
    }
}
