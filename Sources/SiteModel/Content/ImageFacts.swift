/// What the start of an image file says.
package struct ImageFacts: Sendable, Hashable {
    package var kind: ImageKind
    /// Nil where an SVG measures itself by the reader's font or window.
    package var size: ImageSize?
    /// How large the file is.
    package var byteCount: Int

    package init(kind: ImageKind, size: ImageSize?, byteCount: Int) {
        self.kind = kind
        self.size = size
        self.byteCount = byteCount
    }
}

/// How large browsers show an image where nothing else is said, turned as its file asks for: in pixels of CSS, which are an
/// image's own pixels but for SVG.
@usableFromInline
package struct ImageSize: Sendable, Hashable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// The kinds of image that browsers show.
@usableFromInline
package enum ImageKind: String, Sendable, CaseIterable {
    case png, jpeg, gif, webp, avif, svg, ico

    /// The kind that the name of a file promises; nil for a file that is no image by its name.
    package init?(fileName: String) {
        guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        let ending = String(decoding: fileName.utf8[fileName.utf8.index(after: dot)...], as: UTF8.self).lowercased()
        guard let kind = ImageKind.allCases.first(where: { $0.fileEndings.contains(ending) }) else { return nil }
        self = kind
    }

    /// How names of such files end, the usual ending first.
    package var fileEndings: [String] {
        switch self {
        case .png: ["png", "apng"]
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .gif, .webp, .avif, .svg, .ico: [rawValue]
        }
    }

    package var mediaType: String {
        switch self {
        case .svg: "image/svg+xml"
        case .ico: "image/vnd.microsoft.icon"
        case .png, .jpeg, .gif, .webp, .avif: "image/" + rawValue
        }
    }

    /// The kinds that suit pictures on pages; the others are for icons.
    package static let ofPictures: [ImageKind] = [.png, .jpeg, .gif, .webp, .avif, .svg]

    /// As editors know it.
    package var name: String { self == .webp ? "WebP" : rawValue.uppercased() }
}
