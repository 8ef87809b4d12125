import Foundation
import SiteModel
import SiteTestSupport
import Testing

/// The examples of `martlet explain` are what they say: the wrong one raises the code, the right one raises nothing.
@Suite struct ExplanationTests {
    @Test(arguments: DiagnosticCode.allCases) func everyCodeIsExplained(_ code: DiagnosticCode) {
        let explanation = code.explanation
        for text in [explanation.summary, explanation.advice, explanation.wrong, explanation.right] {
            #expect(!text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
        }
        #expect(!explanation.summary.contains("\n") && !explanation.summary.hasSuffix("."))
        #expect(explanation.advice.hasSuffix("."))
        #expect(explanation.wrong != explanation.right)
    }

    @Test(arguments: DiagnosticCode.allCases) func wrongExamplesRaiseTheirCodeAndRightOnesNothing(_ code: DiagnosticCode) async {
        guard let frame = Frame(code) else { return }
        if code.origin == .check { return await expectAdvice(frame, code) }
        let wrong = await site(frame, code.explanation.wrong, right: code.explanation.right).build()
        #expect(wrong.diagnostics.map(\.code).contains(code), "\(wrong.terminalText)")
        #expect(Set(wrong.diagnostics.map(\.code)).count == 1, "\(wrong.terminalText)")
        let right = await site(frame, code.explanation.right, right: code.explanation.right).build()
        #expect(right.findings.isEmpty, "\(right.terminalText)")
    }

    /// Of suggestions, others may stand beside the one that the example is about.
    private func expectAdvice(_ frame: Frame, _ code: DiagnosticCode) async {
        let wrong = await site(frame, code.explanation.wrong, right: code.explanation.right).check()
        #expect(wrong.diagnostics.contains { $0.code == code && isExample($0) }, "\(wrong.terminalText)")
        #expect(wrong.diagnostics.allSatisfy { $0.code.origin == .check }, "\(wrong.terminalText)")
        let right = await site(frame, code.explanation.right, right: code.explanation.right).check()
        #expect(!right.diagnostics.contains { $0.code == code && isExample($0) }, "\(right.terminalText)")
        #expect(right.diagnostics.allSatisfy { $0.code.origin == .check }, "\(right.terminalText)")
    }

    /// In the example itself, or in the topic that it is about.
    private func isExample(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.location.path.hasPrefix("content/articles/b") || [.orphanQuestion, .similarQuestion].contains(diagnostic.code)
    }

    /// Examples that describe a file, since they could not be shown.
    @Test(arguments: described) func describedExamplesAreWhatTheySay(_ example: DescribedExample) async {
        #expect(await example.wrong.build().diagnostics.map(\.code) == [example.code])
        #expect(await example.right.build().findings.isEmpty)
    }

    struct DescribedExample: Sendable, CustomTestStringConvertible {
        let code: DiagnosticCode
        let wrong: InMemorySite
        let right: InMemorySite

        var testDescription: String { code.rawValue }
    }

    static let described = [
        example(.notUTF8, "Caf".utf8 + [0xE9, 0x0A], "Café\n".utf8),
        example(.controlCharacter, "It\u{92}s\n".utf8, "It’s, it's\n".utf8),
        example(.fileTooLarge, String(repeating: "word ", count: 209_716).utf8, "word\n".utf8),
        example(.nestedTooDeep, (String(repeating: ">", count: 101) + " x\n").utf8, "> x\n".utf8),
        example(.tooComplex, wide(1001).utf8, wide(10).utf8),
        DescribedExample(
            code: .missingConfig, wrong: InMemorySite { article("a") },
            right: InMemorySite {
                config()
                article("a")
            }),
    ]

    private static func example(
        _ code: DiagnosticCode, _ wrong: some Sequence<UInt8>, _ right: some Sequence<UInt8>
    ) -> DescribedExample {
        func site(_ text: some Sequence<UInt8>) -> InMemorySite {
            InMemorySite {
                config()
                file("content/articles/a.md", bytes: Array("---\ntitle: A\ndate: 2026-09-01\n---\n".utf8) + text)
            }
        }
        return DescribedExample(code: code, wrong: site(wrong), right: site(right))
    }

    private static func wide(_ columns: Int) -> String {
        ["a", "-", "b"].map { "|" + String(repeating: "\($0)|", count: columns) + "\n" }.joined()
    }

    @Test func theGuideIsUpToDate() throws {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../docs/diagnostics.md")
        #expect(
            try String(contentsOf: url, encoding: .utf8) == diagnosticsGuide(), "run 'make docs', or 'martlet explain --markdown'"
        )
    }

    /// Where an example stands.
    private enum Frame {
        case frontMatter, medical, person, reviewer, article, text, questions, config, template, path

        /// Nil for examples that are words about a file.
        init?(_ code: DiagnosticCode) {
            switch code {
            case .notUTF8, .controlCharacter, .fileTooLarge, .refusedFile, .missingConfig, .nestedTooDeep, .tooComplex,
                .foreignOutput, .deadLink, .movedLink, .unansweredLink:
                return nil
            case .misplacedFile, .themeFile: self = .path
            case .missingFrontMatter, .unclosedFrontMatter, .missingKey: self = .article
            case .similarQuestion: self = .questions
            case .longSentences, .readingLevel: self = .text
            case .textBeforeQuestion, .missingAnswer, .footnoteInAnswer, .questionWithoutID, .duplicateQuestion: self = .questions
            case .missingAuthor, .missingReview, .ownReview, .missingReferences, .missingDisclaimer: self = .medical
            case .personName: self = .person
            case .missingCredentials: self = .reviewer
            case .badPhone, .badValue, .insecureSite, .unknownTimeZone, .unknownTheme, .badIcon, .smallLogo: self = .config
            case .templateSyntax, .templateName, .templateFilter, .templateInclude, .templateCycle, .templateType, .templateValue:
                self = .template
            case .unknownAlert, .badAttributes, .rawHTML, .unsafeHTML, .unclosedContainer, .unclosedCode, .undefinedReference,
                .unknownContainer,
                .extraTitle, .emptyHeading, .headlessTable, .missingAlt, .poorAlt, .emptyLink, .vagueLink,
                .inaccessibleHTML, .careCard,
                .headingOrder, .duplicateID, .brokenLink, .brokenAnchor, .missingImage, .unpublishedLink, .unsafeLink,
                .remoteImage, .badImage, .misnamedImage:
                self = .text
            default: self = .frontMatter
            }
        }
    }

    /// What a medical article needs, but for the keys that examples are about.
    private var medicalLines: [String] {
        [
            "title: B", "date: 2026-09-01", "medical: true", "authors: [b-singh]", "reviewedBy: [a-rao]",
            "lastReviewed: 2026-09-01",
            "references: [{title: A book}]", "disclaimer: No substitute for advice",
        ]
    }

    /// An article with the lines whose keys its example does not have, nor the right one.
    private func frontMatter(_ lines: [String], _ example: String, right: String) -> String {
        let keys = Set((example + "\n" + right).split(separator: "\n").map { $0.prefix { $0 != ":" } })
        let kept = lines.filter { !keys.contains($0.prefix { $0 != ":" }) }
        return "---\n\(kept.joined(separator: "\n"))\n\(example)\n---\nText.\n"
    }

    /// A site with everything that examples speak of, and one example.
    private func site(_ frame: Frame, _ example: String, right: String) -> InMemorySite {
        InMemorySite {
            config(
                "contact: {chat: {label: Chat, phone: \"+441234567890\"}}\n"
                    + (example.contains("kbd") || example.contains("Ctrl") ? "markdown: {html: error}\n" : ""))
            article("a")
            article("draft", with: "draft: true")
            if example.contains("translationKey: sleep") || right.contains("translationKey: sleep") {
                article("c", with: "translationKey: sleep")
            }
            file("content/people/ann-lee.md", "---\nname: Ann Lee\n---\n")
            file("content/people/a-rao.md", "---\nname: A. Rao\ncredentials: MD\n---\n")
            file("content/people/b-singh.md", "---\nname: B. Singh\ncredentials: MD\n---\n")
            file("content/people/editorial-team.md", "---\nname: Editorial team\n---\n")
            file("content/faqs/sleep.md", "---\ntitle: Sleep\n---\n\n## How much? {#how-much}\n\nEnough.\n")
            if example.contains("much sleep") {
                file("content/faqs/rest.md", "---\ntitle: Rest\n---\n\n## How much sleep do you need? {#need}\n\nEnough.\n")
            }
            file("content/static/logo.png", bytes: pngImage(width: 40, height: 40))
            file("content/static/bed.jpg", bytes: pngImage(width: 40, height: 40))
            file("content/static/bed.png", bytes: pngImage(width: 40, height: 40))
            file("content/static/share.png", bytes: pngImage(width: 1200, height: 630))
            file("content/static/small.png", bytes: pngImage(width: 600, height: 315))
            file("content/static/square.png", bytes: pngImage(width: 1200, height: 1200))
            file("content/static/letter.pdf", "%PDF-1.7")
            switch frame {
            case .frontMatter: file("content/articles/b.md", frontMatter(["title: B", "date: 2026-09-01"], example, right: ""))
            case .medical: file("content/articles/b.md", frontMatter(medicalLines, example, right: right))
            case .person: file("content/people/a-rao.md", "---\n\(example)\n---\n")
            case .reviewer:
                file("content/people/a-rao.md", "---\n\(example)\n---\n")
                file("content/articles/b.md", frontMatter(medicalLines, "", right: ""))
            case .article: file("content/articles/b.md", example + "\n")
            // Long enough to be measured.
            case .text where example.contains("night."): article("b", String(repeating: example + "\n\n", count: 12))
            case .text: article("b", example + "\n")
            case .config where example.hasPrefix("baseURL"): file("content/site.yml", "title: Test\n\(example)\n")
            case .config: config(example + "\n")
            case .path: file(example, example.hasSuffix(".md") ? "---\ntitle: A page\n---\n" : "x")
            case .questions:
                articleFolder("b")
                file("content/articles/b/faq.md", example + "\n")
            case .template:
                file("themes/plain/templates/page.html", example)
                file("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
            }
        }
    }
}
