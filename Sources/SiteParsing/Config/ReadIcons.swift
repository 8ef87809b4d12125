import SiteModel

/// Icons, colours and the web manifest of `site.yml`.
extension FieldReader {
    /// `icons: {favicon: /favicon.ico, svg: /favicon.svg, apple: /apple-touch-icon.png}`
    mutating func icons() -> [IconFile] {
        let icons = IconRole.allCases.compactMap { role in
            text(role.rawValue).map { IconFile(role: role, source: $0) }
        }
        finish("the icons")
        return icons
    }

    /// One colour, or one for light pages and one for dark ones.
    mutating func themeColor() -> ThemeColor? {
        guard let node = value("themeColor") else { return nil }
        guard node.kind == .mapping else {
            return color("themeColor").map { ThemeColor(light: $0, dark: nil) }
        }
        return group(node) { reader -> ThemeColor? in
            let (light, dark) = (reader.color("light"), reader.color("dark"))
            reader.require("light", in: "'themeColor'")
            reader.finish("'themeColor'")
            return light.map { ThemeColor(light: $0, dark: dark) }
        } ?? nil
    }

    mutating func manifest() -> ManifestOptions? {
        guard let place = keyRange("manifest").map(location) else { return nil }
        return group("manifest") { reader in
            var options = ManifestOptions(at: place)
            options.shortName = reader.text("shortName")?.value
            options.display = reader.choice("display", of: ManifestOptions.Display.self) ?? options.display
            options.backgroundColor = reader.color("backgroundColor")
            reader.finish("the web manifest")
            return options
        }
    }

    private mutating func color(_ key: String) -> String? {
        guard let word = text(key) else { return nil }
        let digits = word.value.utf8.dropFirst()
        if word.value.hasPrefix("#"), [3, 6].contains(digits.count), digits.allSatisfy(isHexDigit) { return word.value }
        diagnostics.add(
            .badValue, "'\(word.value)' is not a colour", at: word.location, help: "write it as '\"#336699\"', quotes included")
        return nil
    }

    private func isHexDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) }
}
