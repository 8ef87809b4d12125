import SiteModel

/// `share:` of `site.yml`: what articles say when they say nothing themselves, and the networks that the site adds.
extension FieldReader {
    mutating func share(of config: inout SiteConfig) {
        config.share = shareFields(isFile: false)
        config.marksSharedLinks = bool("utm") ?? false
        config.networks = named("custom") { $1.network($0) }
        finish("'share'")
    }

    /// `line: {label: LINE, template: "https://social-plugins.line.me/lineit/share?url={url}", icon: "M4 4h16"}`
    private mutating func network(_ name: Placed<String>) -> ShareNetwork? {
        let label = text("label")
        let template = text("template").flatMap { checkTemplate($0) }
        let icon = text("icon").flatMap { checkIcon($0) }
        for key in ["label", "template"] { require(key, in: "the network '\(name.value)'") }
        finish("a network")
        guard name.value == pathSlug(name.value), name.value.utf8.allSatisfy({ $0 < 0x80 }) else {
            report(.badValue, name, "is not the name of a network", "use small letters, digits and '-'")
            return nil
        }
        guard let label, let template else { return nil }
        return ShareNetwork(id: name.value, label: label.value, template: template, icon: icon)
    }

    private mutating func checkTemplate(_ word: Placed<String>) -> ShareTemplate? {
        let template = ShareTemplate(word.value)
        let known = ShareTemplate.Blank.allCases.map(\.rawValue)
        if let name = template.unknownBlanks.first {
            let near = nearName(to: name, among: known)?.between("{", "}")
            diagnostics.add(
                .badValue, "'{\(name)}' is not a blank of a share template", at: word.location,
                help: near?.question ?? "the blanks are \(known.map { "{\($0)}" }.joined(separator: ", "))",
                fix: near?.fix("{\(name)}", at: word.location))
            return nil
        }
        let schemes = ["https", "mailto", "sms", "tel"]
        guard let scheme = urlScheme(template.literal), schemes.contains(scheme) else {
            report(.badURL, word, "does not begin as a link to share with", "begin with 'https://', 'mailto:' or 'sms:'")
            return nil
        }
        // What RFC 3986 lets stand in an address, but for brackets and quotes.
        guard template.literal.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }) else {
            report(.badURL, word, "has characters that no address has", "write a blank as '%20' and a line break as '%0A'")
            return nil
        }
        guard template.blanks.contains(.url) || template.blanks.contains(.titleAndURL) else {
            report(.badValue, word, "shares no address", "put '{url}' where the page's address belongs")
            return nil
        }
        return template
    }

    /// The `d` of an SVG path: commands and numbers, nothing that could end the attribute.
    private mutating func checkIcon(_ word: Placed<String>) -> String? {
        let path = word.value
        if path.hasPrefix("M") || path.hasPrefix("m"), path.utf8.count <= 4096,
            path.utf8.allSatisfy({ "MmLlHhVvCcSsQqTtAaZz0123456789eE+-., ".utf8.contains($0) })
        {
            return path
        }
        diagnostics.add(
            .badValue, "the icon is not the path of an SVG drawing", at: word.location,
            help: "write the 'd' of one '<path>' on a grid of 24 by 24: 'M4 4h16v16H4Z'")
        return nil
    }

    private mutating func report(_ code: DiagnosticCode, _ word: Placed<String>, _ message: String, _ help: String) {
        diagnostics.add(code, "'\(word.value)' \(message)", at: word.location, help: help)
    }
}
