/// The names that one part of a template adds to those around it.
struct Scope: Sendable {
    var variables: [String: Variable] = [:]
    var macros: [String: MacroReference] = [:]
    /// `import … as name`: the template that the name stands for.
    var modules: [String: Module] = [:]
    /// Whether it is the body of a loop.
    var isLoop = false
    /// Whether `loop` of the parts around it is out of sight: in a block, an included template, a macro.
    var hidesLoop = false
}

/// A variable, and what is known of it at this place.
struct Variable: Sendable {
    var slot: UInt32
    var type: ValueType
    /// Whether it is one of the page's, seen from a macro.
    var isPage = false
    /// False while it is set on some ways to here only.
    var isSet = true

    /// What facts call it.
    var path: String { isPage ? "p\(slot)" : "l\(slot)" }
}

struct MacroReference: Equatable, Sendable {
    var template: Int
    var name: String
    /// Whether it sees the page's variables.
    var seesPage: Bool
}

struct Module: Sendable {
    var template: Int
    var seesPage: Bool
}

/// Something that a condition made sure of.
struct Fact: Equatable, Sendable {
    /// The variable and the fields that lead to the value.
    var path: String
    var kind: Kind

    enum Kind: Sendable {
        /// Not none.
        case present
        /// Not none and not empty.
        case filled
        /// There is such a key or item.
        case defined
    }
}

/// What is known at a place, each fact once. It is little, so to look through all of it takes less than hashing.
struct Facts: ExpressibleByArrayLiteral, Sendable {
    private var all: [Fact] = []

    init(arrayLiteral facts: Fact...) { all = facts }

    func contains(_ fact: Fact) -> Bool { all.contains(fact) }

    func contains(where holds: (Fact) -> Bool) -> Bool { all.contains(where: holds) }

    mutating func remove(where isGone: (Fact) -> Bool) {
        if all.contains(where: isGone) { all.removeAll(where: isGone) }
    }

    mutating func formUnion(_ other: Facts) {
        if all.isEmpty {
            all = other.all
        } else {
            for fact in other.all where !all.contains(fact) { all.append(fact) }
        }
    }

    func union(_ other: Facts) -> Facts {
        var whole = self
        whole.formUnion(other)
        return whole
    }

    func intersection(_ other: Facts) -> Facts {
        var common = self
        common.remove { !other.contains($0) }
        return common
    }
}
