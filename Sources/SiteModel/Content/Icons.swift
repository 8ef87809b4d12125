/// What an icon is for: browsers' tabs, home screens, the web manifest.
package enum IconRole: String, Sendable, CaseIterable {
    /// For tabs, and for programs that look for `/favicon.ico` whatever the page says.
    case favicon
    /// For tabs, in any size.
    case svg
    /// For the home screens of Apple's devices.
    case apple
    case png192, png512
    /// For home screens that cut icons to a shape of theirs: what matters stands in the middle.
    case maskable

    /// Kinds that programs take in this place.
    package var kinds: [ImageKind] {
        switch self {
        case .favicon: [.ico, .png]
        case .svg: [.svg]
        case .apple, .png192, .png512, .maskable: [.png]
        }
    }

    /// How wide and high the image is; nil where any size will do.
    package var side: Int? {
        switch self {
        case .favicon, .svg: nil
        case .apple: 180
        case .png192: 192
        case .png512, .maskable: 512
        }
    }

    /// Where browsers, or custom, look for it; nil where nobody looks without being told.
    package var usualPath: String? {
        switch self {
        case .favicon: "/favicon.ico"
        case .svg: "/favicon.svg"
        case .apple: "/apple-touch-icon.png"
        case .png192, .png512, .maskable: nil
        }
    }
}

/// An icon that `site.yml` names.
package struct IconFile: Sendable, Equatable {
    package var role: IconRole
    package var source: Placed<String>

    package init(role: IconRole, source: Placed<String>) {
        self.role = role
        self.source = source
    }
}

/// An icon of the finished site.
package struct SiteIcon: Sendable, Equatable {
    package var role: IconRole
    package var permalink: Permalink
    package var kind: ImageKind
    package var size: ImageSize?

    package init(role: IconRole, permalink: Permalink, kind: ImageKind, size: ImageSize?) {
        self.role = role
        self.permalink = permalink
        self.kind = kind
        self.size = size
    }
}

/// The colour of the browser's own bar, as `#336699`.
package struct ThemeColor: Sendable, Equatable {
    package var light: String
    /// For readers who prefer dark pages; nil where it is the same.
    package var dark: String?

    package init(light: String, dark: String?) {
        self.light = light
        self.dark = dark
    }
}

/// What the web manifest says beside the icons, the title and the language.
package struct ManifestOptions: Sendable, Equatable {
    /// Where `manifest:` stands.
    package var location: SourceLocation
    package var shortName: String?
    package var display = Display.browser
    package var backgroundColor: String?

    /// How much of the browser a site keeps that was put on a home screen.
    package enum Display: String, Sendable, CaseIterable {
        case browser
        case minimal = "minimal-ui"
    }

    package init(at location: SourceLocation) { self.location = location }
}
