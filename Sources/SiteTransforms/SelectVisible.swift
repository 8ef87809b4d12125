import SiteModel

/// The documents that this build publishes, and why the others stay out.
struct Selection: Sendable {
    var visible: [Box<Document>] = []
    /// By path, with those that belong to an unpublished article.
    var hidden: [String: PublicationState] = [:]
    var states = StateCounts()
    /// By path, those too that the build shows.
    var unpublished: [UnpublishedSource] = []
}

/// Sorts documents by their state at a moment. Drafts, and pages before their date or past their expiry, stay out unless the
/// build asks for them; what belongs to an article shares its state.
func selectVisible(_ documents: [Box<Document>], now: Instant, _ visibility: Visibility) -> Selection {
    var selection = Selection()
    var hiddenFolders: [String: PublicationState] = [:]
    for document in documents where document.role.hasState {
        let state = state(of: document.value.fields, now: now)
        selection.states[state] += 1
        if state != .published { selection.unpublished.append(UnpublishedSource(document, state)) }
        guard !visibility.shows(state) else { continue }
        selection.hidden[document.path] = state
        if document.path.hasSuffix("/index.md") { hiddenFolders[folder(of: document.path)] = state }
    }
    for document in documents {
        if document.role.belongsToArticle, let state = hiddenFolders[folder(of: document.path)] {
            selection.hidden[document.path] = state
        }
        if selection.hidden[document.path] == nil { selection.visible.append(document) }
    }
    selection.unpublished.sort { $0.path < $1.path }
    return selection
}

extension UnpublishedSource {
    fileprivate init(_ document: Box<Document>, _ state: PublicationState) {
        let fields = document.fields
        self.init(
            path: document.path, title: fields.title?.value ?? "", state: state,
            moment: (state == .expired ? fields.expires : fields.date)?.value)
    }
}

/// A page with a date in the future waits; one whose `expires` is reached is over; a draft is a draft whatever its dates.
private func state(of fields: Shared<FrontMatter>, now: Instant) -> PublicationState {
    if fields.isDraft { return .draft }
    if let expires = fields.expires, expires.value <= now { return .expired }
    if let date = fields.date, date.value > now { return .scheduled }
    return .published
}

extension Visibility {
    fileprivate func shows(_ state: PublicationState) -> Bool {
        switch state {
        case .published: true
        case .draft: drafts
        case .scheduled: future
        case .expired: expired
        }
    }
}

extension DocumentRole {
    fileprivate var hasState: Bool { self == .article || self == .page || self == .topic }
    var belongsToArticle: Bool { self == .articleQuestions || self == .share }
}
