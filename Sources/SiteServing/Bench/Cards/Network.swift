internal import SiteModel

/// A place where cards of links are drawn, with what it shows of them.
///
/// Sources of the numbers: Meta's and X's documentation for developers, and for LinkedIn, Slack and Google what is said of them; each
/// changes now and then, and a card here is an approximation.
enum Network: String, CaseIterable, Sendable {
    case whatsapp, facebook, x, linkedin, slack, google

    var name: String {
        switch self {
        case .whatsapp: "WhatsApp"
        case .facebook: "Facebook"
        case .x: "X"
        case .linkedin: "LinkedIn"
        case .slack: "Slack"
        case .google: "Google"
        }
    }

    /// Characters that are shown of a title.
    var titleLength: Int { self == .x ? 70 : 60 }

    /// Characters that are shown of a description; nil where none is shown.
    var descriptionLength: Int? {
        switch self {
        case .whatsapp: 80
        case .facebook, .x, .slack: 200
        case .linkedin: nil
        case .google: 160
        }
    }

    /// How many bytes of a page are read; nil where that is not said.
    var readsBytes: Int? {
        switch self {
        case .whatsapp: 300_000
        case .slack: 32_768
        default: nil
        }
    }

    /// Nil for Google, which shows no picture beside most results.
    var pictures: PictureRule? {
        switch self {
        case .whatsapp:
            .init(least: (300, 1), large: (300, 1), best: nil, ratio: nil, widest: 4, bytes: (300_000, 600_000))
        case .facebook:
            .init(least: (200, 200), large: (600, 315), best: (1200, 630), ratio: (191, 100), bytes: (8_000_000, 8_000_000))
        case .x: .init(least: (144, 144), large: (300, 157), best: nil, ratio: (200, 100), bytes: (5_000_000, 5_000_000))
        case .linkedin: .init(least: (200, 200), large: (1200, 627), best: nil, ratio: (191, 100), bytes: (5_000_000, 5_000_000))
        case .slack: .init(least: (1, 1), large: (1, 1), best: nil, ratio: nil, bytes: (1_000_000, 5_000_000))
        case .google: nil
        }
    }
}

/// What a network does with a picture, sides in pixels.
struct PictureRule: Sendable {
    /// Smaller ones are not shown.
    var least: (width: Int, height: Int)
    /// Smaller ones are shown small, beside the text.
    var large: (width: Int, height: Int)
    /// Smaller ones look blurred on good screens; nil where that is not said.
    var best: (width: Int, height: Int)?
    /// What it is cut to; nil for the picture's own.
    var ratio: (width: Int, height: Int)?
    /// How many times as wide as high it may be; nil where that is not said.
    var widest: Int?
    /// From so many bytes on it is often left out, and from so many always.
    var bytes: (often: Int, always: Int)

    init(
        least: (Int, Int), large: (Int, Int), best: (Int, Int)?, ratio: (Int, Int)?, widest: Int? = nil, bytes: (Int, Int)
    ) {
        self.least = least
        self.large = large
        self.best = best
        self.ratio = ratio
        self.widest = widest
        self.bytes = bytes
    }
}
