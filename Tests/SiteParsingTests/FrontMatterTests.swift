import SiteModel
import Testing

@testable import SiteParsing

@Suite struct FrontMatterTests {
    /// Each by itself, since what is rare takes memory only where there is something.
    @Test(arguments: [
        ("id: 'tag:example.org,2026:a'", "id tag:example.org,2026:a"), ("expires: 2027-01-01", "expires 2027-01-01"),
        ("slug: b", "slug b"), ("aliases: [/b/]", "aliases /b/"), ("reviewedBy: ann", "reviewedBy ann"),
        ("lastReviewed: 2026-03-01", "lastReviewed 2026-03-01"), ("nextReview: 2026-04-01", "nextReview 2026-04-01"),
        ("image: {src: a.png, alt: A}", "image a.png"), ("share: {via: name}", "share name"), ("cta: c", "cta c"),
        ("contact: c", "contact c"), ("related: [b.md]", "related b.md"), ("references: [{title: T}]", "references T"),
        ("disclaimer: d", "disclaimer d"), ("language: hi", "language hi"), ("translationKey: k", "translationKey k"),
        ("template: t", "template t"), ("extra: {a: 1}", "extra a"), ("allow: [missing-alt]", "allow missing-alt"),
    ])
    func whatIsRareIsKept(line: String, words: String) {
        let outcome = article("\(line)\n")
        #expect(outcome.diagnostics.all.isEmpty)
        #expect(rareWords(of: outcome.value.fields) == [words])
    }

    @Test func nothingIsRareInAnArticleWithItsTitleAndDate() {
        #expect(rareWords(of: article("").value.fields).isEmpty)
    }

    @Test func wordsLoseTheBlanksAroundThem() {
        let fields = article("description: '  two words '\ntags: [' a', b]\n").value.fields
        #expect(fields.description?.value == "two words")
        #expect(fields.terms["tags"]?.map(\.value) == ["a", "b"])
    }

    /// A key is first told by its length and first letter.
    @Test func keysOfOneLengthAndLetterAreToldApart() {
        let outcome = article("toc: true\ntex: 1\n")
        #expect(outcome.value.fields.tableOfContents == true)
        #expect(outcome.diagnostics.all.map(\.code) == [.unknownKey])
    }

    private func article(_ lines: String) -> Outcome<Document> {
        let text = "---\ntitle: A\ndate: 2026-02-01\n\(lines)---\n\nText.\n"
        return SiteParsing.parse(
            SourceFile(path: "content/articles/a.md", role: .article, bytes: Array(text.utf8)), ParseOptions())
    }

    /// Each with its key.
    private func rareWords(of fields: Shared<FrontMatter>) -> [String] {
        let names = [
            ("id", fields.id), ("slug", fields.slug), ("image", fields.image?.source), ("share", fields.share?.via),
            ("cta", fields.callToAction), ("contact", fields.contact), ("disclaimer", fields.disclaimer),
            ("language", fields.language), ("translationKey", fields.translationKey), ("template", fields.template),
        ]
        let lists = [
            ("aliases", fields.aliases), ("reviewedBy", fields.reviewedBy), ("related", fields.related),
            ("allow", fields.allowed),
        ]
        let days = [
            ("expires", fields.expires?.value.day), ("lastReviewed", fields.lastReviewed?.value),
            ("nextReview", fields.nextReview?.value),
        ]
        var words = names.compactMap { name, word in word.map { "\(name) \($0.value)" } }
        words += lists.flatMap { name, list in list.map { "\(name) \($0.value)" } }
        words += days.compactMap { name, day in day.map { "\(name) \($0.description)" } }
        words += fields.references.map { "references \($0.title)" }
        if case .object(let entries) = fields.extra { words += entries.map { "extra \($0.key)" } }
        return words
    }
}
