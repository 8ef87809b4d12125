import SiteModel

/// The size of an SVG, by the attributes of its first element, as browsers show it where a page says nothing else.
func readSVG(_ file: [UInt8]) throws(ImageFault) -> ImageSize? {
    var reader = XMLReader(utf8(file))
    let root = try reader.root()
    let parts = root.name.split(separator: ":", omittingEmptySubsequences: false)
    let space = parts.count == 2 ? "xmlns:\(parts[0])" : "xmlns"
    guard parts.last == "svg", root.attributes[space] == "http://www.w3.org/2000/svg" else { throw .malformed }
    let ratio = root.attributes["preserveAspectRatio"] == "none" ? nil : root.attributes["viewBox"].flatMap(aspectRatio)
    switch (try length(root.attributes["width"]), try length(root.attributes["height"])) {
    case (.unknown, _), (_, .unknown): return nil
    case (.pixels(let width), .pixels(let height)): return size(width, height)
    case (.pixels(let width), .automatic): return size(width, ratio.map { width / $0 } ?? 150)
    case (.automatic, .pixels(let height)): return size(ratio.map { height * $0 } ?? 300, height)
    case (.automatic, .automatic): return ratio.flatMap { size(fullWidth, fullWidth / $0) } ?? ImageSize(width: 300, height: 150)
    }
}

/// A picture with a ratio and no size takes all the width that there is. Its size has to be at least as wide as a page's text,
/// or it would be shown smaller for having one.
private let fullWidth = 1200.0

/// Nil for a size that no screen has: numbers beyond it are nobody's intention.
private func size(_ width: Double, _ height: Double) -> ImageSize? {
    guard width < 1_000_000, height < 1_000_000 else { return nil }
    return ImageSize(width: max(1, Int(width.rounded())), height: max(1, Int(height.rounded())))
}

private enum Length {
    case pixels(Double)
    /// Not given, a percentage, or nothing that a browser understands.
    case automatic
    /// Depends on the reader's font or window.
    case unknown
}

/// Units of a fixed length, in pixels of CSS; 16 is what browsers take for the size of a font that nobody set.
private let units: [String: Double] = [
    "": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "em": 16, "rem": 16,
]

/// No size and one below zero hide the picture.
private func length(_ text: String?) throws(ImageFault) -> Length {
    guard let text = text?.trimmed else { return .automatic }
    let number = text.prefix(numberLength(text.utf8))
    guard let value = Double(number) else { return text.contains("(") ? .unknown : .automatic }
    let unit = text[number.endIndex...].lowercased()
    if unit == "%" { return .automatic }
    if let pixels = units[unit] {
        guard value > 0 else { throw .malformed }
        return .pixels(value * pixels)
    }
    return unit.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? .unknown : .automatic
}

/// Width divided by height; nil where one of them is nothing.
private func aspectRatio(_ viewBox: String) -> Double? {
    let numbers = viewBox.split { $0 == "," || $0.isWhitespace }.map { text in
        numberLength(text.utf8) == text.utf8.count ? Double(text) : nil
    }
    guard numbers.count == 4, let width = numbers[2], let height = numbers[3], width > 0, height > 0 else { return nil }
    let ratio = width / height
    return ratio.isFinite && ratio > 0 ? ratio : nil
}

/// How many bytes of a text are a decimal number: sign, digits, fraction, exponent.
private func numberLength(_ text: some BidirectionalCollection<UInt8>) -> Int {
    var rest = text[...]
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
    rest = rest.drop(while: isDigit)
    if rest.first == 0x2E { rest = rest.dropFirst().drop(while: isDigit) }
    if rest.first == 0x65 || rest.first == 0x45 {
        var exponent = rest.dropFirst()
        if exponent.first == 0x2B || exponent.first == 0x2D { exponent = exponent.dropFirst() }
        // The `e` of `2em` begins a unit.
        if let first = exponent.first, isDigit(first) { rest = exponent.drop(while: isDigit) }
    }
    return text.count - rest.count
}

/// The text of an XML file in UTF-8, without a byte order mark. One in UTF-16 begins with such a mark.
private func utf8(_ file: [UInt8]) -> [UInt8] {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(file.dropFirst(3)) }
    let isLittleEndian = file.starts(with: [0xFF, 0xFE])
    guard isLittleEndian || file.starts(with: [0xFE, 0xFF]) else { return file }
    let (high, low) = isLittleEndian ? (1, 0) : (0, 1)
    var units: [UInt16] = []
    for index in stride(from: 2, to: file.count - 1, by: 2) {
        units.append(UInt16(file[index + high]) << 8 | UInt16(file[index + low]))
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
}
