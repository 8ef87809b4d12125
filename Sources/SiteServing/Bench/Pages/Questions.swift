internal import SiteModel
internal import SitePipeline

extension BenchPage {
    /// Every question of the site, and where each is shown.
    var questionsView: HTML {
        let wanted = query["q"]?.lowercased() ?? ""
        let all = QuestionUses(site).questions
        let found = all.filter {
            wanted.isEmpty || $0.faq.plainQuestion.lowercased().contains(wanted) || $0.home.title.lowercased().contains(wanted)
        }
        let shown = found.prefix(Self.most)
        let rest = found.count - shown.count
        let more: HTML = rest > 0 ? "<p class=\"quiet\">And \(rest) more; look for words of the question.</p>\n" : ""
        let content: HTML = """
            <h1>Questions</h1>
            <p>A question is written once. Before you change it, look who quotes it.</p>
            <form class="filter" action="\(ownFolder)questions" method="get" role="search" aria-label="Questions">
            <p><label for="q">Words of the question or its topic</label> <input id="q" name="q" type="search" value="\(query["q"] ?? "")"></p>
            <p><button type="submit">Show</button></p>
            </form>
            <p class="result">\(counted(found.count, "question"))</p>
            \(table(of: Array(shown)))\(more)
            """
        return frame("Questions", in: .questions, content)
    }

    /// Questions that are listed at once.
    private static let most = 500

    /// Questions with where they are answered and who quotes them; `permalink` is the page that they are listed for.
    func table(of questions: [QuestionUses.Question], on permalink: Permalink? = nil) -> HTML {
        .list(questions.map { row($0, on: permalink) }, "questions")
    }

    private func row(_ question: QuestionUses.Question, on permalink: Permalink?) -> HTML {
        let faq = question.faq
        let address = "\(href(faq.home))#\(percentEncodedFragment(faq.id))"
        let former: HTML = faq.aliases.isEmpty ? "" : ", formerly \(faq.aliases.map { id -> HTML in "<code>#\(id)</code> " })"
        let home: HTML = faq.home == permalink ? "this page" : link(to: question.home)
        let quoting = question.quoting.map { page -> HTML in page.permalink == permalink ? "this page" : link(to: page) }
        return """
            <p class="name"><a href="\(address)">\(HTML.words(faq.plainQuestion))</a></p>
            <dl class="facts">
            <dt>Id</dt><dd><code>#\(faq.id)</code>\(former)</dd>
            <dt>Answered on</dt><dd>\(home), <span class="file">\(source(faq.source))</span></dd>
            <dt>Quoted by</dt><dd>\(quoting.isEmpty ? "no article" : HTML.list(quoting))</dd>
            </dl>

            """
    }
}
