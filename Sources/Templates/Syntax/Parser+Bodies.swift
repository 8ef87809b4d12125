import SiteModel

// What stands between tags, and how tags find their ends.
extension Parser {
    /// The whole template.
    mutating func template() -> ParsedTemplate {
        let body = statements()
        checkChild(body)
        return ParsedTemplate(source: source, parent: parent, body: body, blocks: blocks, macros: macros)
    }

    /// The statements up to the tag that goes on with or ends an open one; that tag is left to whoever opened it.
    mutating func statements() -> [Statement] {
        var statements: [Statement] = []
        while current.kind != .end {
            switch current.kind {
            case .text:
                statements.append(Statement(kind: .text, range: current.range))
                advance()
            case .printBegin: statements.append(printed())
            case .tagBegin:
                guard case .name(let word) = next.kind else {
                    reportNamelessTag()
                    continue
                }
                if open.contains(where: { $0.continuations.contains(word) }) { return statements }
                if let statement = tag(word) { statements.append(statement) }
            default: advance()
            }
        }
        return statements
    }

    private mutating func reportNamelessTag() {
        report(Fault("a tag begins with its name, such as 'if'", current.range))
        skipTag()
    }

    private mutating func printed() -> Statement {
        let start = current.range
        advance()
        let value = headerExpression()
        if current.kind == .printEnd {
            advance()
        } else {
            report(Fault("\(shown(current)) is not expected here", current.range))
            skipTag()
        }
        return Statement(kind: .print(value), range: SourceRange(start.lower, tokens[max(position - 1, 0)].range.upper))
    }

    /// The statements inside a tag.
    mutating func body(of name: String, _ range: SourceRange, until continuations: [String]) -> [Statement] {
        guard open.count < Self.depthLimit else {
            giveUp(Fault("tags stand more than \(Self.depthLimit) deep inside each other", range))
            return []
        }
        open.append(OpenTag(name: name, range: range, continuations: continuations))
        defer { open.removeLast() }
        return statements()
    }

    /// Reports and leaves the rest of the template unread.
    private mutating func giveUp(_ fault: Fault) {
        report(fault)
        leaveRest()
    }

    /// Takes the tag `word` that ends the tag at `range`, or reports that it is missing.
    mutating func close(_ name: String, _ range: SourceRange, with word: String) {
        guard current.kind == .tagBegin, next.kind == .name(word) else {
            if !hasGivenUp { report(Fault("'\(name)' is never closed", range, help: "close it with '{% \(word) %}'")) }
            return
        }
        advance()
        advance()
        if word == "endblock" || word == "endmacro", case .name = current.kind { closeNamed(name) }
        endTag()
    }

    /// `{% endblock name %}`: the name must be the one that was opened.
    private mutating func closeNamed(_ name: String) {
        guard case .name(let text) = current.kind else { return }
        let opened = name.split(separator: " ").last.map(String.init) ?? name
        if text != opened { report(Fault("'\(text)' is not the name of what ends here, '\(opened)'", current.range)) }
        advance()
    }

    /// Takes the end of a tag; whatever stands before it is a fault.
    mutating func endTag() {
        if current.kind == .tagEnd {
            hasGivenUp = hasGivenUp || current.range.lower == current.range.upper
            return advance()
        }
        report(Fault("\(shown(current)) is not expected here", current.range))
        skipTag()
    }

    /// Goes on after the tag.
    mutating func skipTag() {
        skipToTagEnd()
        advance()
    }

    mutating func skipToTagEnd() {
        while current.kind != .tagEnd, current.kind != .printEnd, current.kind != .end { advance() }
    }

    /// The expression of a tag. After a fault in it the tag counts all the same, so that its end is not reported too.
    mutating func headerExpression() -> Expression {
        do throws(Fault) {
            return try expression()
        } catch {
            report(error)
            let range = error.range
            skipToTagEnd()
            return Expression(kind: .invalid, range: range, depth: 1)
        }
    }

    /// Of a template that extends another only blocks are shown; anything else would be lost without a word.
    private mutating func checkChild(_ body: [Statement]) {
        guard parent != nil, !hasLateParent else { return }
        for statement in body {
            switch statement.kind {
            case .text where trimmedStart(statement.range.lower..<statement.range.upper, in: source.text).isEmpty: continue
            case .set, .capture, .block, .importModule, .macro: continue
            default: reportLost(statement)
            }
        }
    }

    private mutating func reportLost(_ statement: Statement) {
        var range = statement.range.lower..<statement.range.upper
        range = trimmedEnd(trimmedStart(range, in: source.text), in: source.text)
        report(
            Fault(
                "this is never shown: a template that extends another shows only its blocks",
                SourceRange(range.lowerBound, range.upperBound), help: "move it into a block"))
    }
}
