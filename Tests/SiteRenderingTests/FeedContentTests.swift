import SiteModel
import SiteRendering
import SiteTestSupport
import Testing

/// What of an article stands in feeds.
@Suite struct FeedContentTests {
    private func content(_ text: String, with frontMatter: String = "", @InMemorySite.Files _ files: () -> [MarkedFile] = { [] })
        async throws -> String
    {
        let more = files()
        let build = await InMemorySite {
            config()
            articleFolder("a", text, with: frontMatter)
            more
        }.build()
        #expect(!build.diagnostics.contains { $0.severity == .error }, "\(build.terminalText)")
        return try #require(
            try items(build, "feed.json").first { $0["url"] as? String == "https://www.example.org/articles/a/" }?["content_html"]
                as? String)
    }

    @Test func everyAddressHasSchemeAndHost() async throws {
        let html = try await content(
            """
            [a](../b.md) [b](#part) [c](/faqs/t/#q) [d](https://example.com/x?a=b&c=d#e) [e](mailto:a@example.org) [f](<../b.md#é>)

            ![g](p.png)

            ## Part {#part}

            Note.[^1] <a href="../b/">h</a> <img src='p.png' srcset="p.png 1x, /q.png 2x" alt="">

            [^1]: The [note](#part).
            """, with: "image: {src: p.png, alt: P}\nreferences: [{title: R, url: /articles/b/}]\nfaqs: [t#q]"
        ) {
            article("b", "## É {#é}\n")
            file("content/articles/a/p.png", bytes: pngImage(width: 30, height: 20))
            file("content/articles/a/faq.md", "## Own? {#own}\n\nSee [above](#part), [below](#own).\n")
            file("content/faqs/t.md", "---\ntitle: T\n---\n\n## Why? {#q}\n\nSee [here](#q).\n")
        }
        let page = "https://www.example.org/articles/a/"
        let expected = [
            page + "p.png", "https://www.example.org/articles/b/", page + "#part", "https://www.example.org/faqs/t/#q",
            "https://example.com/x?a=b&amp;c=d#e", "mailto:a@example.org", "https://www.example.org/articles/b/#%C3%A9",
            page + "p.png",
            page + "#fn-1", "https://www.example.org/articles/b/", page + "p.png",
            page + "p.png 1x, https://www.example.org/q.png 2x",
            page + "#part", page + "#part", page + "#own", "https://www.example.org/faqs/t/#q",
            "https://www.example.org/articles/b/",
        ]
        #expect(Set(addresses(in: html)) == Set(expected))
        #expect(addresses(in: html).count == expected.count)
    }

    @Test func questionsAreHeadingsWithTheirAnswers() async throws {
        let html = try await content("Text.\n") {
            file("content/articles/a/faq.md", "## Is it *so*? {#so aka=old}\n\nYes.\n\n## And now? {#now}\n\n1. No\n2. Wait\n")
        }
        let expected =
            "<p>Text.</p>\n<h2>FAQs</h2>\n<h3>Is it <em>so</em>?</h3>\n<p>Yes.</p>\n<h3>And now?</h3>\n"
            + "<ol>\n<li>No</li>\n<li>Wait</li>\n</ol>\n"
        #expect(html == expected)
    }

    @Test func aDrawingThatEndsAtOnceTakesNothingAlong() async throws {
        let html = try await content("<div><svg viewBox=\"0 0 9 9\"/><p>Kept.</p><svg><svg/></svg><p>Too.</p></div>\n")
        #expect(html == "<div><p>Kept.</p><p>Too.</p></div>\n")
    }

    @Test func whatNeedsAPageOrItsStyleSheetIsWrittenWithoutThem() async throws {
        let html = try await content(
            """
            ## Title {#t .wide aka=u}

            > [!TIP]
            > Drink.

            - [x] done
            - [ ] open

            | a | b |
            |--:|---|
            | 1 | 2 |

            ```swift
            let a
            ```

            Note.[^n] Again.[^n]

            :::care {level=urgent}
            Call.
            :::

            [^n]: A *note*.
            """
        ) { file("themes/plain/strings/en.yml", "alertTip: Tip\n") }
        let page = "https://www.example.org/articles/a/"
        let expected = """
            <h2>Title</h2>
            <blockquote>
            <p><strong>Tip</strong></p>
            <p>Drink.</p>
            </blockquote>
            <ul>
            <li>☑ done</li>
            <li>☐ open</li>
            </ul>
            <table>
            <thead>
            <tr>
            <th align="right">a</th>
            <th>b</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td align="right">1</td>
            <td>2</td>
            </tr>
            </tbody>
            </table>
            <pre><code>let a
            </code></pre>
            <p>Note.<sup><a href="\(page)#fn-n">1</a></sup> Again.<sup><a href="\(page)#fn-n">1</a></sup></p>
            <div><p>Call.</p>
            </div>
            <hr />
            <ol>
            <li>
            <p>A <em>note</em>.</p>
            </li>
            </ol>

            """
        #expect(html == expected)
    }

    @Test(arguments: [
        ("<p id=a class='b' style=\"c\" data-d e lang=fr>x</p>", "<p lang=\"fr\">x</p>"),
        ("<details class=a><summary id=b>S</summary>T</details>", "<details open><summary>S</summary>T</details>"),
        ("<details open>T</details>", "<details open>T</details>"),
        ("a<!-- b --><b>c</b>", "a<b>c</b>"),
        ("<div><button type=button>Go</button><input><label for=x>L</label></div>", "<div>GoL</div>"),
        ("<div><svg viewBox=\"0 0 1 1\"><svg></svg><path d=\"M0\"/></svg>x</div>", "<div>x</div>"),
        (
            "<div><a href=b?c=d&amp;e=f>g</a></div>",
            "<div><a href=\"https://www.example.org/articles/a/b?c=d&amp;e=f\">g</a></div>"
        ),
        ("<div><A HREF='//x.example/'>g</A></div>", "<div><a href=\"https://x.example/\">g</a></div>"),
        (
            "<div><img src='p.png' alt='a \"b\"' width=3></div>",
            "<div><img src=\"https://www.example.org/articles/a/p.png\" alt=\"a &quot;b&quot;\" width=\"3\"></div>"
        ),
        ("<div>1 < 2 <3 & </div>", "<div>1 &lt; 2 &lt;3 & </div>"),
        ("<div>a<b\nx", "<div>a"),
        ("<div>a<br/>b</div>", "<div>a<br />b</div>"),
        ("<div><select><option>a</option></select>b</div>", "<div>b</div>"),
        (
            "<div><span title=\"&#39;&eacute;&#x22;\u{301}\">a</span></div>",
            "<div><span title=\"'&amp;eacute;&quot;\u{301}\">a</span></div>"
        ),
    ]) func rawHTMLIsCleaned(raw: String, cleaned: String) async throws {
        // Paragraphs stand around what is no block.
        let isBlock = raw.hasPrefix("<p") || raw.hasPrefix("<d")
        let html = try await content(raw + "\n")
        #expect(html == (isBlock ? cleaned + "\n" : "<p>\(cleaned)</p>\n"))
    }

    /// RFC 3986 section 5.4, where a page ends with a slash.
    @Test(arguments: [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/#s"),
        ("g#s", "http://a/b/c/g#s"), ("g?y/../x#s/./x", "http://a/b/c/g?y/../x#s/./x"), (";x", "http://a/b/c/;x"),
        ("", "http://a/b/c/"),
        (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
        ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
        ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("g;x=1/../y", "http://a/b/c/y"),
        ("/\u{301}x/../y", "http://a/y"),
    ]) func referencesAreResolvedAsTheStandardSays(reference: String, address: String) {
        let base = PageBase(Permalink("/c/"), BaseURL(origin: "http://a", path: "/b/"))
        #expect(base.absolute(reference) == address)
    }

    /// The values of every `href`, `src` and `srcset`, escapes kept.
    private func addresses(in html: String) -> [String] {
        var found: [String] = []
        for name in [" href=\"", " src=\"", " srcset=\""] {
            for part in html.split(separator: name, omittingEmptySubsequences: false).dropFirst() {
                found.append(String(part.prefix { $0 != "\"" }))
            }
        }
        return found
    }
}
