import SiteModel

/// Everything on the site that a link can lead to.
struct AddressBook: Sendable {
    /// Each document by its path, also those that belong to an article.
    var documents: [String: PlacedDocument] = [:]
    /// The address of each published file, by its source.
    let files: [String: Permalink]
    let images: ImageIndex
    /// Each page that has a source, by the number of its document; nil where its ids are not known. Pages that Martlet makes have none
    /// to check.
    var pages: [PreparedPage?] = []
    /// The pages, files and aliases by their address.
    var addresses: [String: LinkTarget] = [:]
    /// Documents that are not published, and why.
    var hidden: [String: PublicationState] = [:]
    /// The addresses that unpublished pages will have or had.
    var hiddenAddresses: [String: PublicationState] = [:]
    /// Former addresses, and where they lead.
    var aliases: [String: PlacedDocument] = [:]

    init(files: [String: Permalink], images: ImageIndex) {
        self.files = files
        self.images = images
    }

    /// The page or file that an address leads to; a former address leads to the present one.
    func present(_ address: String) -> LinkTarget? { aliases[address].map { .document($0) } ?? addresses[address] }
}

/// Where a link of the site can lead.
enum LinkTarget: Sendable {
    /// To the page of a document.
    case document(PlacedDocument)
    /// To a file, or to a page that Martlet makes.
    case other(Permalink)

    var permalink: Permalink {
        switch self {
        case .document(let document): document.permalink
        case .other(let permalink): permalink
        }
    }
}
