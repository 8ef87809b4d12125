package import SiteModel
internal import SiteTransforms

/// Asks other sites whether what the site links to is there: each address once, whatever it is that links to it.
///
/// `root` is the site's folder, where the answers are kept for days.
package func checkExternal(
    _ checked: CheckedSite, at root: String, now: Instant, _ options: ExternalOptions
) throws(PublishError) -> Diagnostics {
    let urls = Set(checked.externalLinks.map { WebAddress(url: $0.value).page })
    var known = KnownLinks(of: root, now: now.seconds)
    var prober = LinkProber(options)
    let found = try prober.verdicts(of: urls.filter { known.verdicts[$0] == nil }.sorted())
    known.add(found, at: now.seconds)
    if !found.isEmpty { known.keep(at: root) }
    var diagnostics = Diagnostics()
    for link in checked.externalLinks {
        let page = WebAddress(url: link.value).page
        guard let verdict = found[page] ?? known.verdicts[page]?.verdict else { continue }
        if let diagnostic = verdict.diagnostic(page, at: link.location) { diagnostics.add(diagnostic) }
    }
    return allowing(diagnostics, in: checked.documents)
}

extension LinkVerdict {
    fileprivate func diagnostic(_ page: String, at location: SourceLocation) -> Diagnostic? {
        switch self {
        case .works: nil
        case .moved(let target):
            Diagnostic(
                .movedLink, "'\(page)' has moved for good", at: location, help: "write '\(target)'",
                fix: Fix(page, with: target, in: location))
        case .dead(let reason):
            Diagnostic(
                .deadLink, "'\(page)' leads nowhere: \(reason)", at: location,
                help: "look for its new address, or name another source")
        case .unanswered(let reason):
            Diagnostic(.unansweredLink, "'\(page)' could not be checked: \(reason)", at: location, help: "open it yourself")
        }
    }
}
