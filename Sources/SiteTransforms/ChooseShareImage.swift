import SiteModel

/// The image of a shared link to an article: the share text's own, the article's, the site's (`domain.md` 2.5). An article's
/// that networks cannot show is passed over.
func sharedImage(
    _ own: [ShareFields], _ page: PreparedPage, _ summary: ArticleSummary, _ around: ArticleSurroundings
) -> Outcome<PublishedImage?> {
    if let source = own.lazy.compactMap(\.image).first {
        return around.images.published(source, alternative: summary.title, credit: nil)
            .adding(checkShareImage(source, around.images.facts(of: source), isChosen: true))
    }
    var diagnostics = Diagnostics()
    if let image = summary.image, let source = page.fields.image?.source {
        let facts = around.images.facts(of: source)
        diagnostics = checkShareImage(source, facts, isChosen: false)
        if facts?.isShareable ?? true {
            return Outcome(image.alternative.isEmpty ? image.described(as: summary.title) : image, diagnostics)
        }
    }
    guard let source = around.config.share.image else { return Outcome(nil, diagnostics) }
    return around.images.published(source, alternative: around.config.title, credit: nil).adding(diagnostics)
}

extension Outcome {
    fileprivate func adding(_ others: Diagnostics) -> Outcome {
        var outcome = self
        outcome.diagnostics.add(contentsOf: others)
        return outcome
    }
}
