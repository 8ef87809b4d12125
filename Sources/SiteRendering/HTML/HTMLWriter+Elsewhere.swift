import SiteModel

/// What differs where a text is read outside of its page (`HTMLStyle.base`): there is no style sheet, and no id to lead to.
extension HTMLWriter {
    /// HTML that the writer did not make.
    mutating func foreign(_ html: String) {
        if let base = style.base {
            output.append(contentsOf: CleanedHTML(Array(html.utf8), base).output.array)
        } else {
            output.append(text: html)
        }
    }

    mutating func alertElsewhere(_ kind: AlertKind, _ blocks: Range<Int>) {
        line("<blockquote>\n")
        if let title = style.words.alertTitles[kind], !title.isEmpty {
            put("<p><strong>")
            output.appendEscaped(title)
            put("</strong></p>\n")
        }
        write(blocks)
        line("</blockquote>\n")
    }

    /// Leads to the footnote on the page, since the one below the text has no id.
    mutating func referenceElsewhere(_ name: String, number: UInt32) {
        put("<sup><a href=\"")
        output.appendHref(style.base?.absolute("#fn-" + name) ?? "")
        put("\">")
        output.append(text: String(number))
        put("</a></sup>")
    }

    mutating func footnoteElsewhere(_ blocks: Range<Int>) {
        if footnoteCount == 0 { line("<hr />\n<ol>\n") }
        footnoteCount += 1
        put("<li>\n")
        write(blocks)
        put("</li>\n")
    }
}
