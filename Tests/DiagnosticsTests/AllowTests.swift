import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

@Suite struct AllowTests {
    @Test(arguments: [
        InMemorySite {
            config()
            article("a", "#### One\n", with: "allow: [heading-order]")
        },
        InMemorySite {
            config()
            article("a", "![B](https://example.org/b.png)\n", with: "allow: remote-image")
        },
        InMemorySite {
            config()
            articleFolder("a", with: "allow: question-without-id")
            file("content/articles/a/faq.md", "## Why?\n\nBecause.\n")
        },
        InMemorySite {
            config()
            file("content/faqs/t.md", "---\ntitle: T\nallow: [heading-order]\n---\n\n## Why? {#why}\n\n#### Because.\n")
        },
    ])
    func aPageSilencesItsWarnings(_ site: InMemorySite) async {
        let build = await site.build()
        #expect(build.findings.isEmpty, "\(build.terminalText)")
        #expect(!build.outcome.value.files.isEmpty)
    }

    @Test func aPageSilencesNoOther() async {
        let site = InMemorySite {
            config()
            article("a", "#### One\n", with: "allow: [heading-order]")
            article("b", "1️⃣#### One\n")
        }
        let build = await site.build()
        #expect(build.findings.map(\.place) == [site.place(of: 1)])
    }

    @Test func strictBuildsTreatWarningsAsErrors() async {
        let site = InMemorySite {
            config()
            article("a", "#### One\n")
        }
        let build = await site.build { $0.isStrict = true }
        #expect(build.outcome.value.files.isEmpty)
    }
}
