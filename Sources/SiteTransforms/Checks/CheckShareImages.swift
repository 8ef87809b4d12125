import SiteModel

/// What networks make of an image that stands beside a shared link (`domain.md` 2.4 and 2.6: OG4, OG5, OG7, OG8).
///
/// One that an editor chose for it (`isChosen`) must be shown by every network. An article's own picture stands in where none
/// is chosen; where networks cannot show it, it does not, and that is a warning.
func checkShareImage(_ source: Placed<String>, _ facts: ImageFacts?, isChosen: Bool) -> Diagnostics {
    var diagnostics = Diagnostics()
    if isChosen, source.value.contains("://") {
        diagnostics.add(
            .badShareImage, "the share image '\(source.value)' comes from another site", at: source.location,
            help: "put it into 'content/static/', and write '/\(fileName(of: source.value))'")
        return diagnostics
    }
    guard let facts else { return diagnostics }
    let name = fileName(of: source.value)
    if let fault = facts.shareFault {
        if isChosen {
            diagnostics.add(.badShareImage, "'\(name)' \(fault)", at: source.location, help: advice)
        } else {
            diagnostics.add(
                .poorShareImage, "'\(name)' \(fault), so shared links go without it", at: source.location,
                help: "name another one with 'share: {image: …}': \(advice.dropFirst("use ".count))")
        }
        return diagnostics
    }
    for weakness in facts.shareWeaknesses {
        diagnostics.add(.poorShareImage, "'\(name)' \(weakness)", at: source.location, help: advice)
    }
    if isChosen, let size = facts.size, !isUsualRatio(size) {
        diagnostics.add(
            .shareImageRatio, "'\(name)' has \(size.width) × \(size.height) pixels, of which networks cut off a part",
            at: source.location, help: "cut it to 1200 × 630, or keep what matters in the middle")
    }
    return diagnostics
}

private let advice = "use a JPEG or PNG of 1200 × 630 pixels or a little more, and of less than 300 KB"

extension ImageFacts {
    /// Whether networks show the image at all.
    var isShareable: Bool { shareFault == nil }

    /// Why networks do not show the image.
    fileprivate var shareFault: String? {
        if kind == .svg || kind == .avif { return "is \(kind.nameWithArticle), which networks do not show" }
        if let size, size.width < 200 || size.height < 200 {
            return "has \(size.width) × \(size.height) pixels, and networks show none below 200 × 200"
        }
        return byteCount > 5_000_000 ? "has \(megabytes) MB, and networks take none above 5" : nil
    }

    fileprivate var shareWeaknesses: [String] {
        var weaknesses: [String] = []
        if let size, size.width < 1200 || size.height < 630 {
            weaknesses.append(
                "has \(size.width) × \(size.height) pixels, and networks show one below 1200 × 630 small or blurred")
        }
        if byteCount > 600_000 {
            weaknesses.append("has \(byteCount / 1000) KB, and WhatsApp shows none above 600")
        } else if byteCount > 300_000 {
            weaknesses.append("has \(byteCount / 1000) KB, and WhatsApp often shows none above 300")
        }
        return weaknesses
    }

    /// Rounded up to a tenth.
    private var megabytes: String {
        let tenths = (byteCount + 99_999) / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// 1.91 to 1 is what networks ask for.
private func isUsualRatio(_ size: ImageSize) -> Bool {
    size.width * 100 >= size.height * 175 && size.width * 100 <= size.height * 210
}

/// A logo that search engines take (SD19).
func checkLogo(_ logo: Placed<String>, _ images: ImageResolver) -> Diagnostic? {
    guard let facts = images.facts(of: logo), facts.kind != .svg, let size = facts.size, size.width < 112 || size.height < 112
    else { return nil }
    return Diagnostic(
        .smallLogo, "the logo has \(size.width) × \(size.height) pixels, and search engines take none below 112 × 112",
        at: logo.location, help: "use a larger one, or an SVG")
}
