/// Explanations of messages about the text.
extension Explanation {
    static let unknownAlert = Explanation(
        "An alert of a kind that there is not",
        "The kinds are NOTE, TIP, IMPORTANT, WARNING and CAUTION. The mark stands alone on its line, and the text begins "
            + "on the next.",
        wrong: """
            > [!HINT]
            > Sleep on your side.
            """,
        right: """
            > [!TIP]
            > Sleep on your side.
            """)

    static let badAttributes = Explanation(
        "The braces behind a heading or a block hold something else than they should",
        "Behind a heading stand '#id', '.class' and 'aka=old-id', behind the name of a block 'key=value', set apart by "
            + "blanks.",
        wrong: "## Sleep {#sleep title=Rest}",
        right: "## Sleep {#sleep .wide}")

    static let rawHTML = Explanation(
        "The site allows no HTML in its texts",
        "'markdown: {html: error}' in site.yml says so. Write Markdown, or use one of the theme's blocks (':::name').",
        wrong: "Press <kbd>Ctrl</kbd>.",
        right: "Press **Ctrl**.")

    static let unsafeHTML = Explanation(
        "HTML that brings code or another page's content",
        "Pages run no code of their content: no scripts, no styles, no frames, no event handlers. They would be a danger "
            + "to readers, and browsers would not run them anyway. Code belongs into the theme.",
        wrong: "<button onclick=\"start()\">Start</button>",
        right: "[Start](/articles/a/)")

    static let nestedTooDeep = Explanation(
        "Lists, quotes or emphasis stand in each other more than 100 deep",
        "No reader could follow. Most often a text was pasted with many '>' in front of its lines. Delete the marks that "
            + "are too many.",
        wrong: "a line that begins with 101 times '>'",
        right: "a line that begins with '>'")

    static let tooComplex = Explanation(
        "A part of the text would take the Markdown reader minutes",
        "The reader of Markdown is slow on huge tables and on long runs of brackets or stars. Real texts are far from "
            + "these limits. Split the table or the paragraph.",
        wrong: "a table of 1,001 columns",
        right: "a table for each subject")

    static let unclosedCode = Explanation(
        "Code begins and does not end",
        "Without a closing line of the same marks, everything to the end of the page, or of the list or quote around it, is "
            + "shown as code. Add the line.",
        wrong: """
            ```
            2 tablets a day

            ## What else helps?
            """,
        right: """
            ```
            2 tablets a day
            ```

            ## What else helps?
            """)

    static let undefinedReference = Explanation(
        "A link or footnote has no definition",
        "The page shows its brackets to readers. Add the definition anywhere in the same file, or put a backslash before the "
            + "first bracket if it is no link.",
        wrong: """
            Ask your team[^team] about [the trials][trials].
            """,
        right: """
            Ask your team[^team] about [the trials][trials].

            [^team]: The doctors and nurses who treat you.

            [trials]: https://www.cancer.gov/about-cancer/treatment/clinical-trials
            """)

    static let unclosedContainer = Explanation(
        "A block that begins with ':::' does not end, or ends without a beginning",
        "A block begins with ':::name' and ends with ':::', each on a line of its own.",
        wrong: """
            :::care
            Call a doctor.
            """,
        right: """
            :::care
            Call a doctor.
            :::
            """)

    static let unknownContainer = Explanation(
        "A block, or a value of one, that the theme does not have",
        "The blocks and their values are listed in the theme's 'theme.yml'.",
        wrong: """
            :::cair
            Call a doctor.
            :::
            """,
        right: """
            :::care
            Call a doctor.
            :::
            """)

    static let textBeforeQuestion = Explanation(
        "Text before the first question of an article's 'faq.md'",
        "The file holds questions, each a second-level heading with its answer below it. What stands before them would be "
            + "shown nowhere. Move it to 'index.md', or make it a question.",
        wrong: """
            Questions we are asked:

            ## Is it safe? {#safe}

            Yes.
            """,
        right: """
            ## Is it safe? {#safe}

            Yes.
            """)

    static let missingAnswer = Explanation(
        "A question has no answer",
        "Write the answer below the question, or delete the question until there is one. Search engines take an empty "
            + "answer for a fault of the whole page.",
        wrong: "## Is it safe? {#safe}",
        right: """
            ## Is it safe? {#safe}

            Yes.
            """)

    static let footnoteInAnswer = Explanation(
        "An answer has a footnote",
        "An answer is shown on several pages, each with footnotes of its own or with none: the numbers would not match. Write "
            + "the note into the answer.",
        wrong: """
            ## Is it safe? {#safe}

            Yes[^1].

            [^1]: Unless you are pregnant.
            """,
        right: """
            ## Is it safe? {#safe}

            Yes (unless you are pregnant).
            """)

    static let questionWithoutID = Explanation(
        "A question has no id of its own",
        "Its address is then made of its words, and changes when they do: links that others have shared would lead "
            + "nowhere. Add the id that the message suggests.",
        wrong: """
            ## Is it safe?

            Yes.
            """,
        right: """
            ## Is it safe? {#is-it-safe}

            Yes.
            """)

    static let headingOrder = Explanation(
        "A heading skips a level",
        "Headings of the text begin with '##', and those below them with '###'; those of an answer begin with '###', below their "
            + "question. Readers who listen to a page find their way by these levels.",
        wrong: """
            ## Causes

            #### Stress
            """,
        right: """
            ## Causes

            ### Stress
            """)
}
