import SiteModel

/// The moments in which the same sources give the same site and the same messages, in seconds since 1970: `now` is one of them, and
/// no date of a source lies between it and any other.
func moments(around now: Instant, in documents: [Box<Document>]) -> Range<Int> {
    var range = Int.min..<Int.max
    func cut(at seconds: Int) {
        if seconds <= now.seconds {
            range = max(range.lowerBound, seconds)..<range.upperBound
        } else {
            range = range.lowerBound..<min(range.upperBound, seconds)
        }
    }
    func cut(at date: Instant?) {
        guard let date else { return }
        // On the very second, `date` is over and `updated` is not yet in the past.
        cut(at: date.seconds)
        cut(at: date.seconds + 1)
    }
    func cut(around day: Day?) {
        guard let day else { return }
        // Checks compare days, and grant one.
        for shift in -1...2 { cut(at: (day.daysSince1970 + shift) * 86_400 - now.offset) }
    }
    for document in documents {
        let fields = document.value.fields
        cut(at: fields.date?.value)
        cut(at: fields.updated?.value)
        cut(at: fields.expires?.value)
        cut(around: fields.lastReviewed?.value)
        cut(around: fields.nextReview?.value)
    }
    return range
}
