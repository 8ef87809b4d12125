import SiteModel

/// The nodes of what a page is about: the article, its questions, its people and pictures.
extension StructuredData {
    mutating func writeArticle() {
        guard case .article(let article) = content else { return }
        let summary = article.value.summary
        node("Article", ofPage("#article")) { node in
            node.add("isPartOf", referringTo: node.ofPage("#webpage"))
            node.add("mainEntityOfPage", referringTo: node.ofPage("#webpage"))
            node.add("headline", summary.title)
            node.add("description", node.page.standfirst)
            node.addImage(of: article)
            node.add("datePublished", node.dates.published)
            node.add("dateModified", node.dates.modified)
            if summary.authors.isEmpty { node.add("author", referringTo: node.ofSite("#organization")) }
            node.add("author", referringTo: summary.authors)
            node.add("publisher", referringTo: node.ofSite("#organization"))
            if node.page.breadcrumbs.count > 1 { node.add("articleSection", node.page.breadcrumbs[1].title) }
            node.add("keywords", each: summary.terms) { $0.json.string($1.title) }
            node.add("wordCount", node.wordCount(article.value))
            node.addTime(minutes: summary.minutes)
            node.add("inLanguage", node.page.language)
            node.json.name("isAccessibleForFree")
            node.json.written(true)
        }
    }

    /// Words of the text and of its answers; a character of a script without spaces counts as one.
    private func wordCount(_ article: Article) -> Int {
        article.faqs.withUnsafeBufferPointer { faqs in
            faqs.indices.reduce(article.body.length.all) { $0 + faqs[$1].answer.length.all }
        }
    }

    /// How long reading takes, as a duration of ISO 8601.
    private mutating func addTime(minutes: Int) {
        json.name("timeRequired")
        json.openString()
        json.output.append("PT")
        json.output.append(number: minutes)
        json.output.append("M")
        json.closeString()
    }

    /// The picture that the page shows, or else the one that goes with shared links.
    private mutating func addImage(of article: Box<Article>) {
        if article.value.image != nil { return add("image", referringTo: ofPage("#primaryimage")) }
        guard let image = article.value.share.image else { return }
        json.name("image")
        write(image, id: nil, isShown: false)
    }

    var shownImage: PublishedImage? {
        switch content {
        case .article(let article): article.value.image
        case .person(let person): person.image
        default: nil
        }
    }

    mutating func writeImages() {
        if let image = shownImage { write(image, id: ofPage("#primaryimage"), isShown: true) }
    }

    private mutating func write(_ image: PublishedImage, id: NodeID?, isShown: Bool) {
        node("ImageObject", id) { node in
            node.add("url", image.absolute)
            node.add("contentUrl", image.absolute)
            node.add("width", image.size?.width)
            node.add("height", image.size?.height)
            guard isShown else { return }
            node.add("caption", image.alternative)
            node.add("creditText", image.credit)
        }
    }

    mutating func writeQuestions() {
        switch content {
        case .article(let article): writeQuestions(article.value.faqs)
        case .topic(let topic): writeQuestions(topic.faqs)
        default: break
        }
    }

    private mutating func writeQuestions(_ faqs: [FAQ]) {
        let base = PageBase(page.permalink, config.baseURL)
        faqs.withUnsafeBufferPointer { faqs in
            for index in faqs.indices { write(faqs[index], at: index + 1, base) }
        }
    }

    /// A question at a position; `base` is the page.
    private mutating func write(_ faq: FAQ, at position: Int, _ base: PageBase) {
        let id = of(faq)
        node("Question", id) { node in
            node.add("url", address: id)
            node.add("name", faq.plainQuestion)
            node.add("position", position)
            node.add("answerCount", 1)
            node.add("inLanguage", node.page.language)
            node.add("acceptedAnswer", "Answer") { answer in
                let isHome = faq.home == answer.page.permalink
                answer.addText(of: faq.answer, isHome ? base : PageBase(faq.home, answer.config.baseURL))
                answer.add("inLanguage", answer.page.language)
            }
        }
    }

    /// An answer in the HTML that structured data may hold; `base` is its page.
    private mutating func addText(of answer: LinkedMarkup, _ base: PageBase) {
        if let written = values.shared.texts.answer(answer.id) {
            guard written.size > 0 else { return }
            return addText { written.fill(into: &$0, answer, base) }
        }
        if let page = values.shared.texts.page(answer.id) { return addText { page.fill(fromPageInto: &$0, answer, base) } }
        let written = AnswerWriter.written(answer.markup)
        if written.size > 0 { addText { written.fill(into: &$0, answer, base) } }
    }

    private mutating func addText(_ write: (inout ByteBuffer) -> Void) {
        json.name("text")
        json.openString()
        write(&json.output)
        json.closeString()
    }

    mutating func writePeople() {
        switch content {
        case .article(let article):
            // What a person does is shown of reviewers only.
            let reviewers = article.value.reviewers
            for person in reviewers { write(person, withJob: true) }
            for person in article.value.summary.authors where !reviewers.contains(where: { $0.id == person.id }) {
                write(person, withJob: false)
            }
        case .person(let page): writeProfile(page)
        default: break
        }
    }

    private mutating func write(_ person: PersonLink, withJob: Bool) {
        node("Person", of(person)) { node in
            node.addNames(of: person)
            if withJob { node.add("jobTitle", person.jobTitle) }
        }
    }

    private mutating func writeProfile(_ profile: PersonPage) {
        node("Person", of(profile.person)) { node in
            node.addNames(of: profile.person)
            node.add("jobTitle", profile.person.jobTitle)
            if profile.image != nil { node.add("image", referringTo: node.ofPage("#primaryimage")) }
            node.add("sameAs", each: [profile.website].compactMap { $0 } + profile.sameAs)
            node.add("hasCredential", each: profile.credentials) { node, name in
                node.node("EducationalOccupationalCredential", nil) { $0.add("name", name) }
            }
        }
    }

    private mutating func addNames(of person: PersonLink) {
        add("name", person.name)
        add("honorificPrefix", person.honorificPrefix)
        add("honorificSuffix", person.honorificSuffix)
        add("url", address: of(person.permalink))
    }
}

extension TextLength {
    fileprivate var all: Int { words + characters }
}
