/// `content/site.yml`, with its defaults filled in.
package struct SiteConfig: Sendable {
    package var title = ""
    package var baseURL = BaseURL(origin: "http://localhost", path: "/")
    package var language = "en"
    package var timeZone = TimeZoneRules.utc
    package var description: String?
    package var theme = Placed("plain", at: SourceLocation(SiteConfig.path))
    package var publisher: Publisher?
    /// Articles are about health unless they say otherwise.
    package var isMedical = false
    /// What articles are no substitute for, shown below each.
    package var disclaimer: String?
    package var taxonomies = ["tags"]
    package var menu: [MenuEntry] = []
    package var permalinks: [String: Placed<PermalinkPattern>] = [:]
    /// Entries on one page of a listing; at least 1.
    package var pageLength = 20
    package var feeds = FeedOptions()
    package var icons: [IconFile] = []
    package var themeColor: ThemeColor?
    /// Nil where the site has no web manifest.
    package var manifest: ManifestOptions?
    /// Crawlers that are asked to stay away, by the names that they give themselves.
    package var refusedCrawlers: [String] = []
    package var hosting = HostingOptions()
    package var share = ShareFields()
    /// Networks that the site adds to those that Martlet knows, or puts in place of one.
    package var networks: [ShareNetwork] = []
    /// Whether links that are shared on a network say by which one readers came (`utm_source`).
    package var marksSharedLinks = false
    /// Both are large, and stand on many pages.
    package var contacts: [Shared<ContactRecord>] = []
    package var callsToAction: [Shared<CallToAction>] = []
    package var defaultContact: Placed<String>?
    package var defaultCallToAction: Placed<String>?
    package var faqRendering = FAQRendering.accordion
    package var readingSpeed = ReadingSpeed()
    package var markdown = MarkdownOptions()
    /// Reference errors that are warnings on this site.
    package var loweredCodes: Set<DiagnosticCode> = []

    /// Where the configuration stands in a site.
    package static let path = "content/site.yml"

    package init() {}
}

/// Where the site is published.
package struct BaseURL: Sendable, Equatable {
    /// Scheme and authority, without a slash at the end: `https://www.example.org`.
    package var origin: String
    /// Begins and ends with `/`.
    package var path: String

    package init(origin: String, path: String) {
        self.origin = origin
        self.path = path
    }

    /// A link within the site: the base path, then the permalink.
    package func href(_ permalink: Permalink) -> String {
        if path.utf8.count == 1 { return permalink.encoded }
        var text = path
        text.append(contentsOf: Substring(permalink.encoded.utf8.dropFirst()))
        return text
    }

    package func absolute(_ permalink: Permalink) -> String { origin + href(permalink) }

    package var root: String { origin + path }

    /// An address of the configuration or of front matter with scheme and host, also where it is a path of this site.
    package func absolute(named url: String) -> String {
        url.utf8.first == 0x2F ? root + String(decoding: url.utf8.dropFirst(), as: UTF8.self) : url
    }
}

/// Who publishes the site.
package struct Publisher: Sendable, Equatable {
    package var name: String
    package var kind = Kind.organization
    package var url: String?
    package var logo: Placed<String>?
    /// The logo as it is on the finished site; nil for one of another site.
    package var logoImage: PublishedImage?
    /// Other pages about the publisher.
    package var sameAs: [String] = []
    /// Where readers find how articles are made and reviewed.
    package var principles: Placed<String>?

    /// The schema.org types that `type:` may name.
    package enum Kind: String, Sendable, CaseIterable {
        case organization = "Organization"
        case medical = "MedicalOrganization"
        case charity = "NGO"
        case government = "GovernmentOrganization"
        case education = "EducationalOrganization"
        case newsMedia = "NewsMediaOrganization"
    }

    package init(name: String, url: String?, logo: Placed<String>?) {
        self.name = name
        self.url = url
        self.logo = logo
    }
}

package struct MenuEntry: Sendable, Equatable {
    package var label: String
    package var url: Placed<String>

    package init(label: String, url: Placed<String>) {
        self.label = label
        self.url = url
    }
}

/// A way to reach the publisher, named in `contact:`.
package struct ContactRecord: Sendable, Equatable {
    package var name: String
    package var label: String
    /// E.164 with its plus sign: `+911234567890`.
    package var phone: String?
    /// International number, digits only.
    package var whatsapp: String?
    /// What the WhatsApp message begins with.
    package var message: String?
    /// A page for it, such as a booking form.
    package var url: Placed<String>?
    /// A sentence for readers: opening hours, what it costs.
    package var text: String?
    /// The language in which readers are answered; nil where it is that of the site.
    package var language: String?

    package init(name: String, label: String, phone: String?, whatsapp: String?, message: String?) {
        self.name = name
        self.label = label
        self.phone = phone
        self.whatsapp = whatsapp
        self.message = message
    }
}

/// A call to action, named in `cta:`.
package struct CallToAction: Sendable, Equatable {
    package var name: String
    package var title: String
    package var text: String?
    package var label: String
    package var url: Placed<String>
    /// The language of its words; nil where it is that of the page.
    package var language: String?

    package init(name: String, title: String, text: String?, label: String, url: Placed<String>) {
        self.name = name
        self.title = title
        self.text = text
        self.label = label
        self.url = url
    }
}

/// How fast readers read: words a minute, and characters a minute where a script does not separate words.
package struct ReadingSpeed: Sendable, Equatable {
    package var words = 238
    package var characters = 500

    package init() {}
}

/// The additions to CommonMark and GFM, each of which a site can switch off.
package struct MarkdownOptions: Sendable, Equatable {
    package var smart = true
    package var alerts = true
    package var figures = true
    package var headingIDs = true
    package var attributes = true
    package var containers = true
    package var html = RawHTMLRule.allow
    /// Paragraphs are kept as words too (`Markup.prose`); no setting of a site.
    package var notesProse = false

    package enum RawHTMLRule: String, Sendable, CaseIterable { case allow, escape, error }

    package init() {}
}

/// How the addresses of a section's articles are made: `/articles/:slug/`.
package struct PermalinkPattern: Sendable, Equatable {
    package var parts: [Part]

    package enum Part: Sendable, Equatable {
        case literal(String)
        case slug, section, folders, year, month, day
    }

    /// `/FOLDERS/SLUG/`: the folders of the source, then the slug.
    package static let standard = PermalinkPattern(parts: [
        .literal("/"), .folders, .literal("/"), .slug, .literal("/"),
    ])

    package init(parts: [Part]) { self.parts = parts }
}
