/// Why a page could not be rendered; its place is that of the step that threw it.
struct RenderFailure: Error {
    var message: String
    var help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }

    /// A value of free data that is of the wrong kind.
    static func wrongKind(_ what: String, wants kind: String, got value: Value) -> RenderFailure {
        RenderFailure("\(what) takes \(kind), and this is \(value.kind)")
    }

    /// Whoever renders has built the values against another model.
    static var unlikeModel: RenderFailure { RenderFailure("the page's values are not as the page model says") }
}
