internal import SiteModel
internal import SitePipeline

extension BenchPage {
    /// How each network draws the card of a page, and what it cuts off.
    func cards(_ content: CardContent) -> HTML {
        let drawn = Network.allCases.map { network -> HTML in
            let card = Card(content, on: network)
            let findings = card.findings.map { finding -> HTML in
                "<span class=\"sign \(finding.kind.rawValue)\">\(finding.kind.rawValue)</span> \(HTML.words(finding.text))"
            }
            return """
                <div class="network"><h3>\(network.name)</h3>
                \(CardDrawing(card, content).html)\(HTML.list(findings, "findings"))</div>

                """
        }
        return """
            <p class="quiet">Drawn from what the finished page says. Networks publish few of their limits and change them, so a card here is \
            near the real one and not the same.</p>
            <div class="cards">
            \(drawn)</div>
            \(values(of: content))
            """
    }

    /// The values themselves.
    private func values(of content: CardContent) -> HTML {
        var rows: [(String, HTML)] = [("og:title", .words(content.title))]
        rows.append(("og:description", content.description.map(HTML.words) ?? "none"))
        if let image = content.image {
            let address: HTML = image.local.map { HTML.link($0, "\(image.address)") } ?? "\(image.address)"
            rows.append(("og:image", address))
            let facts = [image.size.map { "\($0.width) × \($0.height)" }, image.kind?.name, image.byteCount.map(weight)]
                .compactMap { $0 }
            if !facts.isEmpty { rows.append(("its file", "\(facts.joined(separator: ", "))")) }
            rows.append(("og:image:alt", image.alternative.map(HTML.words) ?? "none"))
        } else {
            rows.append(("og:image", "none"))
        }
        rows.append(("title", .words(content.searchTitle)))
        rows.append(("description", content.searchDescription.map(HTML.words) ?? "none"))
        let items = rows.map { name, value -> HTML in "<dt><code>\(name)</code></dt><dd>\(value)</dd>\n" }
        return "<details><summary>The values</summary>\n<dl class=\"facts\">\n\(items)</dl></details>\n"
    }
}
