package import SiteModel

/// Writes a small site that shows every kind of page and builds without a message. Gives back how many files it has.
package func makeSite(at path: String, on day: Day) throws(PublishError) -> Int {
    let present = (try? DiskFileSystem(root: path).entries(of: "")) ?? []
    guard present.isEmpty else { throw .refused("\(path) is not empty; choose another folder") }
    var folder = try OutputFolder(root: path)
    let files = starterSite(on: day)
    for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
    return files.count
}

private func starterSite(on day: Day) -> [(String, String)] {
    [
        (".gitignore", "/output/\n/.martlet/\n"),
        (
            "content/site.yml",
            """
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
        ),
        ("content/_index.md", "---\ntitle: My answers\n---\n\nPlain answers to the questions that people ask.\n"),
        (
            "content/articles/how-to-write-an-answer/index.md",
            """
            ---
            title: How to write an answer
            description: What a good answer has, from its first sentence to its last.
            date: \(day)
            authors: [editor]
            tags: [writing]
            ---

            Say the answer first. Whoever needs more reads on.

            ## What does the reader want to know?

            Write the question down in the reader's words, and answer it in one sentence.

            ## What does the reader need to do?

            - One step on each line.
            - The first step first.

            ## Where does it come from?

            Name your sources. See also [who writes here](../../people/editor.md).

            """
        ),
        (
            "content/articles/how-to-write-an-answer/faq.md",
            """
            ## How long may an answer be? {#how-long}

            As long as it has to be, and no longer. Most answers fit into five sentences.

            ## Who checks an answer? {#who-checks}

            Somebody who did not write it.

            """
        ),
        (
            "content/articles/how-to-write-an-answer/share.md",
            "---\ntitle: How to write an answer\nhashtags: [Writing]\n---\nSay the answer first: how to write for readers in a hurry.\n"
        ),
        (
            "content/faqs/this-site.md",
            """
            ---
            title: About this site
            description: How this site works.
            ---

            ## Who writes here? {#who-writes}

            [The editors](../people/editor.md) do.

            """
        ),
        ("content/people/editor.md", "---\nname: The editors\njobTitle: Editorial team\n---\n\nWe read every answer twice.\n"),
        (
            "content/pages/about.md",
            "---\ntitle: About\ndescription: Who we are and how to reach us.\n---\n\nWe answer questions. Ours are on [the page of all questions](/faqs/).\n"
        ),
    ]
}
