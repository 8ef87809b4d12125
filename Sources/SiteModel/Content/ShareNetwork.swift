/// A network that pages can be shared on.
package struct ShareNetwork: Sendable, Equatable {
    /// In one place, since every article names its networks.
    private var fields: Shared<Fields>

    private struct Fields: Sendable, Equatable {
        var id: String
        var label: String
        var template: ShareTemplate?
        var icon: String?
        var limit: PostLimit?
    }

    /// Small letters, digits and `-`.
    package var id: String { fields.value.id }
    /// What readers call it.
    package var label: String { fields.value.label }
    /// Nil for what a script does on the page itself: copying, printing, sharing by the device.
    package var template: ShareTemplate? { fields.value.template }
    /// The outline of an icon on a grid of 24, as in the `d` of a path; nil where the theme has one of its own.
    package var icon: String? { fields.value.icon }
    /// Nil where nothing is cut off.
    package var limit: PostLimit? {
        get { fields.value.limit }
        set { fields.value.limit = newValue }
    }

    package init(id: String, label: String, template: ShareTemplate?, icon: String? = nil, limit: PostLimit? = nil) {
        fields = Shared(Fields(id: id, label: label, template: template, icon: icon, limit: limit))
    }
}

/// How long a post may be on a network.
package struct PostLimit: Sendable, Equatable {
    package var length: Int
    package var count: Count
    package var address: Address

    package enum Count: Sendable, Equatable {
        /// Characters as readers count them.
        case characters
        /// As X counts: letters of most alphabets are 1, East Asian ones and emoji 2.
        case weighted
    }

    /// What the address takes of a post.
    package enum Address: Sendable, Equatable {
        /// Nothing: it stands in a field of its own.
        case apart
        case itsLength
        /// So much, however long it is.
        case always(Int)
    }

    package init(length: Int, count: Count = .characters, address: Address) {
        self.length = length
        self.count = count
        self.address = address
    }
}
