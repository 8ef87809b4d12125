internal import SitePipeline

/// The line that a message points at, cut around the place where it is long, with a line of marks below.
///
/// The marks stand below the very text: what is before it is there once more, where it cannot be seen, so that wide characters, tabs
/// and emoji move them as far as they move the text.
struct Excerpt {
    let html: HTML

    init(_ place: HumanPlace) {
        let characters = Array(place.text)
        let column = min(place.column - 1, characters.count)
        let start = max(0, column - Self.before)
        let end = min(characters.count, max(column + 1, start + Self.longest))
        let last = max(column, min(column + place.length, end))
        let before = String(characters[start..<column]), marked = String(characters[column..<last])
        let behind = String(characters[last..<max(last, end)])
        let number = String(place.line)
        let gutter = String(repeating: " ", count: number.count)
        let open = start > 0 ? "…" : "", close = end < characters.count ? "…" : ""
        let marks = "^" + String(repeating: "~", count: max(0, last - column - 1))
        let line: HTML = "<span class=\"number\">\(number) | </span>\(open)\(before)<mark>\(marked)</mark>\(behind)\(close)\n"
        let below: HTML = "<span class=\"number\">\(gutter) | </span><span class=\"hidden\">\(open)\(before)</span>\(marks)"
        html = """
            <pre dir="ltr" tabindex="0">\(line)<span class="marks" aria-hidden="true">\(below)</span></pre>

            """
    }

    private static let before = 60
    private static let longest = 100
}
