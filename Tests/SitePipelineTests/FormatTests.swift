import Foundation
import SiteModel
import SitePipeline
import SiteTestSupport
import Testing

/// Messages in the forms for programs. Whether JSON and SARIF keep to their schemas, the judges say (`Tests/judges/test_reports.py`).
@Suite struct FormatTests {
    private static let text = "\u{FEFF}---\r\ntitle: \"👩‍👩‍👧 é שלום\" # ✓\r\ntag: [a]\r\n---\r\n"

    private func report(_ diagnostics: [Diagnostic], root: String = ".", refused: Bool = true) -> Report {
        Report(diagnostics, command: "build", root: root, isRefused: refused) { path in
            path == "content/a.md" ? Array(Self.text.utf8) : nil
        }
    }

    private func place(of word: String) throws -> SiteModel.SourceLocation {
        let bytes = Array(Self.text.utf8)
        let wanted = Array(word.utf8)
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: wanted) })
        return SiteModel.SourceLocation("content/a.md", SourceRange(start, start + wanted.count))
    }

    @Test func jsonHasPlacesAsPeopleCountAndInBytes() throws {
        let place = try place(of: "✓")
        let message = Diagnostic(.badValue, "it's \"bad\"", at: place, help: "write 'x'", fix: Fix("✓", with: "x", in: place))
        let json = try parsed(report([message]).text(as: .json, isColoured: false))
        #expect(json["version"] as? Int == 1)
        #expect(json["refused"] as? Bool == true)
        let first = try #require((json["diagnostics"] as? [[String: Any]])?.first)
        #expect(first["code"] as? String == "bad-value")
        #expect(first["message"] as? String == "it's \"bad\"")
        let start = try #require((first["location"] as? [String: Any])?["start"] as? [String: Int])
        // Line 2: the emoji is one character, and so is 'é'. The byte order mark is no column of line 1.
        #expect(start == ["line": 2, "column": 21, "offset": place.range.lower])
        let fix = try #require(first["fix"] as? [String: Any])
        #expect(fix["replacement"] as? String == "x")
        let summary = try #require(json["summary"] as? [String: Any])
        #expect(summary["errors"] as? Int == 1)
    }

    @Test func theFirstLineOfAFileWithAMarkBeginsAtOne() throws {
        let message = Diagnostic(.badValue, "bad", at: try place(of: "---"))
        let json = try parsed(report([message]).text(as: .json, isColoured: false))
        let first = try #require((json["diagnostics"] as? [[String: Any]])?.first)
        let location = try #require(first["location"] as? [String: Any])
        #expect(location["start"] as? [String: Int] == ["line": 1, "column": 1, "offset": 3])
        #expect(location["end"] as? [String: Int] == ["line": 1, "column": 4, "offset": 6])
    }

    /// What GitHub's toolkit escapes: `%`, CR and LF everywhere, `:` and `,` in properties besides.
    @Test func gitHubReadsBackEveryCharacter() throws {
        let message = Diagnostic(
            .badValue, "50 % of: a, b\r\nc", at: try place(of: "tag"), help: "write 'tags'",
            notes: [.init("the first one", at: try place(of: "title"))])
        #expect(
            report([message], root: "./a,b:c%/").text(as: .github, isColoured: false)
                == "::error file=a%2Cb%3Ac%25/content/a.md,line=3,endLine=3,col=1,endColumn=3,title=bad-value::"
                + "50 %25 of: a, b%0D%0Ac%0Anote: the first one: a,b:c%25/content/a.md:2:1%0Ahelp: write 'tags'\n")
    }

    @Test func gitHubGetsNoColumnsForSeveralLines() throws {
        let range = SourceRange(try place(of: "title").range.lower, try place(of: "tag").range.upper)
        let note = Diagnostic(.longTitle, "long", at: SiteModel.SourceLocation("content/a.md", range))
        #expect(
            report([note]).text(as: .github, isColoured: false)
                == "::notice file=content/a.md,line=2,endLine=3,title=long-title::long\n")
    }

    /// A reader that shows ten should show what helps most.
    @Test func gitHubGetsTheMostUsefulFirst() throws {
        let place = try place(of: "tag")
        let messages = [
            Diagnostic(.longTitle, "a", at: place), Diagnostic(.brokenLink, "b", at: place),
            Diagnostic(.textLength, "c", at: place),
            Diagnostic(.yamlSyntax, "d", at: place),
        ]
        let lines = report(messages).text(as: .github, isColoured: false).split(separator: "\n")
        #expect(lines.map { $0.last } == ["d", "b", "c", "a"])
    }

    @Test func sarifCountsCodePoints() throws {
        let place = try place(of: "✓")
        let message = Diagnostic(.badValue, "bad", at: place, help: "write 'x'", fix: Fix("✓", with: "x", in: place))
        let json = try parsed(report([message], root: "my site").text(as: .sarif, isColoured: false))
        let run = try #require((json["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        let physical = try #require(((result["locations"] as? [[String: Any]])?.first?["physicalLocation"]) as? [String: Any])
        #expect((physical["artifactLocation"] as? [String: String]) == ["uri": "my%20site/content/a.md"])
        let line = "title: \"👩‍👩‍👧 é שלום\" # "
        let region = try #require(physical["region"] as? [String: Int])
        #expect(region["startColumn"] == line.unicodeScalars.count + 1)
        #expect(region["endColumn"] == line.unicodeScalars.count + 2)
        #expect(region["byteOffset"] == place.range.lower)
        #expect((result["fixes"] as? [Any])?.count == 1)
    }

    @Test func aLongListEndsWithWhereToBegin() throws {
        let place = try place(of: "tag")
        let links = (0..<12).map { Diagnostic(.brokenLink, "no page \($0)", at: place) }
        #expect(report(links).beginning == "")
        let all = [Diagnostic(.textLength, "long", at: place)] + links + [Diagnostic(.yamlSyntax, "bad", at: place)]
        #expect(
            report(all).beginning == """
                begin with
                  1 ×   error[yaml-syntax]    content/a.md:3:1
                  12 ×  error[broken-link]    content/a.md:3:1
                  1 ×   warning[text-length]  content/a.md:3:1

                """)
    }

    private func parsed(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
