/// Explanations of messages about pages that everybody can read, also by ear, by keyboard, or in haste.
extension Explanation {
    static let extraTitle = Explanation(
        "A first-level heading in the text",
        "The page shows its title as its one first-level heading. Those in the text begin with '##', and so do the questions of "
            + "'faq.md' and of the bank.",
        wrong: "# Causes",
        right: "## Causes")

    static let emptyHeading = Explanation(
        "A heading without text",
        "Readers who go through a page by its headings come to one that says nothing. A picture in it counts by its description.",
        wrong: """
            ##

            Stress is the most common cause.
            """,
        right: """
            ## Causes

            Stress is the most common cause.
            """)

    static let headlessTable = Explanation(
        "A table whose header row is empty",
        "A screen reader says the header of a column with each of its cells. A table of Markdown has a header row, also where "
            + "nobody wrote anything into it.",
        wrong: """
            |     |       |
            | --- | ----- |
            | Age | Hours |
            | 1   | 14    |
            """,
        right: """
            | Age | Hours |
            | --- | ----- |
            | 1   | 14    |
            """)

    static let missingAlt = Explanation(
        "An image without a description",
        "Readers who do not see the image hear or read its description. Write what it shows that the text does not say. Where "
            + "readers miss nothing without it, say so: '![](line.png \"decorative\")', in front matter 'decorative: true' in place "
            + "of 'alt', in raw HTML 'alt=\"\"'. A person's name describes their portrait.",
        wrong: "![](/bed.png)",
        right: """
            ![A bed below an open window](/bed.png)

            Two parts.

            ![](/bed.png "decorative")
            """)

    static let poorAlt = Explanation(
        "The description of an image is a file name, begins with needless words, or is very long",
        "A screen reader says 'image' by itself and reads the description without a pause. Say the essence, and leave the rest to "
            + "the text or to a caption.",
        wrong: "![Image of a bed below an open window](/bed.png)",
        right: "![A bed below an open window](/bed.png)")

    static let emptyLink = Explanation(
        "A link that holds neither text nor a described image",
        "Readers cannot see it, and a screen reader reads out its address instead.",
        wrong: "Sleep is [](/articles/a/) a habit.",
        right: "Sleep is [largely a habit](/articles/a/).")

    static let vagueLink = Explanation(
        "The text of a link does not say where it leads",
        "Many readers go from link to link and hear nothing of what stands around them. The title of the other page is a good "
            + "text. Martlet knows such words in English only.",
        wrong: "For more on habits [click here](/articles/a/).",
        right: "For more read [how habits begin](/articles/a/).")

    static let inaccessibleHTML = Explanation(
        "Raw HTML that takes something from readers",
        "Sound and motion that begin by themselves, a place that takes the focus, an order of one's own for the keyboard: each "
            + "leaves some readers without control of the page.",
        wrong: "<video src=\"/film.mp4\" controls autoplay></video>",
        right: "<video src=\"/film.mp4\" controls></video>")

    static let careCard = Explanation(
        "A care card that does not keep the rules for care cards",
        "A card tells readers in haste what to do and how soon. Its title is one action and when to take it, with a colon: 'Call "
            + "112 if:'. A text has one card of each level, 'non-urgent', 'urgent' and 'emergency'. From an emergency card no link "
            + "leads to an article or a FAQ topic. The rules are those of the NHS.",
        wrong: """
            :::care {level=emergency title="Chest pain"}
            - the pain does not go away (see [the article](/articles/a/))
            :::
            """,
        right: """
            :::care {level=emergency title="Call 112 if:"}
            - you have chest pain that does not go away
            :::
            """)
}
