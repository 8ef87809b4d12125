import SiteModel

/// The whole of an article as HTML for feed readers: picture, text, questions as headings with their answers below, sources and
/// disclaimer. Without what belongs to the page: contents, share links, call to action, contact.
struct FeedContent {
    private let values: PageValues
    private let style: HTMLStyle
    private let base: PageBase

    init(_ values: PageValues, _ permalink: Permalink) {
        self.values = values
        base = PageBase(permalink, values.config.baseURL)
        style = values.style.elsewhere(base)
    }

    func html(_ article: Article) -> [UInt8] {
        var html = ByteBuffer(capacity: 16_384)
        if let image = article.image { append(image, to: &html) }
        html.append(contentsOf: elsewhere(article.body, style))
        append(article.faqs, to: &html)
        append(article.references, to: &html)
        if let disclaimer = article.disclaimer { element("p", disclaimer, to: &html) }
        return html.array
    }

    /// A text written for reading outside of its page, which takes its tree.
    private func elsewhere(_ text: LinkedMarkup, _ style: HTMLStyle) -> [UInt8] {
        HTMLWriter.written(values.shared.texts.tree(text.markup), style).filled(text, style, container: values.containerElsewhere)
    }

    private func append(_ image: PublishedImage, to html: inout ByteBuffer) {
        html.append("<p><img src=\"")
        html.appendHref(image.absolute)
        html.append("\" alt=\"")
        html.appendEscaped(image.alternative)
        html.append("\"")
        if let size = image.size { html.append(text: " width=\"\(size.width)\" height=\"\(size.height)\"") }
        html.append(" /></p>\n")
    }

    private func append(_ faqs: [FAQ], to html: inout ByteBuffer) {
        guard !faqs.isEmpty else { return }
        let heading = values.word("faqHeading", otherwise: "faqsTitle")
        if !heading.isEmpty { element("h2", heading, to: &html) }
        for faq in faqs {
            // An answer of the bank has links within its own page.
            var style = values.style.elsewhere(PageBase(faq.home, values.config.baseURL))
            style.headingShift = 1
            html.append("<h3>")
            html.append(
                contentsOf: HTMLWriter.written(faq.question.tree, of: faq.answer.markup, style)
                    .filled(faq.answer, style, container: values.containerElsewhere))
            html.append("</h3>\n")
            html.append(contentsOf: elsewhere(faq.answer, style))
        }
    }

    private func append(_ references: [Reference], to html: inout ByteBuffer) {
        guard !references.isEmpty else { return }
        let heading = values.word("references")
        if !heading.isEmpty { element("h2", heading, to: &html) }
        html.append("<ol>\n")
        for reference in references {
            html.append("<li>")
            if let url = reference.url {
                html.append("<a href=\"")
                html.appendHref(values.config.baseURL.absolute(named: url.value))
                html.append("\">")
            }
            html.appendEscaped(reference.title)
            if reference.url != nil { html.append("</a>") }
            if let publisher = reference.publisher { html.appendEscaped(", " + publisher) }
            html.append("</li>\n")
        }
        html.append("</ol>\n")
    }

    private func element(_ name: StaticString, _ text: String, to html: inout ByteBuffer) {
        html.append("<")
        html.append(name)
        html.append(">")
        html.appendEscaped(text)
        html.append("</")
        html.append(name)
        html.append(">\n")
    }
}
