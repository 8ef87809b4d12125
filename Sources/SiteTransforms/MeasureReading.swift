package import SiteModel

/// The minutes that reading texts takes, rounded up, at least 1 (`domain.md` section 6).
package func readingMinutes(_ texts: [Markup], _ speed: ReadingSpeed) -> Int {
    var length = TextLength()
    for text in texts { length += text.length }
    // In units of a minute divided by both speeds, so that no fraction is lost.
    let work = length.words * speed.characters + length.characters * speed.words
    let minute = speed.words * speed.characters
    return max(1, (work + minute - 1) / minute)
}
