package import SiteModel

/// The minutes that reading texts takes, rounded up, at least 1 (`domain.md` section 6).
package func readingMinutes(_ texts: [Markup], _ speed: ReadingSpeed) -> Int {
    var length = TextLength()
    for text in texts { length += text.length }
    return readingMinutes(length, speed)
}

/// Those of a page with its questions.
func readingMinutes(of page: PreparedPage, _ speed: ReadingSpeed) -> Int {
    var length = page.document.value.body.length
    for faq in page.questions { length += faq.question.answer.length }
    return readingMinutes(length, speed)
}

private func readingMinutes(_ length: TextLength, _ speed: ReadingSpeed) -> Int {
    // In units of a minute divided by both speeds, so that no fraction is lost.
    let work = length.words * speed.characters + length.characters * speed.words
    let minute = speed.words * speed.characters
    return max(1, (work + minute - 1) / minute)
}
