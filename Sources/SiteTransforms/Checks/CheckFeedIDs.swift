import SiteModel

/// Two articles with one id are one article to a feed reader, which shows only one of them.
func checkFeedIDs(_ pages: [PreparedPage], _ baseURL: BaseURL) -> Diagnostics {
    var diagnostics = Diagnostics()
    let articles = pages.filter { $0.document.role == .article }
    guard articles.contains(where: { $0.fields.id != nil }) else { return diagnostics }
    var owners: [String: SourceLocation] = [:]
    for page in articles where page.fields.id == nil {
        owners[baseURL.absolute(page.permalink)] = SourceLocation(page.document.path)
    }
    for page in articles {
        guard let id = page.fields.id else { continue }
        guard let other = owners[id.value] else {
            owners[id.value] = id.location
            continue
        }
        diagnostics.add(
            .duplicateFeedID, "'\(id.value)' is the id of '\(other.path)' already", at: id.location,
            help: "give one of the two another id", notes: [.init("the other one", at: other)])
    }
    return diagnostics
}
