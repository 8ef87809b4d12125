/// A text as a network shows it: as much as there is room for.
struct TextCut: Sendable, Equatable {
    /// With `…` at its end where something is cut off.
    var shown: String
    /// What nobody sees; empty where all is shown.
    var lost: String
    /// How many characters the whole text has.
    var length: Int

    /// Characters are counted as people count them: a letter with its accents, or an emoji, is one.
    init(_ text: String, to limit: Int) {
        let characters = Array(text)
        length = characters.count
        guard characters.count > limit else {
            (shown, lost) = (text, "")
            return
        }
        var kept = characters.prefix(limit - 1)
        while kept.last?.isWhitespace == true { kept.removeLast() }
        shown = String(kept) + "…"
        lost = String(characters.dropFirst(kept.count).drop { $0.isWhitespace })
    }
}
