import SiteModel

/// Containers and their values are those that the theme has.
func checkContainers(_ markup: Markup, path: String, _ theme: ThemeManifest) -> Diagnostics {
    var diagnostics = Diagnostics()
    for container in markup.containers {
        guard let keys = theme.blocks[container.name] else {
            let near = nearName(to: container.name, among: theme.blocks.keys.sorted())
            let place = SourceLocation(path, container.range)
            diagnostics.add(
                .unknownContainer, "the theme has no block '\(container.name)'", at: place,
                help: near.map { "did you mean ':::\($0.name)'?" }
                    ?? "the blocks are \(theme.blocks.keys.sorted().joined(separator: ", "))",
                fix: near?.fix(container.name, at: place))
            continue
        }
        for parameter in container.parameters where !keys.contains(parameter.key) {
            let near = nearName(to: parameter.key, among: keys)
            let isFree = near.map { container[$0.name] == nil } ?? false
            let place = SourceLocation(path, parameter.range)
            diagnostics.add(
                .unknownContainer, "the block '\(container.name)' has no '\(parameter.key)'", at: place,
                help: near?.question ?? (keys.isEmpty ? "delete it" : "it has \(keys.joined(separator: ", "))"),
                fix: isFree ? near?.fix(parameter.key + "=", with: "=", at: place) : nil)
        }
    }
    return diagnostics
}
