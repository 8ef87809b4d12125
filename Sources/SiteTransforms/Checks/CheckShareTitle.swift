import SiteModel

/// Titles that posts of a network have no room for are cut off.
func checkShareTitle(_ share: ShareMetadata, at location: SourceLocation, _ diagnostics: inout Diagnostics) {
    let networks = share.networks
    for index in networks.indices where networks[index].limit != nil {
        let network = networks[index]
        guard let excess = share.words(on: network).excess(on: network) else { continue }
        diagnostics.add(
            .longShareTitle,
            "the title has \(excess.length) characters, and a post on \(network.label) has room for \(excess.room)",
            at: location, help: "write a shorter 'title' in what a shared link says")
    }
}
