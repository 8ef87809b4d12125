import SiteModel

/// The care cards in the texts of pages; those in answers are read one by one.
func checkCareCards(_ pages: [PreparedPage], _ links: LinkResolver) -> Diagnostics {
    var diagnostics = Diagnostics()
    for page in pages where page.holdsContainers {
        let answers = page.questions.filter { $0.home === page.placed }
            .map { ($0.question.answer, $0.question.location.path) }
        for (text, path) in [(page.document.body, page.document.path)] + answers where !text.containers.isEmpty {
            diagnostics.add(
                contentsOf: checkCareCards(text, path: path) { link in
                    guard case .document(let target) = links.target(of: link, from: path, on: page.placed) else { return false }
                    let role = target.document.role
                    return role == .article || role == .topic || role.belongsToArticle
                })
        }
    }
    return diagnostics
}

extension PreparedPage {
    /// Whether a text that it shows has any block at all; most have none.
    fileprivate var holdsContainers: Bool {
        !document.body.containers.isEmpty || questions.contains { !$0.question.answer.containers.isEmpty }
    }
}

/// Care cards are read in haste: one clear action each, one card of each level, and no way out of the one that says what to do
/// at once (the rules of the NHS for them; `domain.md` 7.2 and 7.4, HC8).
///
/// `leadsToArticle` tells of a link of the text whether it leads to an article or a FAQ topic.
private func checkCareCards(_ markup: Markup, path: String, leadsToArticle: (Link) -> Bool) -> Diagnostics {
    var diagnostics = Diagnostics()
    var places: [String: SourceLocation] = [:]
    for card in markup.containers where card.name == "care" {
        let location = SourceLocation(path, card.range)
        let level = card["level"]?.value ?? levels[0]
        checkLevel(card, path, &diagnostics)
        checkTitle(card, at: location, &diagnostics)
        if let first = places[level] {
            diagnostics.add(
                .careCard, "the page has another card of the level '\(level)'", at: location, help: "make one card of the two",
                notes: [.init("the first one", at: first)])
        } else {
            places[level] = location
        }
        guard level == "emergency" else { continue }
        for link in markup.links[card.links] where leadsToArticle(link) {
            diagnostics.add(
                .careCard, "an emergency card leads to '\(link.destination)', away from what to do now",
                at: SourceLocation(path, link.range), help: "link to it below the card")
        }
    }
    return diagnostics
}

private let levels = ["non-urgent", "urgent", "emergency"]

private func checkLevel(_ card: Container, _ path: String, _ diagnostics: inout Diagnostics) {
    guard let level = card["level"], !levels.contains(level.value) else { return }
    let near = nearName(to: level.value, among: levels)
    let place = SourceLocation(path, level.range)
    diagnostics.add(
        .careCard, "'\(level.value)' is no level of a card, so readers see 'urgent'", at: place,
        help: near?.question ?? "the levels are \(levels.joined(separator: ", "))", fix: near?.fix(level.value, at: place))
}

/// `Call 112 if:` and then the list of signs.
private func checkTitle(_ card: Container, at location: SourceLocation, _ diagnostics: inout Diagnostics) {
    guard let title = card["title"] else {
        guard card["level"] != nil else { return }
        diagnostics.add(
            .careCard, "the card does not say what to do", at: location, help: "add it: '{\(example(card))}'")
        return
    }
    guard let last = title.value.last(where: { $0 != " " }), last != ":", last != "：" else { return }
    diagnostics.add(
        .careCard, "the title of the card does not lead to its list", at: SourceLocation(location.path, title.range),
        help: "write what to do and when, with a colon: 'title=\"Call 112 if:\"'")
}

private func example(_ card: Container) -> String {
    let rest = card.parameters.map { "\($0.key)=\($0.value)" }
    return (rest + ["title=\"Call your doctor if:\""]).joined(separator: " ")
}
