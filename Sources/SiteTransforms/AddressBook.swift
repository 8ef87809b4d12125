import SiteModel

/// Everything on the site that a link can lead to.
struct AddressBook: Sendable {
    /// The address of each document, also of those that belong to an article.
    var documents: [String: Permalink] = [:]
    /// The address of each published file, by its source.
    var files: [String: Permalink] = [:]
    let images: ImageIndex
    /// The ids of each page that has a source; pages that Martlet makes have none to check.
    var ids: [String: PageIDs] = [:]
    /// The addresses of pages, files and aliases.
    var addresses: Set<String> = []
    /// Documents that are not published, and why.
    var hidden: [String: PublicationState] = [:]
    /// The addresses that unpublished pages will have or had.
    var hiddenAddresses: [String: PublicationState] = [:]
    /// Former addresses, and where they lead.
    var aliases: [String: Permalink] = [:]

    init(images: ImageIndex) { self.images = images }

    /// The page or file that an address leads to; a former address leads to the present one.
    func present(_ address: String) -> Permalink? {
        if let target = aliases[address] { return target }
        return addresses.contains(address) ? Permalink(address) : nil
    }
}
