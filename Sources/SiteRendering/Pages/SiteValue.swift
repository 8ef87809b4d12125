import SiteModel
import Templates

/// `site`. Pages see where in the menu they are; those that are at the same place share a value.
struct SiteValue: Sendable {
    /// In the order of `PageModel`, nil for the menu where there is one.
    private let fields: [Value?]
    private let entries: [Entry]
    /// The addresses of the menu.
    private let urls: [String]
    /// Where one entry is current.
    private let at: [Value]
    /// Where none is.
    private let elsewhere: Value

    /// An entry of the menu, as pages see it that stand there and as all others do.
    private struct Entry: Sendable {
        let current: Value
        let other: Value
    }

    init(_ fields: [Value?], _ config: SiteConfig) {
        let entries = config.menu.map { entry in
            let shown = [Value.string(entry.label), .string(config.baseURL.href(entry.url.value))]
            return Entry(current: .record(shown + [.bool(true)]), other: .record(shown + [.bool(false)]))
        }
        at = entries.indices.map { Self.value(fields, entries, current: [$0]) }
        elsewhere = Self.value(fields, entries, current: [])
        urls = config.menu.map(\.url.value)
        (self.fields, self.entries) = (fields, entries)
    }

    /// As the page at a path sees it.
    func value(on path: String) -> Value {
        guard let first = urls.firstIndex(where: { isCurrent($0, on: path) }) else { return elsewhere }
        if urls.lastIndex(where: { isCurrent($0, on: path) }) == first { return at[first] }
        return Self.value(fields, entries, current: urls.indices.filter { isCurrent(urls[$0], on: path) })
    }

    private func isCurrent(_ url: String, on path: String) -> Bool { url == "/" ? path == "/" : path.hasPrefix(url) }

    private static func value(_ fields: [Value?], _ entries: [Entry], current: [Int]) -> Value {
        let menu = entries.indices.map { current.contains($0) ? entries[$0].current : entries[$0].other }
        return .record(fields.map { $0 ?? .list(menu) })
    }
}
