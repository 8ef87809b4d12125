/// The files of a theme, read but not compiled.
package struct ThemeSources: Sendable {
    package var manifest: ThemeManifest
    /// `templates/…` and `blocks/…`.
    package var templates: [ThemeFile]
    package var assets: [ThemeFile]
    /// The words of the user interface, by language tag.
    package var strings: [String: [UIString]]
    /// Whether all of it is the theme of the program, which its tests have checked.
    package var isBuiltIn = false

    package init(manifest: ThemeManifest, templates: [ThemeFile], assets: [ThemeFile], strings: [String: [UIString]]) {
        self.manifest = manifest
        self.templates = templates
        self.assets = assets
        self.strings = strings
    }

    /// The text of a message that has no plural forms, in a language or else in English; empty where there is none.
    package func word(_ key: String, in language: String) -> String {
        for tag in [language, String(language.prefix { $0 != "-" }), "en"] {
            if let string = strings[tag]?.first(where: { $0.key == key }) { return string.forms["other"] ?? "" }
        }
        return ""
    }
}

/// `theme.yml`.
package struct ThemeManifest: Sendable, Equatable {
    package var name = ""
    /// The theme whose files stand in for those that this one does not have: `plain`, or none.
    package var base: Placed<String>?
    /// The container blocks that content may use, and the values that each may have.
    package var blocks: [String: [String]] = [:]
    /// Where each of them stands.
    package var blockLocations: [String: SourceLocation] = [:]
    /// Ids that the templates use on pages.
    package var ids: [String] = []

    package init() {}

    /// With the blocks and ids of the theme that this one extends.
    package func extending(_ other: ThemeManifest) -> ThemeManifest {
        var merged = self
        merged.blocks.merge(other.blocks) { own, _ in own }
        merged.ids = other.ids + ids.filter { !other.ids.contains($0) }
        return merged
    }
}

package struct ThemeFile: Sendable, Equatable {
    /// Below the theme: `templates/article.html`.
    package var name: String
    /// For messages: `themes/plain/templates/article.html`.
    package var path: String
    package var bytes: [UInt8]

    package init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }
}

/// A message of the user interface: one form under `other`, or one for each plural category (`one`, `few` …).
package struct UIString: Sendable, Equatable {
    package var key: String
    package var forms: [String: String]

    package init(key: String, forms: [String: String]) {
        self.key = key
        self.forms = forms
    }
}
