import Foundation
import SiteRendering
import Testing

@Suite struct JSONTests {
    private func text(_ value: JSONValue, forScript: Bool = false) -> String {
        String(decoding: value.text(forScript: forScript), as: UTF8.self)
    }

    @Test func everyKindOfValueIsWritten() {
        let value = JSONValue.object([
            ("b", .int(-7)), ("a", .array([.bool(true), .bool(false), .null])), ("c", .object([])), ("d", .array([])),
        ])
        #expect(text(value) == #"{"b":-7,"a":[true,false,null],"c":{},"d":[]}"#)
    }

    @Test func peopleGetALineForEachMember() {
        let value = JSONValue.object([("a", .array([.int(1), .int(2)])), ("b", .object([])), ("c", .array([]))])
        let expected = """
            {
              "a": [
                1,
                2
              ],
              "b": {},
              "c": []
            }
            """
        #expect(String(decoding: value.indentedText(), as: UTF8.self) == expected)
    }

    @Test func whatMayNotStandInAStringIsEscaped() {
        #expect(text(.string("\"\\\n\r\t\u{0}\u{1F}\u{8}/")) == #""\"\\\n\r\t\u0000\u001F\u0008/""#)
        #expect(text(.object([("a\"b", .null)])) == #"{"a\"b":null}"#)
    }

    @Test func nothingInAScriptElementEndsIt() {
        let hostile = "</script><!--<script>&amp;\u{2028}\u{2029}"
        let written = text(.object([(hostile, .string(hostile))]), forScript: true)
        #expect(!written.unicodeScalars.contains { "<>&\u{2028}\u{2029}".unicodeScalars.contains($0) })
        #expect(written.contains(#"\u003C/script\u003E\u003C!--\u003Cscript\u003E\u0026amp;\u2028\u2029"#))
        #expect(text(.string(hostile)) == "\"\(hostile)\"")
    }

    /// Foundation reads it, as a judge from outside.
    @Test(arguments: [true, false]) func anotherParserReadsTheSameValue(forScript: Bool) throws {
        let all = String(String.UnicodeScalarView((0...0x3000).compactMap(Unicode.Scalar.init))) + "😀कैंसर"
        let bytes = JSONValue.object([("text", .string(all)), ("list", .array([.int(.max)]))]).text(forScript: forScript)
        let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect((read["text"] as? String)?.unicodeScalars.elementsEqual(all.unicodeScalars) == true)
        #expect((read["list"] as? [Int]) == [.max])
    }
}
