import SiteModel

/// Images are described, and in words that say what they show (`domain.md` 8.1 AX4).
func checkAlternatives(_ markup: Markup, path: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    for image in markup.images where !image.isDecorative {
        let location = SourceLocation(path, image.range)
        if image.alternative.utf8.allSatisfy({ $0 <= 0x20 }) {
            diagnostics.add(
                .missingAlt, "the image '\(image.source)' has no description", at: location,
                help: "write '![what it shows](\(image.source))', or '![](\(image.source) \"decorative\")' where readers miss "
                    + "nothing without it")
        } else {
            checkAlternative(image.alternative, of: image.source, at: location, &diagnostics)
        }
    }
    return diagnostics
}

/// The descriptions of images that front matter names.
func checkAlternative(of image: ImageFields?) -> Diagnostics {
    var diagnostics = Diagnostics()
    guard let image, let alternative = image.alternative else { return diagnostics }
    checkAlternative(alternative.value, of: image.source.value, at: alternative.location, &diagnostics)
    return diagnostics
}

private func checkAlternative(
    _ text: String, of source: String, at location: SourceLocation, _ diagnostics: inout Diagnostics
) {
    if isFileName(text, source) {
        diagnostics.add(
            .poorAlt, "the description '\(text)' is the name of a file", at: location, help: "write what the image shows")
    } else if let start = needlessStart(of: text) {
        diagnostics.add(
            .poorAlt, "the description says '\(start)', as a screen reader does by itself", at: location,
            help: "begin with what it shows")
    } else if text.utf8.count > longest, text.count > longest {
        diagnostics.add(
            .poorAlt, "the description has \(text.count) characters, and is heard without a pause", at: location,
            help: "say the essence in \(longest) characters, and the rest in the text")
    }
}

private let longest = 150

/// The file's own name with or without its ending, or anything that ends as images do and has no blank.
private func isFileName(_ text: String, _ source: String) -> Bool {
    guard !text.utf8.contains(0x20) else { return false }
    if ImageKind(fileName: text) != nil { return true }
    let name = fileName(of: source)
    // `ann.jpg` may well show Ann; `IMG_1234` shows nobody.
    return name.utf8.starts(with: text.utf8) && name.utf8.dropFirst(text.utf8.count).first == 0x2E
        && text.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D }
}

private func needlessStart(of text: String) -> String? {
    guard let first = text.utf8.first, "iIpPgG".utf8.contains(first) else { return nil }
    let start = text.prefix(11).lowercased()
    return ["image of", "picture of", "graphic of"].first { start.hasPrefix($0 + " ") || start == $0 }
}
