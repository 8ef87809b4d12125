package import SiteModel
internal import SiteParsing

/// The moment that `--clock` names; a day begins at midnight UTC.
package func parseClock(_ text: String) -> Instant? { parseInstant(text, in: .utc) }

/// The address that `--base-url` names.
package func parseBaseURL(_ text: String) -> BaseURL? {
    let outcome = readConfig(Array("title: x\nbaseURL: \"\(text)\"\n".utf8), path: SiteConfig.path) { _ in nil }
    return outcome.diagnostics.hasErrors || text.contains("\"") ? nil : outcome.value.baseURL
}
