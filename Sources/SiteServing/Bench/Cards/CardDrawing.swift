internal import SiteModel
internal import SitePipeline

/// A card in HTML, near to how its network draws it.
struct CardDrawing {
    private let card: Card
    private let content: CardContent

    init(_ card: Card, _ content: CardContent) {
        self.card = card
        self.content = content
    }

    var html: HTML {
        let size: HTML = card.picture == .small ? "small" : "large"
        return
            "<div class=\"card \(card.network.rawValue) \(size)\" role=\"group\" aria-label=\"Card on \(card.network.name)\">\n\(inner)</div>\n"
    }

    private var inner: HTML {
        switch card.network {
        case .whatsapp:
            "<div class=\"box\">\(picture)<div class=\"words\">\(title)\(description)\(host)</div></div><p class=\"address\">\(content.address)</p>"
        case .facebook: "\(picture)<div class=\"words\">\(host)\(title)\(description)</div>"
        case .x where card.picture == .large:
            "<div class=\"over\">\(picture)\(title)</div><p class=\"host\">From \(content.host)</p>"
        case .x: "\(picture)<div class=\"words\">\(host)\(title)\(description)</div>"
        case .linkedin: "\(picture)<div class=\"words\">\(title)\(host)</div>"
        case .slack:
            "<p class=\"site\">\(HTML.words(content.siteName ?? content.host))</p>\(title)\(description)\(facts)\(picture)"
        case .google: "\(way)\(title)\(description)"
        }
    }

    private var title: HTML { "<p class=\"title\">\(HTML.words(card.title.shown))</p>" }

    private var description: HTML { card.description.map { "<p class=\"description\">\(HTML.words($0.shown))</p>" } ?? .none }

    private var host: HTML { "<p class=\"host\">\(content.host)</p>" }

    private var facts: HTML {
        guard !content.facts.isEmpty else { return .none }
        let pairs = content.facts.map { fact -> HTML in
            "<div><dt>\(HTML.words(fact.label))</dt><dd>\(HTML.words(fact.value))</dd></div>"
        }
        return "<dl>\(pairs)</dl>"
    }

    /// The site and the way to the page, as a result of a search shows them.
    private var way: HTML {
        let name = HTML.words(content.siteName ?? content.host)
        let steps = ["https://" + content.host] + content.path
        return """
            <div class="way">\(icon)<p class="site">\(name)</p>\
            <p class="host">\(HTML.words(steps.joined(separator: " › ")))</p></div>
            """
    }

    private var icon: HTML {
        content.icon.map { "<img class=\"dot\" src=\"\($0)\" alt=\"\">" } ?? "<span class=\"dot\"></span>"
    }

    /// A picture of another site is not asked for: it would learn who looks.
    private var picture: HTML {
        guard card.picture != .none, let image = content.image else { return .none }
        guard let local = image.local else { return "<p class=\"picture elsewhere\">Picture of another site</p>" }
        return "<img class=\"picture\" src=\"\(local)\" alt=\"\">"
    }
}
