package import Templates

/// What templates see: every record and field, with its type. Templates are checked against it when the theme loads, and
/// `PageValues` builds its values in the same order.
package enum PageModel {
    /// The variables of a template for a kind of page.
    package static func variables(of kind: PageKind, _ assets: RecordType) -> RecordType {
        RecordType(
            kind.rawValue,
            [
                .init("site", .record("site"), "What all pages share."),
                .init("assets", .record(assets.name), "The theme's files, by their names with '_' for '.' and '-'."),
                .init("page", .record(kind.record), "The page."),
            ])
    }

    /// The variables of an alias page.
    package static func redirectVariables(_ assets: RecordType) -> RecordType {
        RecordType(
            "redirect",
            [
                .init("site", .record("site"), "What all pages share."),
                .init("assets", .record(assets.name), "The theme's files."),
                .init("target", .string, "The absolute address that the alias leads to."),
                .init("href", .string, "The same address within the site."),
            ])
    }

    /// The variables of a container block.
    package static func blockVariables(_ name: String, _ parameters: [String]) -> RecordType {
        RecordType(
            "block \(name)",
            [.init("content", .html, "What stands in the container.")]
                + parameters.map { .init($0, .optional(.string), "A value of the container.") } + record(of: name))
    }

    /// Blocks that show a record of `site.yml`: the one that they name, or else that of the page.
    package static let recordBlocks = ["contact", "cta"]

    private static func record(of block: String) -> [RecordType.Field] {
        switch block {
        case "contact":
            [.init("contact", .optional(.record("contact")), "The contact that the block names, or that of the page.")]
        case "cta":
            [.init("callToAction", .optional(.record("callToAction")), "The one that the block names, or that of the page.")]
        default: []
        }
    }

    package static func assets(_ files: [String]) -> RecordType {
        RecordType("assets", files.map { .init($0, .record("asset"), "A file of the theme.") })
    }

    /// Every record, for a theme with these assets.
    package static func schema(_ assets: RecordType) -> Schema {
        Schema([assets] + sharedRecords + pageRecords)
    }

    private static let sharedRecords = [
        RecordType(
            "site",
            [
                .init("title", .string, "The site's name."),
                .init("url", .string, "The absolute address of the home page."),
                .init("home", .string, "The address of the home page within the site."),
                .init("language", .string, "The site's language tag."),
                .init("description", .optional(.string), "What the site is."),
                .init("publisher", .optional(.record("publisher")), "Who publishes it."),
                .init("menu", .list(.record("menuEntry")), "The main menu."),
                .init("icons", .list(.record("iconLink")), "The links to the site's icons and its web manifest."),
                .init("themeColor", .optional(.string), "The colour of the browser's own bar."),
                .init("themeColorDark", .optional(.string), "That of readers who prefer dark pages, where it is another."),
            ]),
        RecordType(
            "publisher",
            [
                .init("name", .string, "The publisher's name."),
                .init("url", .optional(.string), "The publisher's address."),
                .init("logo", .optional(.string), "The address of the logo."),
                .init("logoWidth", .optional(.int), "The logo's width, where its file says it."),
                .init("logoHeight", .optional(.int), "Its height."),
                .init("principles", .optional(.string), "The page that says how articles are made and reviewed."),
            ]),
        RecordType(
            "iconLink",
            [
                .init("rel", .string, "'icon', 'apple-touch-icon' or 'manifest'."),
                .init("url", .string, "The file."),
                .init("type", .optional(.string), "Its media type."),
                .init("sizes", .optional(.string), "As '32x32' or 'any'."),
            ]),
        RecordType(
            "metadata",
            [
                .init("name", .string, "The value of property= (Open Graph) or name= (Twitter)."),
                .init("content", .string, "The value of content=."),
            ]),
        RecordType(
            "feed",
            [
                .init("title", .string, "The feed's title."),
                .init("url", .string, "Its address."),
                .init("type", .string, "Its media type."),
            ]),
        RecordType(
            "menuEntry",
            [
                .init("label", .string, "What readers see."),
                .init("url", .string, "Where it leads."),
                .init("isCurrent", .bool, "Whether it leads to this page or its section."),
            ]),
        RecordType(
            "asset",
            [
                .init("url", .string, "The address of the file."),
                .init("integrity", .string, "The value of the integrity attribute."),
            ]),
        RecordType(
            "date",
            [
                .init("iso", .string, "The value of a datetime attribute."),
                .init("text", .string, "The day in words."),
            ]),
        RecordType(
            "link",
            [
                .init("title", .string, "The page's title."),
                .init("url", .string, "Where it leads."),
            ]),
        RecordType(
            "contact",
            [
                .init("label", .string, "What the contact is called."),
                .init("text", .optional(.string), "A sentence, such as the opening hours."),
                .init("language", .optional(.string), "The language in which readers are answered, where it is not the site's."),
                .init("languageName", .optional(.string), "That language's name for itself."),
                .init("url", .optional(.string), "A page for it, such as a booking form."),
                .init("phone", .optional(.string), "The number, from its plus sign on."),
                .init("phoneUrl", .optional(.string), "A tel: link."),
                .init("whatsappUrl", .optional(.string), "A link that opens a chat."),
            ]),
        RecordType(
            "person",
            [
                .init("name", .string, "The person's name."),
                .init("url", .optional(.string), "The person's page."),
                .init("jobTitle", .optional(.string), "What the person does."),
            ]),
        RecordType(
            "image",
            [
                .init("url", .string, "The value of src."),
                .init("absoluteUrl", .string, "The address with scheme and host."),
                .init("alt", .string, "What the image shows."),
                .init("credit", .optional(.string), "Who made it."),
                .init("width", .optional(.int), "Its width, where its file says it."),
                .init("height", .optional(.int), "Its height."),
            ]),
        RecordType(
            "share",
            [
                .init("title", .string, "What a shared link is called."),
                .init("text", .optional(.string), "What it says."),
                .init("url", .string, "The absolute address of the page."),
                .init("image", .optional(.string), "The absolute address of the picture that goes with it."),
                .init("imageAlt", .optional(.string), "What the picture shows."),
                .init("via", .optional(.string), "The site's account name, without '@'."),
                .init("links", .list(.record("shareLink")), "The networks, in the editor's order."),
            ]),
        RecordType(
            "shareLink",
            [
                .init("network", .string, "The network's id, such as 'whatsapp'."),
                .init("label", .string, "The network's name."),
                .init(
                    "url", .optional(.string),
                    "The address that shares the page; none for 'copy', 'native' and 'print', which need a script."),
                .init(
                    "icon", .optional(.string), "The icon of a network that the site added: the 'd' of a path on a grid of 24."),
                .init("opensTab", .bool, "Whether it leads to another site and so opens beside the page."),
            ]),
        RecordType(
            "contentsEntry",
            [
                .init("title", .html, "The heading."),
                .init("url", .string, "The fragment that leads to it."),
                .init("children", .list(.record("contentsEntry")), "The headings below it."),
            ]),
        RecordType(
            "faq",
            [
                .init("id", .string, "The id that belongs on the answer."),
                .init("question", .html, "The question."),
                .init("plainQuestion", .string, "The question without markup."),
                .init("answer", .html, "The answer."),
                .init("aliases", .list(.string), "Former ids, which belong into the answer."),
                .init("url", .string, "The permanent address of the answer."),
                .init("usedIn", .list(.record("link")), "On the page of its topic: the articles that quote it."),
            ]),
        RecordType(
            "allFaqs",
            [
                .init("url", .string, "The page of the topic that the article quotes, or else of all questions."),
                .init("count", .int, "How many questions are there."),
                .init("topic", .optional(.string), "The topic's title."),
            ]),
        RecordType(
            "callToAction",
            [
                .init("title", .string, "The heading."),
                .init("text", .optional(.string), "A sentence."),
                .init("label", .string, "The words of the button."),
                .init("url", .string, "Where it leads."),
                .init("language", .optional(.string), "The language of its words, where it is not the page's."),
            ]),
        RecordType(
            "reference",
            [
                .init("title", .string, "The source's title."),
                .init("url", .optional(.string), "Where it is."),
                .init("publisher", .optional(.string), "Who published it."),
                .init("accessed", .optional(.record("date")), "When it was looked up."),
            ]),
        RecordType(
            "translation",
            [
                .init("language", .string, "The language tag."),
                .init("name", .string, "The language's name for itself."),
                .init("url", .string, "The article in this language."),
                .init("absoluteUrl", .string, "The same with scheme and host."),
                .init("isCurrent", .bool, "Whether it is this page."),
            ]),
        RecordType(
            "summary",
            [
                .init("title", .string, "The article's title."),
                .init("url", .string, "Its page."),
                .init("description", .optional(.string), "What it is about."),
                .init("published", .record("date"), "When it was published."),
                .init("minutes", .int, "How long it takes to read."),
                .init("authors", .list(.record("person")), "Who wrote it."),
                .init("tags", .list(.record("link")), "Its terms, of every taxonomy."),
                .init("image", .optional(.record("image")), "Its picture."),
            ]),
        RecordType(
            "pagination",
            [
                .init("number", .int, "Which page of the list this is, from 1."),
                .init("count", .int, "How many pages the list has."),
                .init("previous", .optional(.string), "The page before this one."),
                .init("next", .optional(.string), "The page after it."),
                .init("pages", .list(.record("pageNumber")), "The first, the last, and three on each side of this one."),
            ]),
        RecordType(
            "pageNumber",
            [
                .init("number", .int, "From 1."),
                .init("url", .string, "The page."),
                .init("isCurrent", .bool, "Whether it is this one."),
            ]),
        RecordType(
            "topic",
            [
                .init("title", .string, "The topic's title."),
                .init("url", .string, "Its page."),
                .init("description", .optional(.string), "What it is about."),
                .init("count", .int, "How many questions it has."),
            ]),
        RecordType(
            "term",
            [
                .init("title", .string, "The term."),
                .init("url", .string, "Its page."),
                .init("count", .int, "How many articles have it."),
            ]),
        RecordType(
            "questionGroup",
            [
                .init("title", .string, "The page that answers the questions."),
                .init("url", .string, "Its address."),
                .init("questions", .list(.record("question")), "Its questions."),
            ]),
        RecordType(
            "question",
            [
                .init("question", .string, "The question without markup."),
                .init("url", .string, "The permanent address of the answer."),
            ]),
    ]

    private static let pageRecords = PageKind.allCases.map { RecordType($0.record, commonFields + $0.fields) }

    static let commonFields: [RecordType.Field] = [
        .init("kind", .string, "The kind of page, such as 'article'."),
        .init("title", .string, "The page's title."),
        .init("url", .string, "Its address within the site."),
        .init("canonical", .string, "Its absolute address."),
        .init("language", .string, "Its language tag."),
        .init("direction", .string, "'ltr' or 'rtl'."),
        .init("description", .optional(.string), "What it is about, for search engines."),
        .init("standfirst", .optional(.string), "What an editor wrote about it, to be shown below the title."),
        .init("robots", .string, "What search engines are told."),
        .init("openGraph", .list(.record("metadata")), "The Open Graph properties, in their order."),
        .init("twitterCard", .list(.record("metadata")), "What X, Slack and others read besides."),
        .init("structuredData", .html, "JSON-LD for a script element; empty where the page has none."),
        .init("feeds", .list(.record("feed")), "The feeds of the site and of the page's section."),
        .init("isHidden", .bool, "Whether search engines are asked not to list it."),
        .init("breadcrumbs", .list(.record("link")), "The way to it, home first."),
        .init("contact", .optional(.record("contact")), "How to reach the publisher."),
        .init("extra", .dynamic, "What the editor wrote under 'extra'."),
    ]
}

/// The kinds of page, by the template that shows each.
package enum PageKind: String, CaseIterable, Sendable {
    case article, page, home, listing, taxonomy, term, faqs, topic, person, people, notFound

    var record: String { "\(rawValue)Page" }
    package var template: String { "\(rawValue).html" }

    /// What the kind adds to the common fields.
    var fields: [RecordType.Field] {
        switch self {
        case .article: Self.articleFields
        case .page: Self.contentsFields + [.init("updated", .optional(.record("date")), "When it last changed.")]
        case .home:
            Self.listingFields + [.init("topics", .list(.record("topic")), "The topics of the FAQ bank.")]
        case .listing: Self.listingFields
        case .taxonomy: [.init("terms", .list(.record("term")), "The taxonomy's terms.")]
        case .term: Self.listingFields + [.init("taxonomy", .record("link"), "The term's taxonomy.")]
        case .faqs:
            [
                .init("count", .int, "How many questions the site has."),
                .init("groups", .list(.record("questionGroup")), "The questions, by where they are answered."),
                .init("pagination", .record("pagination"), "The pages of this list."),
            ]
        case .topic:
            Self.textFields + [
                .init("faqs", .list(.record("faq")), "The topic's questions."),
                .init("faqRendering", .string, "'accordion', 'open' or 'list'."),
                .init("articles", .list(.record("summary")), "The articles that quote one of them."),
            ]
        case .person: Self.personFields
        case .people: [.init("people", .list(.record("person")), "Everybody, by name.")]
        case .notFound: []
        }
    }

    private static let textFields: [RecordType.Field] = [
        .init("text", .html, "The page's own text."),
        .init("hasText", .bool, "Whether it has any."),
    ]

    private static let listingFields =
        textFields + [
            .init("entries", .list(.record("summary")), "The articles on this page of the list."),
            .init("pagination", .record("pagination"), "The pages of this list."),
        ]

    private static let contentsFields: [RecordType.Field] = [
        .init("body", .html, "The text; of an article, from its first heading on."),
        .init("showsContents", .bool, "Whether to show the table of contents."),
        .init("contents", .list(.record("contentsEntry")), "The table of contents."),
    ]

    private static let articleFields: [RecordType.Field] =
        contentsFields + [
            .init("lead", .html, "What stands before the first heading."),
            .init("published", .record("date"), "When it was published."),
            .init("updated", .optional(.record("date")), "When it last changed."),
            .init("minutes", .int, "How long it takes to read."),
            .init("authors", .list(.record("person")), "Who wrote it."),
            .init("reviewers", .list(.record("person")), "Who reviewed it."),
            .init("lastReviewed", .optional(.record("date")), "When it was last reviewed."),
            .init("nextReview", .optional(.record("date")), "When it will be reviewed again."),
            .init("image", .optional(.record("image")), "Its picture."),
            .init("share", .record("share"), "What a shared link says."),
            .init("faqs", .list(.record("faq")), "Its questions."),
            .init("faqRendering", .string, "'accordion', 'open' or 'list'."),
            .init("allFaqs", .optional(.record("allFaqs")), "Where all questions are; none where it shows none itself."),
            .init("callToAction", .optional(.record("callToAction")), "What readers are invited to do."),
            .init("tags", .list(.record("link")), "Its terms, of every taxonomy."),
            .init("references", .list(.record("reference")), "Its sources."),
            .init("disclaimer", .optional(.string), "What it is no substitute for."),
            .init(
                "translations", .list(.record("translation")),
                "It in every language, this one too; empty where there is one only."),
            .init("previous", .optional(.record("link")), "The article before it in its section."),
            .init("next", .optional(.record("link")), "The article after it."),
            .init("related", .list(.record("summary")), "Articles on the same subject."),
        ]

    private static let personFields: [RecordType.Field] = [
        .init("name", .string, "The person's name."),
        .init("jobTitle", .optional(.string), "What the person does."),
        .init("credentials", .list(.string), "Degrees and registrations."),
        .init("image", .optional(.record("image")), "A portrait."),
        .init("website", .optional(.string), "The person's own site."),
        .init("sameAs", .list(.string), "Other pages about the person."),
        .init("biography", .html, "Who the person is."),
        .init("hasBiography", .bool, "Whether there is one."),
        .init("written", .list(.record("summary")), "Articles by the person."),
        .init("reviewed", .list(.record("summary")), "Articles that the person reviewed."),
    ]
}
