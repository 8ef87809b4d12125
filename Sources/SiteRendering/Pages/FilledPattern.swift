/// A pattern of the theme's strings with its places filled in: `{day} {month}`. A place that has no value stays as it is.
func filled(_ pattern: String, _ values: [String: String]) -> String {
    var text = ""
    var rest = pattern[...]
    while let brace = rest.firstIndex(of: "{"), let end = rest[brace...].firstIndex(of: "}") {
        text += rest[..<brace]
        text += values[String(rest[rest.index(after: brace)..<end])] ?? String(rest[brace...end])
        rest = rest[rest.index(after: end)...]
    }
    return text + rest
}
