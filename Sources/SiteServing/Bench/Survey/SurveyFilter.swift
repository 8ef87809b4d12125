internal import SiteModel

/// Which of the pages somebody wants to see.
struct SurveyFilter: Sendable, Equatable {
    /// Words of a title, address or source; empty for any.
    var text: String
    /// Nil for any.
    var state: PublicationState?
    var kind: SiteSurvey.Kind?
    var messages: Messages?
    /// From 1.
    var number: Int

    enum Messages: String, Sendable, CaseIterable { case any, errors, warnings }

    init(_ query: Query) {
        text = query["q"] ?? ""
        state = query["state"].flatMap(PublicationState.init)
        kind = query["kind"].flatMap(SiteSurvey.Kind.init)
        messages = query["messages"].flatMap(Messages.init)
        number = query["page"].flatMap { Int($0) }.map { max(1, $0) } ?? 1
    }

    var isEmpty: Bool { text.isEmpty && state == nil && kind == nil && messages == nil }

    func holds(_ entry: SiteSurvey.Entry) -> Bool {
        guard state == nil || entry.state == state, kind == nil || entry.kind == kind else { return false }
        switch messages {
        case nil: break
        case .any where entry.messages.isEmpty: return false
        case .errors where entry.severity != .error: return false
        case .warnings where !entry.messages.contains { $0.severity == .warning }: return false
        default: break
        }
        guard !text.isEmpty else { return true }
        let wanted = text.lowercased()
        return [entry.title, entry.permalink?.path ?? "", entry.source ?? ""].contains { $0.lowercased().contains(wanted) }
    }
}
