import SiteModel

/// A YAML value with its place.
struct YAMLNode: Sendable, Equatable {
    var content: Content
    var range: SourceRange

    enum Content: Sendable, Equatable {
        case scalar(Scalar)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    struct Scalar: Sendable, Equatable {
        var text: String
        /// Written without quotes, so that `true`, `12` or nothing at all may mean more than text.
        var isPlain: Bool
        /// Written with `|` or `>`.
        var isBlock: Bool
    }

    struct Entry: Sendable, Equatable {
        var key: String
        var keyRange: SourceRange
        var value: YAMLNode
    }

    /// Nothing was written, or `null` or `~`.
    var isNull: Bool {
        guard case .scalar(let scalar) = content, scalar.isPlain, scalar.text.utf8.count <= 4 else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
    }

    /// What the value is, in the words of messages.
    var kindName: String {
        switch content {
        case .scalar: isNull ? "empty" : "a single value"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }
}
