/// Explanations of messages about what other programs read: feeds, sitemaps, servers.
extension Explanation {
    static let duplicateFeedID = Explanation(
        "Two articles have the same id in feeds",
        "Feed readers know an article by its id and show only one of two with the same. An article that says none has its "
            + "address as its id, so 'id' is needed only where an article has moved: it then is the address at which the article "
            + "was first published.",
        wrong: "id: https://www.example.org/articles/a/",
        right: "id: https://www.example.org/articles/b-as-it-was-called/")
}
