internal import SiteModel

/// The files of a new site: an article with its questions and share text, a short one, a topic of the FAQ bank, people, a page, the
/// texts of the home page and of a section.
func starterSite(on day: Day) -> [(path: String, text: String)] {
    [
        (".gitignore", "/output/\n/.martlet/\n"), ("content/site.yml", config),
        ("content/_index.md", "---\ntitle: My answers\n---\n\nPlain answers to the questions that people ask.\n"),
        (
            "content/articles/_index.md",
            "---\ntitle: Articles\ndescription: Everything that we have written.\n---\n\nThe newest come first.\n"
        ),
        ("content/articles/how-to-write-an-answer/index.md", article(on: day)),
        ("content/articles/how-to-write-an-answer/faq.md", questions),
        ("content/articles/how-to-write-an-answer/share.md", share),
        ("content/articles/where-to-begin.md", shortArticle(on: day)), ("content/faqs/this-site.md", topic),
        ("content/people/editor.md", "---\nname: The editors\njobTitle: Editorial team\n---\n\nWe read every answer twice.\n"),
        ("content/people/reader.md", "---\nname: The first reader\njobTitle: Reviewer\n---\n\nI read what I did not write.\n"),
        (
            "content/pages/about.md",
            "---\ntitle: About\ndescription: Who we are and how to reach us.\n---\n\nWe answer questions. "
                + "Ours are on [the page of all questions](/faqs/).\n"
        ),
    ]
}

private let config = """
    title: My answers
    baseURL: https://www.example.org/
    language: en
    timeZone: UTC
    description: Plain answers to the questions that people ask
    menu:
      - {label: Articles, url: /articles/}
      - {label: FAQs, url: /faqs/}
      - {label: About, url: /about/}
    share: {networks: [whatsapp, copy, x, facebook]}
    contact:
      ask-us: {label: Ask us, whatsapp: "911234567890"}
    cta:
      get-help: {title: Still not sure?, text: Ask somebody who knows., label: Get help, url: /about/}
    defaults: {contact: ask-us, cta: get-help}

    """

private func article(on day: Day) -> String {
    """
    ---
    title: How to write an answer
    description: What a good answer has, from its first sentence to its last.
    date: \(day)
    authors: [editor]
    reviewedBy: [reader]
    lastReviewed: \(day)
    tags: [writing]
    faqs: [this-site#who-writes]
    related: [articles/where-to-begin.md]
    ---

    Say the answer first. Whoever needs more reads on.

    ## What does the reader want to know?

    Write the question down in the reader's words, and answer it in one sentence.

    > [!TIP]
    > Read it aloud. What you stumble over, others stumble over too.

    ## What does the reader need to do?

    - One step on each line.
    - The first step first.

    ## Where does it come from?

    Name your sources. See also [who writes here](../../people/editor.md).

    """
}

private let questions = """
    ## How long may an answer be? {#how-long}

    As long as it has to be, and no longer. Most answers fit into five sentences.

    ## Who checks an answer? {#who-checks}

    Somebody who did not write it.

    """

private let share = """
    ---
    title: How to write an answer
    hashtags: [Writing]
    ---
    Say the answer first: how to write for readers in a hurry.

    """

private func shortArticle(on day: Day) -> String {
    """
    ---
    title: Where to begin
    description: The first three things to do with a new site.
    date: \(day)
    authors: [editor]
    tags: [writing]
    share: {text: "Three things to do with a new site."}
    faqs:
      - {question: Do I need to know HTML?, id: no-html, answer: No. Articles are plain text.}
    ---

    1. Write your site's name and address into `content/site.yml`.
    2. Change this text and look at it.
    3. Read [how to write an answer](how-to-write-an-answer/index.md).

    """
}

private let topic = """
    ---
    title: About this site
    description: How this site works.
    ---

    ## Who writes here? {#who-writes}

    [The editors](../people/editor.md) do.

    """
