import SiteModel
import Templates
import Testing

/// `t('key')`, catalogues and plural rules.
@Suite struct MessageTests {
    @Test func rendersMessages() {
        let hindi = MessageCatalogue(
            language: "hi", messages: ["minutesRead": Message(plurals: [.one: "{count} मिनट", .other: "{count} मिनटों"])])
        let cases: [(text: String, expected: String)] = [
            ("{{ t('minutesRead', count=page.minutes) }}", "3 minutes read"),
            ("{{ t('minutesRead', count=1) }}", "1 minute read"),
            ("{{ t('home') }}", "Home &amp; away"),
            ("{{ t('by', name=page.title, site='<x>') }}", "By A &amp; B &lt;on&gt; &lt;x&gt;"),
            ("{{ t('by', name=page.body, site='<x>') }}", "By <p>x</p> &lt;on&gt; &lt;x&gt;"),
            ("{{ t('home')|upper }}|{{ t('by', name=page.body, site=1)|length }}", "HOME &amp; AWAY|24"),
            ("{% set x = t('plain', count=1) %}{{ x }} {{ t('plain', count=0) }}", "one many"),
        ]
        for found in cases { #expect(MarkedTemplates(["main": found.text]).rendered() == found.expected, "\(found.text)") }
        let text = "{{ t('minutesRead', count=1) }} {{ t('home') }}"
        #expect(MarkedTemplates(["main": text]).rendered(strings: hindi) == "1 मिनट Home &amp; away")
    }

    @Test func pointsAtWrongMessages() {
        let cases: [(text: String, message: String)] = [
            ("{{ t(1️⃣'hom') }}", "there is no message 'hom'"),
            ("{{ t(1️⃣'by', name=1) }}", "the message 'by' lacks its argument 'site'"),
            ("{{ t('by', 1️⃣nme=1, name=2, site=3) }}", "'by' has no place '{nme}'"),
            ("{{ t(1️⃣lang) }}", "'t' takes the key of a message in quotes first"),
            ("{{ t('home', 1️⃣lang) }}", "arguments of 't' after the key have a name"),
            ("{{ t('plain', count=1️⃣lang) }}", "a message takes a number here"),
            ("{{ t('by', name=1️⃣page.subtitle, site=1) }}", "'page.subtitle' may be none"),
            ("{{ 1️⃣t }}", "'t' must be called"),
        ]
        for found in cases {
            let templates = MarkedTemplates(["main": found.text])
            let messages = templates.compiled().diagnostics.all
            #expect(messages.count == 1, "\(messages.map(shown))")
            guard let message = messages.first else { continue }
            #expect("\(message.location.path):\(message.location.range.lower)" == templates.mark, "\(found.text)")
            #expect(message.message.hasPrefix(found.message), "\(message.message)")
        }
    }

    @Test func comparesTranslations() {
        let translation = MessageCatalogue(
            language: "hi", messages: ["home": Message("{x}"), "other": Message(""), "by": Message("{name} {site}")])
        let faults = translation.faults(comparedTo: TestSite.english)
        #expect(
            faults == [
                .unknownPlaceholder(key: "home", name: "x"), .unknownKey("other"), .missingKey("minutesRead"),
                .missingKey("plain"),
            ])
    }

    @Test func choosesPluralForms() {
        let cases: [(language: String, numbers: [Int], category: PluralCategory)] = [
            ("en", [1, -1], .one), ("en", [0, 2, 11], .other), ("xx", [1], .one), ("xx", [0], .other), ("en-GB", [1], .one),
            ("hi", [0, 1], .one), ("hi", [2], .other), ("fr", [0, 1], .one), ("fr", [2, 1_000_001], .other),
            ("fr", [1_000_000], .many),
            ("ar", [0], .zero), ("ar", [1], .one), ("ar", [2], .two), ("ar", [3, 10, 103], .few), ("ar", [11, 99, 111], .many),
            ("ar", [100, 102, 200], .other), ("ru", [1, 21, 101], .one), ("ru", [2, 24, 103], .few),
            ("ru", [0, 5, 11, 12, 14, 111], .many),
            ("pl", [1], .one), ("pl", [2, 22], .few), ("pl", [0, 5, 12, 21, 101], .many), ("ja", [0, 1, 2], .other),
            ("zh-Hans", [1], .other),
            ("cs", [1], .one), ("cs", [2, 4], .few), ("cs", [0, 5, 22], .other), ("es", [0, 2], .other), ("he", [2], .two),
        ]
        for found in cases {
            for number in found.numbers {
                #expect(
                    PluralRule(language: found.language).category(of: number) == found.category, "\(found.language) \(number)")
            }
        }
    }
}
