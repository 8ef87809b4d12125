import SiteModel
import Templates

/// The fields of a record, in the order of `PageModel`, put where they stay: lists joined with others would each be made and thrown away.
struct RecordFields {
    private var values: [Value] = []

    init(capacity: Int) { values.reserveCapacity(capacity) }

    mutating func add(_ value: consuming Value) { values.append(value) }

    var record: Value { .record(values) }
}

/// The small records that many pages share.
extension PageValues {
    /// What becomes of each element.
    @inline(__always)
    func list<Element>(_ elements: [Element], _ value: (Element) -> Value) -> Value {
        .list(elements.map(value))
    }

    /// What lists show of an article. It is on several pages, and the same on all of one language.
    func summary(_ summary: ArticleSummary) -> Value { .record(wording.summaries.fields(of: summary) { fresh(summary) }) }

    /// Those of its fields that the article's own page shows too.
    func summaryFields(_ summary: ArticleSummary) -> (published: Value, authors: Value, terms: Value) {
        // As `fresh` has them.
        let fields = wording.summaries.fields(of: summary) { fresh(summary) }
        return (fields[3], fields[5], fields[6])
    }

    private func fresh(_ summary: ArticleSummary) -> [Value] {
        [
            .string(summary.title), .string(config.baseURL.href(summary.permalink)), optional(summary.description),
            date(summary.published), .int(summary.minutes), list(summary.authors, person), list(summary.terms, link),
            summary.image.map(image) ?? .none,
        ]
    }

    func link(_ link: PageLink) -> Value { .record([.string(link.title), .string(config.baseURL.href(link.permalink))]) }

    func person(_ person: PersonLink) -> Value {
        .record([.string(person.fullName), .string(config.baseURL.href(person.permalink)), optional(person.jobTitle)])
    }

    func image(_ image: PublishedImage) -> Value {
        .record(
            [
                .string(image.source), .string(image.absolute), .string(image.alternative), optional(image.credit),
            ] + measures(image.size))
    }

    /// Width and height.
    func measures(_ size: ImageSize?) -> [Value] {
        [size.map { .int($0.width) } ?? .none, size.map { .int($0.height) } ?? .none]
    }

    func contact(_ contact: Shared<ContactRecord>) -> Value {
        let message = contact.message.map { "?text=" + percentEncodedValue($0) } ?? ""
        return .record([
            .string(contact.label), optional(contact.text), optional(contact.language),
            optional(contact.language.map(nameOfLanguage)),
            optional(contact.url.map { href($0.value) }), optional(contact.phone), optional(contact.phone.map { "tel:" + $0 }),
            optional(contact.whatsapp.map { "https://wa.me/" + $0 + message }),
        ])
    }

    func topic(_ topic: TopicLink) -> Value {
        .record([
            .string(topic.link.title), .string(config.baseURL.href(topic.link.permalink)), optional(topic.description),
            .int(topic.count),
        ])
    }

    func term(_ term: TermLink) -> Value {
        .record([.string(term.link.title), .string(config.baseURL.href(term.link.permalink)), .int(term.count)])
    }

    func group(_ group: QuestionGroup) -> Value {
        let address = config.baseURL.href(group.link.permalink)
        return .record([
            .string(group.link.title), .string(address),
            list(group.questions) { .record([.string($0.text), .string(fragmentAddress(address, $0.id))]) },
        ])
    }

    func pagination(_ pagination: Pagination) -> Value {
        let (own, count) = (pagination.number, pagination.count)
        func address(_ number: Int) -> String? {
            (1...count).contains(number) ? config.baseURL.href(pagination.address(of: number)) : nil
        }
        // A long list has thousands of pages, and each of them shows these.
        let near = max(2, own - 3)..<max(2, min(count, own + 4))
        let shown = [1] + near + (count > 1 ? [count] : [])
        let numbers = shown.map { number in
            Value.record([.int(number), .string(address(number) ?? ""), .bool(number == own)])
        }
        return .record([.int(own), .int(count), optional(address(own - 1)), optional(address(own + 1)), .list(numbers)])
    }

    func date(_ instant: Instant?) -> Value {
        guard let instant else { return .none }
        return .record([.string(instant.rfc3339), .string(wording.text(of: instant.day))])
    }

    func day(_ day: Day?) -> Value {
        guard let day else { return .none }
        return .record([.string(day.description), .string(wording.text(of: day))])
    }

    func contents(of text: LinkedMarkup) -> Value { contents(text.outline, text.markup.headings, text) }

    private func contents(_ outline: [OutlineEntry], _ headings: [Heading], _ text: LinkedMarkup) -> Value {
        list(outline) { entry in
            .record([
                .html(inlineHTML(headings[entry.heading].content.withoutLinks, text)), .string(fragmentAddress("", entry.id)),
                contents(entry.children, headings, text),
            ])
        }
    }

    func free(_ data: FreeData) -> Value {
        switch data {
        case .none: .none
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .string(let value): .string(value)
        case .list(let items): .list(items.map(free))
        case .object(let entries): .object(entries.map { ($0.key, free($0.value)) })
        }
    }
}

/// The address of a place on a page, made as one text: pages have dozens.
func fragmentAddress(_ page: String, _ id: String) -> String {
    page.withBytes { page in
        id.withBytes { id in
            String(unsafeUninitializedCapacity: page.count + 1 + id.count) { bytes in
                var end = bytes.initialize(fromContentsOf: page)
                bytes.initializeElement(at: end, to: 0x23)
                end = bytes[(end + 1)...].initialize(fromContentsOf: id)
                return end
            }
        }
    }
}

/// Languages whose script runs from right to left.
func isRightToLeft(_ language: String) -> Bool {
    ["ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].contains(String(language.prefix { $0 != "-" }))
}
