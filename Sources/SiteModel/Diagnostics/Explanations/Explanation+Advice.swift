/// Explanations of what `martlet check` says and no build does.
extension Explanation {
    static let similarQuestion = Explanation(
        "Two questions of the site ask nearly the same",
        "Readers find one answer or the other, and one of them will be out of date first. Keep one in the FAQ bank and let "
            + "articles quote it with 'faqs: [topic#id]'. Questions count as the same where they have the same words, 'a', 'is', "
            + "'you' and the like and plural endings left out; of seven words or more, one may be without the other's. Two that "
            + "mean different things can stay: 'allow: [similar-question]' in the front matter, or in that of the article beside 'faq.md'.",
        wrong: """
            ## How much sleep do I need? {#how-much-sleep}

            Adults need seven hours or more.
            """,
        right: """
            ## How much sleep do babies need? {#babies}

            Twelve hours or more.
            """)

    static let orphanQuestion = Explanation(
        "No article quotes a question of the FAQ bank",
        "Readers find it on the page of its topic alone. Where an article fits, quote it there with 'faqs: [topic#id]'; "
            + "where none does, the topic's page is its place, and nothing needs to be done.",
        wrong: "description: No article quotes sleep#how-much",
        right: "faqs: [sleep#how-much]")

    static let missingDescription = Explanation(
        "A page has no description",
        "Search engines and networks show the opening words instead, which were written for somebody who reads on. One or "
            + "two sentences of no more than 200 characters say what the page answers.",
        wrong: "extra: {note: no description}",
        right: "description: How many hours adults need, and what to do when they do not get them.")

    static let longTitle = Explanation(
        "A title is longer than what search results show",
        "Search engines cut titles at about 60 letters, and networks at about 70. Put the words that readers look for first, "
            + "and the rest into the description.",
        wrong: "title: Everything that you always wanted to know about sleep and about how much of it is enough for you",
        right: "title: How much sleep is enough?")

    static let longSentences = Explanation(
        "Sentences have more than 25 words",
        "Whoever is ill, tired or in a hurry loses the thread. Say one thing in a sentence; make a list of what belongs "
            + "side by side. The place is that of the longest one. Looked at in English texts only, in paragraphs and items that "
            + "end as a sentence does. The limit is that of GOV.UK's guidance on writing for the web.",
        wrong: "When you wake up in the night and cannot fall asleep again because your thoughts go round and round, it is "
            + "better to get up and do something quiet.",
        right: "You wake up in the night and your thoughts go round and round? Then get up and do something quiet.")

    static let readingLevel = Explanation(
        "A text takes more than eight years of school to read",
        "Health texts are asked to keep to what the sixth to eighth year of school reads (American Medical Association). It "
            + "helps to use shorter words and sentences. The number is the Flesch-Kincaid grade: 0.39 × words per sentence + "
            + "11.8 × syllables per word - 15.59 (Kincaid, Fishburne, Rogers and Chissom, 'Derivation of new readability formulas', "
            + "1975), with syllables counted by the vowels of a word. It knows nothing of meaning: take it as a reason to read "
            + "the text again, not as a mark. English texts of at least 100 words only, in paragraphs and items that end as a "
            + "sentence does.",
        wrong: "Insufficient nocturnal recuperation significantly deteriorates cognitive performance, particularly at night.",
        right: "You need rest at night. Your mind works less well when you are tired.")

    static let deadLink = Explanation(
        "A link to another site leads nowhere",
        "The other site says that the page is gone, or there is no such site. Look for the page's new address, or for "
            + "another source; the Internet Archive may have the old one. With '--strict' the check fails.",
        wrong: "[A study](https://www.example.org/no-such-page)",
        right: "[A study](https://www.example.org/)")

    static let movedLink = Explanation(
        "A linked page has another address for good",
        "The link still works, as long as the other site leads on. Write the new address.",
        wrong: "[A study](http://www.example.org/)",
        right: "[A study](https://www.example.org/)")

    static let unansweredLink = Explanation(
        "Whether a link works could not be found out",
        "The other site did not answer in time, is out of order, or answers only to people. Open the link yourself. It is "
            + "tried again at the next check.",
        wrong: "[A study](https://slow.example.org/)",
        right: "[A study](https://www.example.org/)")
}
