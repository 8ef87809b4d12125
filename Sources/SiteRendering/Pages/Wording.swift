import SiteModel
import Synchronization
import Templates

/// The words of one language that Martlet needs by itself. One for all pages, so it is no value that each of them would copy.
final class Wording: Sendable {
    let style: HTMLStyle
    /// For answers to questions that stand a level lower than they are written.
    let answerStyle: HTMLStyle
    /// The way of the script, as `dir` has it.
    let direction: String
    /// The value of `og:locale`.
    let openGraphLocale: String?
    /// What Slack shows before the minutes and the reviewers of an article.
    let readingTime: String
    let reviewer: String
    let strings: MessageCatalogue
    let summaries = SummaryValues()
    private let templates: Templates
    private let known: [String: [Value?]]
    /// The theme's templates for pages of this language, each made when it is first asked for.
    private let ready = Mutex<[Templates.Entry: ReadyTemplate]>([:])
    /// How days are written; empty where the theme does not say.
    private let datePattern: [DatePart]
    /// January first.
    private let months: [String]

    private enum DatePart: Sendable { case text(String), day, month, year }

    init(_ config: SiteConfig, _ theme: Theme, _ language: String, knowing known: [String: [Value?]]) {
        style = .reading(config, theme.sources, language)
        var answerStyle = style
        answerStyle.headingShift = 1
        self.answerStyle = answerStyle
        direction = isRightToLeft(language) ? "rtl" : "ltr"
        openGraphLocale = SiteRendering.openGraphLocale(language)
        readingTime = theme.sources.word("readingTime", in: language)
        reviewer = theme.sources.word("reviewer", in: language)
        strings = theme.strings(language)
        templates = theme.templates
        self.known = known
        datePattern = Wording.parts(of: theme.sources.word("dateFormat", in: language))
        months = (1...12).map { theme.sources.word("month\($0)", in: language) }
    }

    func template(_ entry: Templates.Entry) -> ReadyTemplate {
        ready.withLock { ready in
            if let known = ready[entry] { return known }
            let template = templates.ready(entry, strings, knowing: known)
            ready[entry] = template
            return template
        }
    }

    /// A day in the words of the language; ISO 8601 where it has none.
    func text(of day: Day) -> String {
        guard !datePattern.isEmpty else { return day.description }
        var text = ""
        for part in datePattern {
            switch part {
            case .text(let words): text += words
            case .day: text += String(day.day)
            case .month: text += months[day.month - 1]
            case .year: text += String(day.year)
            }
        }
        return text
    }

    private static func parts(of pattern: String) -> [DatePart] {
        var parts: [DatePart] = []
        var rest = pattern[...]
        let blanks: [(String, DatePart)] = [("{day}", .day), ("{month}", .month), ("{year}", .year)]
        while !rest.isEmpty {
            if let blank = blanks.first(where: { rest.hasPrefix($0.0) }) {
                parts.append(blank.1)
                rest = rest.dropFirst(blank.0.count)
            } else {
                let end = rest.dropFirst().firstIndex(of: "{") ?? rest.endIndex
                parts.append(.text(String(rest[..<end])))
                rest = rest[end...]
            }
        }
        return parts
    }
}

/// The values of articles in lists, in one language; made when they are first asked for, from any thread.
final class SummaryValues: Sendable {
    /// By the identity of the summary, which is kept with them so that no other can take it.
    private let known = Mutex<[ObjectIdentifier: (summary: ArticleSummary, fields: [Value])]>([:])

    func fields(of summary: ArticleSummary, otherwise make: () -> [Value]) -> [Value] {
        let identity = summary.identity
        if let fields = known.withLock({ $0[identity]?.fields }) { return fields }
        let fields = make()
        known.withLock { $0[identity] = (summary, fields) }
        return fields
    }
}
