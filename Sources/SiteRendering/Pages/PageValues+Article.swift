import SiteModel
import Templates

extension PageValues {
    func article(_ article: Article) -> [Value] {
        let (lead, body) = parts(of: article.body, opening(article.body, below: article.image))
        let summary = article.summary
        return [
            body, .bool(article.showsContents), contents(article.outline, article.body), lead,
            date(summary.published), date(article.updated), .int(summary.minutes),
            .list(summary.authors.map(person)), .list(article.reviewers.map(person)), day(article.lastReviewed),
            day(article.nextReview), article.image.map(image) ?? .none, share(article.share),
            .list(article.faqs.map { faq($0, questionLevel: 3) }), .string(article.faqRendering.rawValue), allFAQs(article),
            callToAction(article.callToAction),
            .list(summary.terms.map(link)), .list(article.references.map { reference($0) }),
            optional(article.disclaimer),
            .list(article.translations.map(translation)), article.previous.map(link) ?? .none, article.next.map(link) ?? .none,
            .list(article.related.map { self.summary($0) }),
        ]
    }

    /// A question that the page shows as a heading of a level; in the source it has the second.
    func faq(_ faq: FAQ, questionLevel: Int) -> Value {
        var style = style
        style.headingShift = questionLevel - 2
        return .record([
            .string(faq.id), .html(inlineHTML(faq.question, faq.answer)), .string(faq.plainQuestion),
            html(faq.answer, style), .list(faq.aliases.map { .string($0) }),
            .string(fragmentAddress(config.baseURL.href(faq.home), faq.id)), .list(faq.usedIn.map(link)),
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
            .string(share.title), optional(share.text), .string(share.url), optional(share.image?.absolute),
            optional(share.image?.alternative), optional(share.via),
            .list(
                share.links.map { link in
                    .record([
                        .string(link.network), .string(link.label), optional(link.url), optional(link.icon), .bool(link.opensTab),
                    ])
                }),
        ])
    }

    func callToAction(_ call: CallToAction?) -> Value {
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
