internal import SiteModel
internal import SitePipeline

/// A card as one network draws it, and what there is to say about it.
struct Card: Sendable, Equatable {
    var network: Network
    var title: TextCut
    var description: TextCut?
    var picture: Picture
    var findings: [Finding]

    enum Picture: Sendable, Equatable {
        /// There is none, or it is not shown.
        case none
        /// Across the card.
        case large
        /// Beside the text.
        case small
    }

    struct Finding: Sendable, Equatable {
        var kind: Kind
        var text: String

        enum Kind: String, Sendable {
            case fits
            /// Some of it is not seen.
            case cut
            /// It is missing, or looks bad.
            case poor
        }

        static func fits(_ text: String) -> Finding { Finding(kind: .fits, text: text) }
        static func cut(_ text: String) -> Finding { Finding(kind: .cut, text: text) }
        static func poor(_ text: String) -> Finding { Finding(kind: .poor, text: text) }
    }

    init(_ content: CardContent, on network: Network) {
        self.network = network
        title = TextCut(network == .google ? content.searchTitle : content.title, to: network.titleLength)
        let words = network == .google ? content.searchDescription : content.description
        description = network.descriptionLength.flatMap { limit in words.map { TextCut($0, to: limit) } }
        let (picture, about) = pictureOnCard(content, network)
        self.picture = picture
        findings = [finding("title", title, network.titleLength)]
        if let limit = network.descriptionLength {
            let missing = network == .google ? "no description: words of the page stand in" : "no description"
            findings.append(description.map { finding("description", $0, limit) } ?? .poor(missing))
        } else {
            findings.append(.fits("the description is not shown"))
        }
        findings += about
        if let limit = network.readsBytes, content.openGraphEnd > limit {
            findings.append(
                .poor("only the first \(limit / 1000) KB of a page are read, and what is meant for networks stands behind them"))
        }
    }
}

private func finding(_ part: String, _ text: TextCut, _ limit: Int) -> Card.Finding {
    let count = "\(part): \(text.length) of about \(limit) characters"
    return text.lost.isEmpty ? .fits(count) : .cut("\(count), cut off: '\(text.lost)'")
}

private func pictureOnCard(_ content: CardContent, _ network: Network) -> (Card.Picture, [Card.Finding]) {
    guard let rule = network.pictures else { return (.none, discover(content)) }
    guard let image = content.image else { return (.none, [.poor("no picture")]) }
    if let fault = fault(of: image, rule) { return (.none, [.poor("picture not shown: \(fault)")]) }
    let isCardLarge = network != .x || content.isLarge
    let isLarge = image.size.map { $0.width >= rule.large.width && $0.height >= rule.large.height } ?? true
    let picture: Card.Picture = isLarge && isCardLarge ? .large : .small
    return (picture, weaknesses(of: image, rule, picture))
}

/// Why a network does not show a picture.
private func fault(of image: CardImage, _ rule: PictureRule) -> String? {
    if let kind = image.kind, ![.jpeg, .png, .webp, .gif].contains(kind) { return "networks show no \(kind.name)" }
    if let size = image.size {
        if size.width < rule.least.width || size.height < rule.least.height {
            let least = rule.least.height > 1 ? "\(rule.least.width) × \(rule.least.height)" : "\(rule.least.width) wide"
            return "it has \(size.width) × \(size.height) pixels, and has to have \(least)"
        }
        if let widest = rule.widest, size.width > widest * size.height {
            return "it is more than \(widest) times as wide as high"
        }
    }
    if let count = image.byteCount, count > rule.bytes.always {
        return "it has \(weight(count)), and no more than \(weight(rule.bytes.always)) are taken"
    }
    return nil
}

private func weaknesses(of image: CardImage, _ rule: PictureRule, _ picture: Card.Picture) -> [Card.Finding] {
    var findings: [Card.Finding] = []
    if let size = image.size {
        let pixels = "\(size.width) × \(size.height) pixels"
        if picture == .small, size.width < rule.large.width || size.height < rule.large.height {
            findings.append(.poor("picture: \(pixels), often shown small below \(rule.large.width) × \(rule.large.height)"))
        } else if let best = rule.best, size.width < best.width || size.height < best.height {
            findings.append(.poor("picture: \(pixels), blurred on good screens below \(best.width) × \(best.height)"))
        } else {
            findings.append(.fits("picture: \(pixels)"))
        }
        if let lost = partCutOff(size, rule, picture) { findings.append(lost) }
    }
    if let count = image.byteCount, count > rule.bytes.often {
        findings.append(.poor("picture: \(weight(count)), often not shown above \(weight(rule.bytes.often))"))
    }
    return findings
}

/// What is lost where a network cuts a picture to a ratio of its own: a tenth and more of it.
private func partCutOff(_ size: ImageSize, _ rule: PictureRule, _ picture: Card.Picture) -> Card.Finding? {
    let ratio = picture == .small ? (width: 100, height: 100) : rule.ratio
    guard let ratio, size.width > 0, size.height > 0 else { return nil }
    let (own, wanted) = (size.width * ratio.height, size.height * ratio.width)
    let lost = 100 - 100 * min(own, wanted) / max(own, wanted)
    guard lost >= 10 else { return nil }
    return .cut("picture: \(lost) % cut off, \(own > wanted ? "at the sides" : "above and below")")
}

/// Google Discover, which shows large pictures of articles.
private func discover(_ content: CardContent) -> [Card.Finding] {
    guard let size = content.image?.size else { return [] }
    guard size.width >= 1200, content.allowsLargePreview else {
        return [.poor("Discover: no large picture, which has to be 1200 pixels wide")]
    }
    return [.fits("Discover: large picture")]
}

/// `280 KB`, `5 MB`.
func weight(_ bytes: Int) -> String {
    if bytes < 1_000_000 { return "\((bytes + 999) / 1000) KB" }
    let tenths = (bytes + 99_999) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
}
