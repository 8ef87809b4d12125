import SiteModel

/// The records of `site.yml` that articles name: contacts, calls to action, and the patterns of permalinks.
extension FieldReader {
    mutating func contact(_ name: String) -> ContactRecord? {
        let label = text("label")
        let phone = number("phone", isPlusNeeded: true)
        let whatsapp = number("whatsapp", isPlusNeeded: false)
        let message = text("message")?.value
        let url = url("url")
        let sentence = text("text")?.value
        let language = language("language")?.value
        require("label", in: "the contact '\(name)'")
        if ["phone", "whatsapp", "url"].allSatisfy({ keyRange($0) == nil }) { require("phone", in: "the contact '\(name)'") }
        finish("a contact")
        return label.map { label in
            var contact = ContactRecord(name: name, label: label.value, phone: phone, whatsapp: whatsapp, message: message)
            (contact.url, contact.text, contact.language) = (url, sentence, language)
            return contact
        }
    }

    mutating func callToAction(_ name: String) -> CallToAction? {
        let title = text("title")
        let body = text("text")?.value
        let label = text("label")
        let url = url("url")
        let language = language("language")?.value
        for key in ["title", "label", "url"] { require(key, in: "the call to action '\(name)'") }
        finish("a call to action")
        guard let title, let label, let url else { return nil }
        var call = CallToAction(name: name, title: title.value, text: body, label: label.value, url: url)
        call.language = language
        return call
    }

    /// `permalinks: {articles: /articles/:slug/}`, each pattern by its section.
    mutating func permalinks() -> [String: Placed<PermalinkPattern>] {
        var patterns: [String: Placed<PermalinkPattern>] = [:]
        guard let node = value("permalinks") else { return patterns }
        guard node.kind == .mapping else {
            diagnostics.add(.wrongType, "'permalinks' is a group of patterns, not \(node.kindName)", at: location(node.range))
            return patterns
        }
        for entry in children(of: node) {
            let section = key(of: entry)
            guard let word = text(entry, section), let pattern = pattern(word) else { continue }
            patterns[section] = Placed(pattern, at: word.location)
        }
        return patterns
    }

    private mutating func pattern(_ word: Placed<String>) -> PermalinkPattern? {
        let tokens: [String: PermalinkPattern.Part] = [
            "slug": .slug, "section": .section, "folders": .folders, "year": .year, "month": .month, "day": .day,
        ]
        var parts: [PermalinkPattern.Part] = []
        var rest = word.value[...]
        while let colon = rest.firstIndex(of: ":") {
            if colon > rest.startIndex { parts.append(.literal(String(rest[..<colon]))) }
            let name = rest[rest.index(after: colon)...].prefix { $0.isLetter }
            guard let token = tokens[String(name)] else {
                let near = nearName(to: String(name), among: tokens.keys.sorted())?.between(":")
                diagnostics.add(
                    .badValue, "':\(name)' is not a part of a permalink", at: word.location,
                    help: near?.question ?? "the parts are \(tokens.keys.sorted().map { ":" + $0 }.joined(separator: ", "))",
                    fix: near?.fix(":" + name, at: word.location))
                return nil
            }
            parts.append(token)
            rest = rest[name.endIndex...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        guard word.value.hasPrefix("/"), word.value.hasSuffix("/"), parts.contains(.slug) else {
            report(word, "a permalink begins and ends with '/' and has ':slug'", "write '/articles/:slug/'")
            return nil
        }
        guard isInnerPath(String(decoding: word.value.utf8.dropFirst().dropLast(), as: UTF8.self)),
            !word.value.unicodeScalars.contains(where: isRefused)
        else {
            report(word, "'\(word.value)' is not an address of this site", "use letters, digits, '-' and '/'")
            return nil
        }
        return PermalinkPattern(parts: parts)
    }

    private func isRefused(_ scalar: Unicode.Scalar) -> Bool { scalar.value <= 0x20 || "?#\\%".unicodeScalars.contains(scalar) }

    private mutating func report(_ word: Placed<String>, _ message: String, _ help: String) {
        diagnostics.add(.badValue, message, at: word.location, help: help)
    }

    /// A full international number: digits, not beginning with 0, 7 to 15 of them (E.164), with or without its plus sign.
    private mutating func number(_ key: String, isPlusNeeded: Bool) -> String? {
        guard let word = text(key) else { return nil }
        if isNumber(word.value, isPlusNeeded: isPlusNeeded) { return word.value }
        let joined = (isPlusNeeded ? "+" : "") + word.value.filter { !"+ -/()".contains($0) }
        let isWritten = word.value.hasPrefix("+") && isNumber(joined, isPlusNeeded: isPlusNeeded) && word.value != joined
        diagnostics.add(
            .badPhone, "'\(word.value)' is not a full international number", at: word.location,
            help: isWritten
                ? "write \"\(joined)\""
                : isPlusNeeded
                    ? "write '+', the country's code and the number without its first 0, all in one: \"+911234567890\""
                    : "write the country's code and the number without its first 0, digits alone: \"911234567890\"",
            fix: isWritten ? Fix(at: word.location, with: "\"\(joined)\"") : nil)
        return nil
    }

    private func isNumber(_ text: String, isPlusNeeded: Bool) -> Bool {
        let digits = isPlusNeeded ? text.utf8.dropFirst() : text.utf8[...]
        return text.hasPrefix("+") == isPlusNeeded && (7...15).contains(digits.count) && digits.first != 0x30
            && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
