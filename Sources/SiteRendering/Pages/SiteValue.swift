import SiteModel
import Templates

/// `site`. Pages see where in the menu they are; those that are at the same place share a value.
struct SiteValue: Sendable {
    /// In the order of `PageModel`, nil for the menu where there is one.
    private let fields: [Value?]
    private let entries: [Entry]
    /// Where no entry of the menu is current.
    private let elsewhere: Value

    private struct Entry: Sendable {
        let url: String
        let current: Value
        let other: Value
        /// Where this entry alone is current.
        var alone = Value.none

        func isCurrent(on path: String) -> Bool { url == "/" ? path == "/" : path.hasPrefix(url) }
    }

    init(_ fields: [Value?], _ config: SiteConfig) {
        var entries = config.menu.map { entry in
            let shown = [Value.string(entry.label), .string(config.baseURL.href(entry.url.value))]
            return Entry(url: entry.url.value, current: .record(shown + [.bool(true)]), other: .record(shown + [.bool(false)]))
        }
        for index in entries.indices { entries[index].alone = Self.value(fields, entries, current: [index]) }
        elsewhere = Self.value(fields, entries, current: [])
        (self.fields, self.entries) = (fields, entries)
    }

    /// As the page at a path sees it.
    func value(on path: String) -> Value {
        let entries = entries.span
        var found: Int?
        for index in entries.indices where entries[index].isCurrent(on: path) {
            guard found == nil else {
                return Self.value(
                    fields, self.entries, current: self.entries.indices.filter { self.entries[$0].isCurrent(on: path) })
            }
            found = index
        }
        return found.map { entries[$0].alone } ?? elsewhere
    }

    private static func value(_ fields: [Value?], _ entries: [Entry], current: [Int]) -> Value {
        let menu = entries.indices.map { current.contains($0) ? entries[$0].current : entries[$0].other }
        return .record(fields.map { $0 ?? .list(menu) })
    }
}
