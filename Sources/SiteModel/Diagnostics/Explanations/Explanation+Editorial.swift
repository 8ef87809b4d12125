/// Explanations of messages about what makes an article one to trust.
extension Explanation {
    static let missingAuthor = Explanation(
        "A medical article does not say who wrote it",
        "Readers and search engines ask who speaks. An article of the whole team can name a file for the team.",
        wrong: """
            title: Sleep well
            medical: true
            """,
        right: """
            title: Sleep well
            medical: true
            authors: [editorial-team]
            """)

    static let textLength = Explanation(
        "A title or description is longer than what is shown of it",
        "Search engines show 110 characters of a headline, networks 200 of a description. The rest is cut off, often in the "
            + "middle of a word.",
        wrong:
            "title: All that you ever wanted to know about how to sleep well, how long to sleep, when to go to bed and what to do when you cannot",
        right: "title: How to sleep well")

    static let personName = Explanation(
        "A person's name holds titles or degrees",
        "Search engines take 'name' for the name alone. Titles have keys of their own, and pages show all of it together.",
        wrong: "name: Dr A. Rao, MD",
        right: """
            name: A. Rao
            honorificPrefix: Dr
            honorificSuffix: MD
            """)

    static let futureDate = Explanation(
        "A date of something done lies in the future",
        "'updated' and 'lastReviewed' say when something was done. Only 'date', 'expires' and 'nextReview' can be in the future.",
        wrong: "lastReviewed: 2062-09-01",
        right: "lastReviewed: 2026-09-01")

    static let reviewOverdue = Explanation(
        "The day on which an article should have been reviewed has passed",
        "The page tells readers so: 'Next review due'. 'martlet list reviews' shows every article with its day; '--clock' sets "
            + "the day on which you look.",
        wrong: """
            lastReviewed: 2023-09-01
            nextReview: 2025-09-01
            """,
        right: """
            lastReviewed: 2026-09-01
            nextReview: 2028-09-01
            """)

    static let missingReview = Explanation(
        "A medical article does not say who reviewed it, or when",
        "Readers of a health question want to know that somebody qualified has checked the answer. An article that is not about "
            + "health can say 'medical: false'.",
        wrong: """
            title: Sleep well
            medical: true
            """,
        right: """
            title: Sleep well
            medical: true
            reviewedBy: [a-rao]
            lastReviewed: 2026-09-01
            """)

    static let ownReview = Explanation(
        "A medical article is reviewed by nobody but its author",
        "A review is worth what its distance is: somebody else should read the article and stand for it.",
        wrong: """
            authors: [a-rao]
            reviewedBy: [a-rao]
            """,
        right: """
            authors: [a-rao]
            reviewedBy: [b-singh]
            """)

    static let missingReferences = Explanation(
        "A medical article names no sources",
        "Say what the article rests on, so that readers can follow it.",
        wrong: "medical: true",
        right: """
            medical: true
            references:
              - {title: Sleep and tiredness, url: https://www.example.org/sleep, publisher: Example Health}
            """)

    static let missingDisclaimer = Explanation(
        "A medical article does not say what it is no substitute for",
        "One sentence for all articles stands in 'content/site.yml'; an article can have its own.",
        wrong: "medical: true",
        right: """
            medical: true
            disclaimer: This article is general information. It does not replace advice from your doctor.
            """)

    static let missingCredentials = Explanation(
        "The reviewer of a medical article has no credentials",
        "A name alone does not tell readers why this person can judge. Write degrees and registrations in the person's file.",
        wrong: """
            name: A. Rao
            jobTitle: Consultant
            """,
        right: """
            name: A. Rao
            jobTitle: Consultant
            credentials: [MD (Oncology), Medical registration 12345]
            """)

    static let duplicateQuestion = Explanation(
        "A page asks the same question twice",
        "Two answers to one question leave readers with the choice. Search engines take only one of them.",
        wrong: """
            ## What does it cost? {#cost}
            Nothing.

            ## What does it cost? {#price}
            Often nothing.
            """,
        right: """
            ## What does it cost? {#cost aka=price}
            Often nothing.
            """)
}
