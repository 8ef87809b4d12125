import SiteModel
import Templates

extension PageValues {
    func add(_ article: Article, to fields: inout RecordFields) {
        let (lead, body) = parts(of: article.body, opening(article.body, below: article.image))
        let summary = summaryFields(article.summary)
        fields.add(body)
        fields.add(.bool(article.showsContents))
        fields.add(contents(of: article.body))
        fields.add(lead)
        fields.add(summary.published)
        fields.add(date(article.updated))
        fields.add(.int(article.summary.minutes))
        fields.add(summary.authors)
        fields.add(list(article.reviewers, person))
        fields.add(day(article.lastReviewed))
        fields.add(day(article.nextReview))
        fields.add(article.image.map(image) ?? .none)
        fields.add(share(article.share))
        fields.add(list(article.faqs) { faq($0, wording.answerStyle) })
        fields.add(.string(article.faqRendering.rawValue))
        fields.add(allFAQs(article))
        fields.add(callToAction(article.callToAction))
        fields.add(summary.terms)
        fields.add(list(article.references, reference))
        fields.add(optional(article.disclaimer))
        fields.add(list(article.translations, translation))
        fields.add(article.previous.map(link) ?? .none)
        fields.add(article.next.map(link) ?? .none)
        fields.add(list(article.related, self.summary))
    }

    /// A question with its answer in the style of the level that the page shows it on.
    func faq(_ faq: FAQ, _ style: HTMLStyle) -> Value {
        .record([
            .string(faq.id), .html(inlineHTML(faq.question, faq.answer)), .string(faq.plainQuestion),
            html(faq.answer, style), list(faq.aliases) { .string($0) },
            .string(fragmentAddress(config.baseURL.href(faq.home), faq.id)), list(faq.usedIn, link),
        ])
    }

    private func allFAQs(_ article: Article) -> Value {
        guard !article.faqs.isEmpty else { return .none }
        if let topic = article.moreQuestions {
            return .record([
                .string(config.baseURL.href(topic.link.permalink)), .int(topic.count), .string(topic.link.title),
            ])
        }
        return .record([.string(config.baseURL.href(Permalink("/faqs/"))), .int(shared.questionCount), .none])
    }

    private func share(_ share: ShareMetadata) -> Value {
        .record([
            .string(share.words.title), optional(share.words.text), .string(share.words.url), optional(share.image?.absolute),
            optional(share.image?.alternative), optional(share.words.via),
            list(share.links, shareLink),
        ])
    }

    private func shareLink(_ link: ShareMetadata.Link) -> Value {
        .record([.string(link.network), .string(link.label), optional(link.url), optional(link.icon), .bool(link.opensTab)])
    }

    func callToAction(_ call: Shared<CallToAction>?) -> Value {
        guard let call else { return .none }
        return .record([
            .string(call.title), optional(call.text), .string(call.label), .string(href(call.url.value)),
            optional(call.language),
        ])
    }

    private func translation(_ translation: Translation) -> Value {
        .record([
            .string(translation.language), .string(nameOfLanguage(translation.language)),
            .string(config.baseURL.href(translation.permalink)), .string(config.baseURL.absolute(translation.permalink)),
            .bool(translation.language == language),
        ])
    }

    private func reference(_ reference: Reference) -> Value {
        .record([
            .string(reference.title), optional(reference.url.map { href($0.value) }), optional(reference.publisher),
            day(reference.accessed),
        ])
    }
}
