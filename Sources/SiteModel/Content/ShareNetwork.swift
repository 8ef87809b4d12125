/// A network that pages can be shared on.
package struct ShareNetwork: Sendable, Equatable {
    /// Small letters, digits and `-`.
    package var id: String
    /// What readers call it.
    package var label: String
    /// Nil for what a script does on the page itself: copying, printing, sharing by the device.
    package var template: ShareTemplate?
    /// The outline of an icon on a grid of 24, as in the `d` of a path; nil where the theme has one of its own.
    package var icon: String?
    /// Nil where nothing is cut off.
    package var limit: PostLimit?

    package init(id: String, label: String, template: ShareTemplate?, icon: String? = nil, limit: PostLimit? = nil) {
        self.id = id
        self.label = label
        self.template = template
        self.icon = icon
        self.limit = limit
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
