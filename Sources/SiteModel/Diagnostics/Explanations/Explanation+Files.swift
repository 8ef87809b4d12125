/// Explanations of messages about files and their bytes.
extension Explanation {
    static let notUTF8 = Explanation(
        "The file is not UTF-8 text",
        "Pages are UTF-8. The file was saved in another encoding, most likely by an old editor or a spreadsheet. Open it "
            + "there again and save it as UTF-8.",
        wrong: "Café, saved as Latin-1 (the byte E9)",
        right: "Café, saved as UTF-8 (the bytes C3 A9)")

    static let controlCharacter = Explanation(
        "The file holds a character that no page can show",
        "Such characters come along when text is pasted from other programs. They would break feeds, and readers do not "
            + "see them. Delete the character at the place that is shown, or type the quote or dash that should be there.",
        wrong: "an apostrophe that became the invisible U+0092",
        right: "an apostrophe, U+2019 or U+0027")

    static let fileTooLarge = Explanation(
        "The file is larger than 1 MiB",
        "A page of that size takes readers minutes to load. Split the text into several articles, or put data into a file "
            + "beside the page.",
        wrong: "one article with the text of a whole book",
        right: "an article a chapter")

    static let refusedFile = Explanation(
        "The file is a link, a pipe or cannot be read",
        "Martlet publishes ordinary files that stand in the site's folder, and nothing outside it. Copy the file to where "
            + "the link is, or correct its permissions.",
        wrong: "content/articles/a.md -> /home/ann/a.md",
        right: "content/articles/a.md, the file itself")

    static let misplacedFile = Explanation(
        "The file stands where Martlet does not look for one of its kind",
        "What a file is for is told by its place: articles stand in a folder of their section, plain pages in 'pages/', "
            + "people in 'people/', the question bank in 'faqs/'. A file that Martlet left out silently would be missed by "
            + "nobody until a reader asks for it.",
        wrong: "content/about.md",
        right: "content/pages/about.md")

    static let missingConfig = Explanation(
        "There is no 'content/site.yml'",
        "A site has a title and an address, which stand in this file. Most often Martlet was started in the wrong folder. "
            + "'martlet new DIR' makes a small site with everything in it.",
        wrong: "martlet build (in a folder without 'content/site.yml')",
        right: "martlet build --source my-site")
}
