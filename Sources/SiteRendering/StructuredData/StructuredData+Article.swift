import SiteModel

/// The nodes of what a page is about: the article, its questions, its people and pictures.
extension StructuredData {
    var article: [JSONValue] {
        guard case .article(let article) = page.content else { return [] }
        let summary = article.value.summary
        let node = node("Article", address + "#article") { fields in
            fields.add("isPartOf", reference(address + "#webpage"))
            fields.add("mainEntityOfPage", reference(address + "#webpage"))
            fields.add("headline", summary.title)
            fields.add("description", page.standfirst)
            fields.add("image", image(of: article))
            fields.add("datePublished", summary.published.rfc3339)
            fields.add("dateModified", (article.value.updated ?? summary.published).rfc3339)
            fields.add("author", references(summary.authors.map(personID)) ?? reference(root + "#organization"))
            fields.add("publisher", reference(root + "#organization"))
            fields.add("articleSection", page.breadcrumbs.dropFirst().first?.title)
            fields.add("keywords", strings(summary.terms.map(\.title)))
            fields.add("wordCount", .int(wordCount(article)))
            fields.add("timeRequired", "PT\(summary.minutes)M")
            fields.add("inLanguage", page.language)
            fields.add("isAccessibleForFree", .bool(true))
        }
        return [node]
    }

    /// Words of the text and of its answers; a character of a script without spaces counts as one.
    private func wordCount(_ article: Box<Article>) -> Int {
        ([article.value.body] + article.value.faqs.map(\.answer)).reduce(0) {
            $0 + $1.markup.length.words + $1.markup.length.characters
        }
    }

    /// The picture that the page shows, or else the one that goes with shared links.
    private func image(of article: Box<Article>) -> JSONValue? {
        if article.value.image != nil { return reference(address + "#primaryimage") }
        return article.value.share.image.map { image in imageNode(image, id: nil, isShown: false) }
    }

    var shownImage: PublishedImage? {
        switch page.content {
        case .article(let article): article.value.image
        case .person(let person): person.image
        default: nil
        }
    }

    var images: [JSONValue] { [shownImage.map { imageNode($0, id: address + "#primaryimage", isShown: true) }].compactMap { $0 } }

    private func imageNode(_ image: PublishedImage, id: String?, isShown: Bool) -> JSONValue {
        node("ImageObject", id) { fields in
            fields.add("url", image.absolute)
            fields.add("contentUrl", image.absolute)
            fields.add("width", image.size.map { .int($0.width) })
            fields.add("height", image.size.map { .int($0.height) })
            guard isShown else { return }
            fields.add("caption", image.alternative)
            fields.add("creditText", image.credit)
        }
    }

    var questions: [JSONValue] {
        let faqs: [FAQ] =
            switch page.content {
            case .article(let article): article.value.faqs
            case .topic(let topic): topic.faqs
            default: []
            }
        return faqs.enumerated().map { index, faq in
            let id = address + "#" + percentEncodedFragment(faq.id)
            return node("Question", id) { fields in
                fields.add("url", id)
                fields.add("name", faq.plainQuestion)
                fields.add("position", .int(index + 1))
                fields.add("answerCount", .int(1))
                fields.add("inLanguage", page.language)
                fields.add(
                    "acceptedAnswer",
                    node("Answer", nil) { answer in
                        answer.add("text", self.answer(to: faq))
                        answer.add("inLanguage", page.language)
                    })
            }
        }
    }

    /// The answer in the HTML that structured data may hold; where values are compared, what stands for it.
    private func answer(to faq: FAQ) -> String {
        let written = values.shared.texts.answer(faq.answer.markup) ?? AnswerWriter.written(faq.answer.markup)
        let style = values.style.elsewhere(PageBase(faq.home, config.baseURL))
        return String(decoding: written.filled(faq.answer, style) { $1 }, as: UTF8.self)
    }

    var people: [JSONValue] {
        switch page.content {
        case .article(let article):
            // What a person does is shown of reviewers only.
            let reviewers = Set(article.value.reviewers.map(\.id))
            let all = article.value.reviewers + article.value.summary.authors.filter { !reviewers.contains($0.id) }
            return all.map { person in
                node("Person", personID(person)) { fields in
                    add(person, to: &fields)
                    if reviewers.contains(person.id) { fields.add("jobTitle", person.jobTitle) }
                }
            }
        case .person(let page): return [profile(page)]
        default: return []
        }
    }

    private func profile(_ profile: PersonPage) -> JSONValue {
        node("Person", personID(profile.person)) { fields in
            add(profile.person, to: &fields)
            fields.add("jobTitle", profile.person.jobTitle)
            fields.add("image", profile.image == nil ? nil : reference(address + "#primaryimage"))
            fields.add("sameAs", strings([profile.website].compactMap { $0 } + profile.sameAs))
            fields.add(
                "hasCredential",
                array(
                    profile.credentials.map { name in
                        node("EducationalOccupationalCredential", nil) { $0.add("name", name) }
                    }))
        }
    }

    private func add(_ person: PersonLink, to fields: inout Fields) {
        fields.add("name", person.name)
        fields.add("honorificPrefix", person.honorificPrefix)
        fields.add("honorificSuffix", person.honorificSuffix)
        fields.add("url", config.baseURL.absolute(person.permalink))
    }

    func personID(_ person: PersonLink) -> String { config.baseURL.absolute(person.permalink) + "#person" }
}
