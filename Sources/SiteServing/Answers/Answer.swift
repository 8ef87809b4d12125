/// What the preview answers: a function from a request and what is shown to a response.
///
/// A path is only ever looked up among the files that the site has; none reaches the disk.

internal import SiteModel
internal import SitePipeline

struct Answerer: Sendable {
    let folders: SiteFolders
    let editor: EditorLink?
    /// What a build would be told that publishes the site now.
    let publishing: @Sendable () -> BuildOptions

    /// What answers a page of the preview's own; nil for every other address.
    func later(_ request: PreviewRequest, _ shown: Shown) -> (@Sendable () async -> PreviewResponse)? {
        guard let address = siteAddress(request.target), address.hasPrefix(ownFolder) else { return nil }
        let name = String(address.dropFirst(ownFolder.count))
        guard let page = previewPages.first(where: { $0.holds(name) }) else { return nil }
        let moment = PreviewMoment(
            update: shown.update, folders: folders, editor: editor, publishing: publishing(), address: name, query: request.query)
        return { finished(await page.answer(moment), request, shown) }
    }

    func answer(_ request: PreviewRequest, _ shown: Shown) -> PreviewResponse {
        finished(find(request, shown), request, shown)
    }

    /// An answer with what all have in common.
    private func finished(_ found: PreviewResponse, _ request: PreviewRequest, _ shown: Shown) -> PreviewResponse {
        var response = found
        if response.header("Content-Type")?.hasPrefix("text/html") == true { fit(&response, shown) }
        // Pages of other sites that are open in the browser have no part in what is not published yet.
        response.set("Cross-Origin-Resource-Policy", "same-origin")
        if let tag = response.header("ETag"), request.knows(tag) {
            response.headers.removeAll { $0.name.lowercased() == "content-type" }
            return PreviewResponse(status: 304, headers: response.headers, body: [])
        }
        return response
    }

    private func find(_ request: PreviewRequest, _ shown: Shown) -> PreviewResponse {
        guard let address = siteAddress(request.target) else { return .text(400, "This is no address of a page.") }
        if address + "/" == ownFolder { return redirect(302, to: ownFolder) }
        if address.hasPrefix(ownFolder) { return own(String(address.dropFirst(ownFolder.count)), shown) }
        guard let site = shown.update.site else { return messages(shown.update.diagnostics, status: 500, isSiteGone: true) }
        let base = site.site.config.baseURL.path
        guard address.utf8.starts(with: base.utf8) else {
            let isAbove = base.utf8.starts(with: address.utf8)
            return isAbove ? redirect(302, to: percentEncodedPath(base)) : .text(404, "The site is at \(base).")
        }
        return answer(String(address.utf8.dropFirst(base.utf8.count)) ?? "", below: base, of: site, shown.rules(of: site))
    }

    /// The answer to an address below the base path, without the slash at its start.
    private func answer(_ path: String, below base: String, of site: ServedSite, _ rules: ServedRules) -> PreviewResponse {
        let isFolder = path.isEmpty || path.utf8.last == 0x2F
        let place = isFolder ? path + "index.html" : path
        if site.page(at: place) == nil, let target = rules.target(of: base + path) { return redirect(301, to: target) }
        guard !rules.isHidden(place) else { return missing(site, rules) }
        if let response = file(place, of: site, rules) { return response }
        if !isFolder, site.hasFile(at: path + "/index.html") { return redirect(302, to: percentEncodedPath(base + path + "/")) }
        return missing(site, rules)
    }

    /// The file at a place in the output folder.
    private func file(_ place: String, of site: ServedSite, _ rules: ServedRules, status: Int = 200) -> PreviewResponse? {
        let outcome = site.file(at: place)
        if !outcome.diagnostics.all.isEmpty { return messages(outcome.diagnostics, status: 500, isSiteGone: false) }
        guard let bytes = outcome.value else { return nil }
        var response = PreviewResponse(status: status, headers: rules.headers(ofFile: place), body: bytes)
        if response.header("Content-Type") == nil { response.headers.append(("Content-Type", mediaType(ofFile: place))) }
        let mark = site.page(at: place).flatMap { unpublishedMark(of: $0, in: site.site) } ?? .none
        if !mark.isEmpty { response.body = inserted(mark, atEndOf: bytes) }
        response.headers.append(("ETag", entityTag(of: response.body)))
        return response
    }

    private func missing(_ site: ServedSite, _ rules: ServedRules) -> PreviewResponse {
        guard var response = file("404.html", of: site, rules, status: 404) else { return .text(404, "There is no such page.") }
        response.headers.removeAll { $0.name == "ETag" }
        return response
    }

    private func redirect(_ status: Int, to target: String) -> PreviewResponse {
        .text(status, target, [("Location", target)])
    }

    private func messages(_ diagnostics: Diagnostics, status: Int, isSiteGone: Bool) -> PreviewResponse {
        let list = MessageList(root: folders.source, editor: editor)
        return .page(status, html: list.page(of: diagnostics, isSiteGone: isSiteGone).text)
    }
}

/// Where the preview's own pages and files are.
let ownFolder = "/__martlet/"

extension Answerer {
    /// What is below `/__martlet/` and no page.
    private func own(_ address: String, _ shown: Shown) -> PreviewResponse {
        if let bytes = previewFile(address) {
            let headers = [
                ("Content-Type", mediaType(ofFile: address)), ("Cache-Control", "no-cache"), ("ETag", entityTag(of: bytes)),
            ]
            return PreviewResponse(status: 200, headers: headers, body: bytes)
        }
        if address == "messages" {
            let list = MessageList(root: folders.source, editor: editor)
            // A part of a page, which the page puts into its panel.
            return .text(200, list.list(of: shown.update.diagnostics, heading: "h3").text)
        }
        return .text(404, "There is no such page.")
    }

    /// Makes a page one that keeps itself up to date, and that a browser takes from this address.
    private func fit(_ response: inout PreviewResponse, _ shown: Shown) {
        let script: HTML = "<script src=\"\(ownFolder)preview.js\" data-version=\"\(shown.version)\"></script>"
        response.body = inserted(script, atEndOf: response.body)
        // Promises about https, which this server does not speak.
        response.headers.removeAll { $0.name.lowercased() == "strict-transport-security" }
        if let policy = response.header("Content-Security-Policy") {
            response.set("Content-Security-Policy", previewPolicy(policy))
        }
    }
}

extension PreviewRequest {
    fileprivate func knows(_ tag: String) -> Bool {
        guard let knownTags else { return false }
        return knownTags.split(separator: ",").contains { known in
            let trimmed = known.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            let text = String(trimmed)
            return text == tag || text == "W/" + tag || text == "*"
        }
    }
}

extension ServedSite {
    fileprivate func hasFile(at path: String) -> Bool { page(at: path) != nil || file(at: path).value != nil }
}
