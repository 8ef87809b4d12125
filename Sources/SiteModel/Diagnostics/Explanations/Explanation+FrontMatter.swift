/// Explanations of messages about front matter and configuration.
extension Explanation {
    static let missingFrontMatter = Explanation(
        "The file does not begin with front matter",
        "An article's title and date stand at the start of its file, between two lines '---'. The first of them is the "
            + "very first line of the file.",
        wrong: """
            Go to bed early.
            Leave the telephone in the kitchen.
            """,
        right: """
            ---
            title: Sleep well
            date: 2026-09-01
            ---
            Go to bed early.
            Leave the telephone in the kitchen.
            """)

    static let unclosedFrontMatter = Explanation(
        "The front matter does not end",
        "Front matter ends with a line '---' that has nothing else on it. Without it the whole text would count as "
            + "settings.",
        wrong: """
            ---
            title: Sleep well
            date: 2026-09-01

            Go to bed early.
            """,
        right: """
            ---
            title: Sleep well
            date: 2026-09-01
            ---

            Go to bed early.
            """)

    static let yamlSyntax = Explanation(
        "The front matter or configuration is not valid YAML",
        "Each line is 'key: value'. Values that hold ': ', '#' or begin with a quote, bracket or other sign stand in "
            + "quotes. Indent with spaces, not with tabs.",
        wrong: "description: Sleep: how much?",
        right: "description: \"Sleep: how much?\"")

    static let yamlAlias = Explanation(
        "The YAML uses an anchor or an alias",
        "'&name' and '*name' repeat a value in YAML. Martlet does not read them, so that each value stands where it is "
            + "used. Put a value that begins with one of these signs in quotes.",
        wrong: "description: *standard",
        right: "description: Plain answers")

    static let yamlTooDeep = Explanation(
        "Lists and groups stand in each other more than 20 deep",
        "No setting is that deep. Look for a bracket too many.",
        wrong: "extra: [[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]",
        right: "extra: [1]")

    static let duplicateKey = Explanation(
        "A key stands twice",
        "Only one of the two values can hold, and nobody can tell which one was meant. Delete the other.",
        wrong: """
            description: One
            description: Two
            """,
        right: "description: Two")

    static let unknownKey = Explanation(
        "A key that Martlet does not know",
        "Most often it is misspelt; upper and lower case count. Data of your own for your theme's templates goes under "
            + "'extra:'.",
        wrong: "descripton: How much sleep is enough",
        right: "description: How much sleep is enough")

    static let renamedKey = Explanation(
        "A key of another generator",
        "The site was moved in from another program, which has another name for the same thing. Write the name in the "
            + "message; have a look at the value too, since it may mean something slightly different.",
        wrong: "lastmod: 2026-09-02",
        right: "updated: 2026-09-02")

    static let missingKey = Explanation(
        "A key that has to be there is not",
        "An article has a title and a date, a person a name, a site a title and a base URL. Add the line.",
        wrong: """
            ---
            title: Sleep well
            ---
            """,
        right: """
            ---
            title: Sleep well
            date: 2026-09-01
            ---
            """)

    static let wrongType = Explanation(
        "A value is a list, a group or a text where another is needed",
        "A text stands behind its key. A list is written '[one, two]', or with '- ' lines below its key; a group has "
            + "lines 'key: value', indented below its key.",
        wrong: "references: example.org",
        right: """
            references:
              - title: Sleep and health
                url: https://example.org/sleep
            """)

    static let badBoolean = Explanation(
        "A switch is neither 'true' nor 'false'",
        "'yes', 'on' and '1' mean true in some programs and text in others. Martlet accepts only 'true' and 'false', "
            + "without quotes.",
        wrong: "draft: yes",
        right: "draft: true")

    static let badDate = Explanation(
        "A value is not a date",
        "Write the day as '2026-09-01', which is midnight in the site's time zone, or the moment as "
            + "'2026-09-01T09:00:00+05:30'.",
        wrong: "updated: 2 September 2026",
        right: "updated: 2026-09-02")

    static let badURL = Explanation(
        "A value is not an address",
        "An address of the web begins with 'https://', one of this site with '/'.",
        wrong: "references: [{title: Sleep, url: example.org/sleep}]",
        right: "references: [{title: Sleep, url: https://example.org/sleep}]")

    static let insecureSite = Explanation(
        "The site's address begins with 'http://'",
        "Whoever is between a reader and the site can then see what they read and put words of their own into it, and "
            + "browsers switch off copying and sharing. Hosts give certificates for nothing today. Addresses of this "
            + "machine ('http://localhost/') are no matter.",
        wrong: "baseURL: http://www.example.org/",
        right: "baseURL: https://www.example.org/")

    static let badLanguage = Explanation(
        "A language tag that browsers do not know",
        "Browsers, screen readers and search engines go by it. Write the language's code of two letters, and the country's where it "
            + "matters: 'en', 'hi', 'pt-BR', 'zh-Hans'. Great Britain is 'GB'.",
        wrong: "language: en-UK",
        right: "language: en-GB")

    static let badPhone = Explanation(
        "A telephone number is not a full international one",
        "Readers call from anywhere: the number has its country's code and no blanks. 'phone' begins with '+', 'whatsapp' "
            + "has digits only. The quotes keep YAML from reading it as a number.",
        wrong: """
            contact:
              chat: {label: Chat, phone: "01234 567890"}
            """,
        right: """
            contact:
              chat: {label: Chat, phone: "+441234567890"}
            """)

    static let badValue = Explanation(
        "A value is empty or not one of those that the key can have",
        "The message says which values there are. Delete the line to get what is usual.",
        wrong: "paginate: many",
        right: "paginate: 20")

    static let dateOrder = Explanation(
        "Two dates contradict each other",
        "A page is updated after it was published, expires after that, and is next reviewed after its last review. One of "
            + "the two dates is mistyped.",
        wrong: "updated: 2025-09-02",
        right: "updated: 2026-09-02")

    static let unknownTimeZone = Explanation(
        "The time zone has no such name",
        "Time zones are named by continent and city. The names come with the operating system (the package 'tzdata' on "
            + "Linux).",
        wrong: "timeZone: IST",
        right: "timeZone: Asia/Kolkata")
}
