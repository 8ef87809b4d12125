/// Explanations of messages about what belongs together.
extension Explanation {
    static let duplicateURL = Explanation(
        "Two sources have the same address",
        "Only one of them could be published. Addresses that differ only in upper and lower case count as one, since many "
            + "servers take them for one.",
        wrong: "aliases: [/articles/a/]",
        right: "aliases: [/articles/old-a/]")

    static let duplicateID = Explanation(
        "An id stands twice on a page",
        "A link to it would lead to the first of the two. Headings, questions, HTML and the theme share the ids of a "
            + "page. Choose another for one of them.",
        wrong: """
            ## Causes {#more}

            ## Cures {#more}
            """,
        right: """
            ## Causes {#causes}

            ## Cures {#cures}
            """)

    static let badURLPath = Explanation(
        "A slug, alias or tag that cannot be part of an address",
        "A slug has lower-case letters, digits and '-'. An alias is the old address within this site, from its first '/' "
            + "on.",
        wrong: "slug: Sleep Well!",
        right: "slug: sleep-well")

    static let brokenLink = Explanation(
        "A link leads to a page that is not there",
        "Link to another source by its path ('../other/index.md'), or to a page by its address ('/articles/other/', with "
            + "the slash at the end). While a site is being moved in, 'severity: {broken-link: warning}' in site.yml lets it be "
            + "published all the same.",
        wrong: "See [sleep](/articles/slep/).",
        right: "See [sleep](/articles/a/).")

    static let brokenAnchor = Explanation(
        "A link leads to a part that its page does not have",
        "The part after '#' is the id of a heading or of a question. Give headings that others link to an id of their "
            + "own, so that it stays: '## Sleep {#sleep}'.",
        wrong: """
            See [below](#causes).

            ## Reasons
            """,
        right: """
            See [below](#reasons).

            ## Reasons
            """)

    static let missingImage = Explanation(
        "An image is not there",
        "Put the file beside the page and name it as it is; upper and lower case count.",
        wrong: "![A bed](bed.png)",
        right: "![A bed](/logo.png)")

    static let unpublishedLink = Explanation(
        "A link leads to a draft, or to a page that is not yet or no longer published",
        "Readers would find nothing there. Publish that page first, or take the link out until then.",
        wrong: "See [sleep](draft.md).",
        right: "See [sleep](a.md).")

    static let unsafeLink = Explanation(
        "A link of a kind that pages do not have",
        "Links lead to pages (https, http), to mail (mailto) and to telephones (tel, sms). 'javascript:' and 'data:' run "
            + "code, 'file:' exists on one machine only, and '//host' hides whether the connection is safe.",
        wrong: "[Start](javascript:start())",
        right: "[Start](/articles/a/)")

    static let remoteImage = Explanation(
        "An image comes from another site",
        "The other site learns who reads the page, and may change or delete the image. Download it, if its licence allows "
            + "that, and put it beside the page.",
        wrong: "![A bed](https://example.org/bed.png)",
        right: "![A bed](/logo.png)")

    static let unknownPerson = Explanation(
        "Nobody in 'people/' has this id",
        "The id of a person is the name of the file: 'ann-lee' for 'content/people/ann-lee.md'.",
        wrong: "authors: [Ann Lee]",
        right: "authors: [ann-lee]")

    static let unknownFAQ = Explanation(
        "A question that is not in the bank",
        "Write the topic and the id of the question: 'sleep#how-much' for the question '{#how-much}' in "
            + "'content/faqs/sleep.md'.",
        wrong: "faqs: [sleep#how-long]",
        right: "faqs: [sleep#how-much]")

    static let unknownRecord = Explanation(
        "A contact or call to action that site.yml does not have",
        "Pages name the records that stand under 'contact:' and 'cta:' in 'content/site.yml'.",
        wrong: "contact: chatt",
        right: "contact: chat")

    static let unknownNetwork = Explanation(
        "A network that pages cannot be shared on",
        "Martlet knows those that the message lists. Another one can be added under 'custom' in the 'share:' of site.yml, "
            + "with its name and the address that shares a page.",
        wrong: "share: {networks: [whatsap]}",
        right: "share: {networks: [whatsapp]}")

    static let longShareTitle = Explanation(
        "The title is too long for a post on one of the networks",
        "What a reader shares has to hold the title, the page's address and the hashtags. Martlet cuts the title off with "
            + "'…' for that network; a shorter one in 'share.md', or under 'share:' in the front matter, says it better.",
        wrong: """
            share:
              networks: [reddit]
              title: \(String(repeating: "What to ask before you agree to it, and then ", count: 7)) what to do?
            """,
        right: """
            share:
              networks: [reddit]
              title: What to ask before you agree
            """)

    static let unknownTemplate = Explanation(
        "A template that the theme does not have",
        "'template:' names a file in the theme's 'templates/'. Without the line, the page gets the template of its kind.",
        wrong: "template: wide.html",
        right: "template: article.html")

    static let tagSpelling = Explanation(
        "One tag is spelt in two ways",
        "Both have the same address, so one page lists the articles of both, under the spelling that comes first. Write "
            + "it the same way everywhere.",
        wrong: "tags: [Sleep, sleep]",
        right: "tags: [Sleep]")
}
