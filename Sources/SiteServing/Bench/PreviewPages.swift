/// The pages of the preview bench; the first that holds an address answers it. Each gets the script that keeps it up to date.
let previewPages: [PreviewPage] = [
    PreviewPage("") { .page(200, html: BenchPage($0).overview.text) },
    PreviewPage("page") { moment in
        let page = BenchPage(moment)
        return page.pageView.map { .page(200, html: $0.text) } ?? .page(404, html: page.missing.text)
    },
    PreviewPage("questions") { .page(200, html: BenchPage($0).questionsView.text) },
    PreviewPage("changes") { .page(200, html: await BenchPage($0).changesView.text) },
]

extension BenchPage {
    /// The page that stands in for one that there is not.
    fileprivate var missing: HTML {
        let address = query["at"].map { address -> HTML in "<code>\(address)</code>" } ?? "this address"
        return frame(
            "No such page", in: .pages, "<h1>No such page</h1>\n<p>The site has no page at \(address) at this moment.</p>\n")
    }
}
