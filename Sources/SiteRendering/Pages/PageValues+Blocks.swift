import SiteModel
import Templates

/// The blocks of a text (`:::name`), by the theme's templates.
extension PageValues {
    /// Renders a container with the theme's block template; what the check of containers has refused shows its content only.
    var container: (Container, [UInt8]) -> [UInt8] {
        { [self] container, inner in
            guard let keys = theme.sources.manifest.blocks[container.name],
                let entry = theme.entries["blocks/\(container.name).html"]
            else { return inner }
            let values = keys.map { optional(container[$0]?.value) }
            let record: [Value] =
                switch shown(by: container) {
                case .none: []
                case .contact(let record): [record.map(contact) ?? .none]
                case .callToAction(let record): [callToAction(record)]
                }
            return wording.template(entry).render(root: [.html(inner)] + values + record).output
        }
    }

    /// For texts that are read elsewhere: what invites readers of the page has no place there.
    var containerElsewhere: (Container, [UInt8]) -> [UInt8] {
        let container = container
        return { PageModel.recordBlocks.contains($0.name) ? [] : container($0, $1) }
    }

    /// What a block shows of `site.yml`, beside its values.
    enum BlockRecord {
        case none
        case contact(Shared<ContactRecord>?)
        case callToAction(Shared<CallToAction>?)
    }

    func shown(by container: Container) -> BlockRecord {
        let name = container["name"]?.value
        switch container.name {
        case "contact":
            return .contact(name.map { name in config.contacts.first { $0.name == name } } ?? contactOfBlocks)
        case "cta":
            return .callToAction(name.map { name in config.callsToAction.first { $0.name == name } } ?? callOfBlocks)
        default: return .none
        }
    }

    /// All that a record holds, for comparing.
    func words(of record: BlockRecord) -> [String] {
        switch record {
        case .none, .contact(nil), .callToAction(nil): []
        case .contact(let record?):
            [record.label, record.phone, record.whatsapp, record.message, record.url?.value, record.text, record.language]
                .map { $0 ?? "" }
        case .callToAction(let record?):
            [record.title, record.text ?? "", record.label, record.url.value, record.language ?? ""]
        }
    }
}
