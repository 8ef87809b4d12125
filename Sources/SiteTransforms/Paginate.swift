import SiteModel

/// Cuts a list into pages: the first at the list's own address, the others at `page/2/` and so on below it. An empty list
/// has one empty page.
func paginate<Entry>(_ entries: [Entry], at permalink: Permalink, length: Int) -> [(entries: [Entry], pagination: Pagination)] {
    let count = max(1, (entries.count + length - 1) / length)
    return (1...count).map { number in
        let part = entries.dropFirst((number - 1) * length).prefix(length)
        return (Array(part), Pagination(number: number, of: count, in: permalink))
    }
}
