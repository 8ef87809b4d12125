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
    for document in documents {
        let fields = document.fields
        for date in [fields.date, fields.updated, fields.expires] {
            if let date {
                // On the very second, `date` is over and `updated` is not yet in the past.
                cut(at: date.value.seconds)
                cut(at: date.value.seconds + 1)
            }
        }
        for day in [fields.lastReviewed, fields.nextReview] {
            guard let day else { continue }
            // Checks compare days, and grant one.
            for shift in -1...2 { cut(at: (day.value.daysSince1970 + shift) * 86_400 - now.offset) }
        }
    }
    return range
}
