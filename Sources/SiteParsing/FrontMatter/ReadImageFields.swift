import SiteModel

/// `image: hero.jpg`, or `image: {src: hero.jpg, alt: …, credit: …}`.
extension FieldReader {
    /// An image that has no description but its own: `alt`, or `decorative: true`.
    mutating func describedImage(_ key: String) -> ImageFields? {
        guard let image = image(key) else { return nil }
        guard image.alternative == nil, !image.isDecorative, !hasOtherKey(key) else { return image }
        let source = image.source.value
        diagnostics.add(
            .missingAlt, "the image '\(source)' has no description", at: image.source.location,
            help: "write '\(key): {src: \(source), alt: what it shows}', or 'decorative: true' in place of 'alt' where readers "
                + "miss nothing without it")
        return image
    }

    /// An image that something else on the page describes, such as the name of a person.
    mutating func image(_ key: String) -> ImageFields? {
        guard let node = value(key) else { return nil }
        if node.isSingle {
            return text(node, key).map { ImageFields(source: $0, alternative: nil, credit: nil) }
        }
        return group(node) { reader -> ImageFields? in
            let source = reader.text("src")
            let alternative = reader.text("alt")
            let isDecorative = reader.bool("decorative") ?? false
            let credit = reader.text("credit")?.value
            reader.require("src", in: "'\(key)'")
            if isDecorative, let alternative {
                reader.diagnostics.add(
                    .badValue, "a decorative image has no 'alt'", at: alternative.location, help: "delete one of the two")
            }
            reader.finish("'\(key)'")
            return source.map { source in
                var image = ImageFields(source: source, alternative: alternative, credit: credit)
                image.isDecorative = isDecorative
                return image
            }
        } ?? nil
    }

    /// Whether the group has a key that has been reported: `alt` without a value, or a misspelt one.
    private func hasOtherKey(_ key: String) -> Bool {
        guard let node = node(key), node.kind == .mapping else { return false }
        return children(of: node).contains { !["src", "credit", "decorative"].contains(self.key(of: $0)) }
    }
}
