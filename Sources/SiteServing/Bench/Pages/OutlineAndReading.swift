internal import SiteModel
internal import SitePipeline

extension Page {
    /// The text of the page; nil for a page that has none.
    var text: LinkedMarkup? {
        switch content {
        case .article(let article): article.value.body
        case .plain(let plain): plain.body
        case .topic(let topic): topic.text
        case .person(let person): person.biography
        case .home(let listing, _), .listing(let listing), .term(let listing, _): listing.text
        default: nil
        }
    }
}

extension BenchPage {
    /// The headings of a page, each a link to its place; nil for a page without.
    func outline(of page: Page) -> HTML? {
        guard let text = page.text, !text.markup.headings.isEmpty else { return nil }
        var last = 1
        let items = zip(text.markup.headings, text.headingIDs).map { heading, id -> HTML in
            defer { last = heading.level }
            let words = HTML.words(heading.content.plainText(images: text.markup.images))
            let name = id.isEmpty ? words : HTML.link("\(href(page.permalink))#\(percentEncodedFragment(id))", words)
            let skip: HTML = heading.level > last + 1 ? " <span class=\"badge warning\">skips a level</span>" : ""
            let fixed: HTML = heading.attributes.id == nil ? "" : " <code>#\(id)</code>"
            return
                "<li class=\"level-\(heading.level)\"><span class=\"quiet\">h\(heading.level)</span> \(name)\(fixed)\(skip)</li>\n"
        }
        return
            "<ol class=\"outline\" role=\"list\">\n\(items)</ol>\n<p class=\"quiet\">An id is shown where the source has it.</p>\n"
    }

    /// How long and how hard the text is to read; nil for a page without text.
    func reading(of page: Page) -> HTML? {
        guard let text = page.text, !text.markup.isEmpty else { return nil }
        let answers = page.questions.map(\.answer)
        var length = TextLength()
        for part in [text] + answers { length += part.markup.length }
        var facts: [HTML] = []
        if case .article(let article) = page.content {
            facts.append("<dt>Reading time</dt><dd>\(counted(article.value.summary.minutes, "minute"))</dd>\n")
        }
        facts.append("<dt>Words</dt><dd>\(length.words)\(answers.isEmpty ? "" : ", those of its answers counted in")</dd>\n")
        if length.characters > 0 { facts.append("<dt>Characters of scripts without blanks</dt><dd>\(length.characters)</dd>\n") }
        let isEnglish = page.language == "en" || page.language.hasPrefix("en-")
        let files = DiskFileSystem(root: moment.folders.source)
        let level = isEnglish ? measureReading(of: page, site.config, in: files) : nil
        return "<dl class=\"facts\">\n\(facts + (level.map(facts(of:)) ?? []))</dl>\n"
            + (level.map(remarks) ?? otherLanguage(isEnglish))
    }

    private func facts(of level: ReadingLevel) -> [HTML] {
        var facts: [HTML] = [
            "<dt>Sentences</dt><dd>\(level.sentences), of \(counted(level.meanSentence, "word")) on average</dd>\n"
        ]
        if let grade = level.grade, let ease = level.ease {
            facts.append(
                "<dt>Reading level</dt><dd>grade \(grade) (about age \(grade + 5) to \(grade + 6)), reading ease \(ease) of 100</dd>\n"
            )
        }
        return facts
    }

    private func remarks(_ level: ReadingLevel) -> HTML {
        let long = level.long.prefix(5).map { sentence -> HTML in
            "<b>\(counted(sentence.words, "word")):</b> \(HTML.words(sentence.text)) \(source(sentence.path, line: sentence.line))"
        }
        let sentences: HTML = long.isEmpty ? "" : "<h3>Sentences of more than 25 words</h3>\n\(HTML.list(long, "sentences"))"
        return """
            <p class="quiet">The NHS writes for ages 9 to 11, American health services for grades 6 to 8. The level follows from the length of \
            words and sentences (Flesch-Kincaid): it says where to look, not that a text is clear.</p>
            \(sentences)
            """
    }

    private func otherLanguage(_ isEnglish: Bool) -> HTML {
        isEnglish ? .none : "<p class=\"quiet\">The reading level is known for English only.</p>\n"
    }
}
