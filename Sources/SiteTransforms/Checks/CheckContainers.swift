import SiteModel

/// Containers and their values are those that the theme has.
func checkContainers(_ markup: Markup, path: String, _ theme: ThemeManifest) -> Diagnostics {
    var diagnostics = Diagnostics()
    for container in markup.containers {
        guard let keys = theme.blocks[container.name] else {
            let near = nearestName(to: container.name, among: theme.blocks.keys.sorted())
            diagnostics.add(
                .unknownContainer, "the theme has no block '\(container.name)'", at: SourceLocation(path, container.range),
                help: near.map { "did you mean ':::\($0)'?" }
                    ?? "the blocks are \(theme.blocks.keys.sorted().joined(separator: ", "))")
            continue
        }
        for parameter in container.parameters where !keys.contains(parameter.key) {
            let near = nearestName(to: parameter.key, among: keys)
            diagnostics.add(
                .unknownContainer, "the block '\(container.name)' has no '\(parameter.key)'",
                at: SourceLocation(path, parameter.range),
                help: near.map { "did you mean '\($0)'?" }
                    ?? (keys.isEmpty ? "delete it" : "it has \(keys.joined(separator: ", "))"))
        }
    }
    return diagnostics
}
