internal import SiteModel

/// What a step works on: a value of the page or of the program that is looked at where it stands, so that nobody counts references to it,
/// or one that a step made.
///
/// Invariant: `place` is nil, and then `own` is the value; or it leads to an element of an array that the page's roots, the program's
/// constants and messages or `own` hold. Nothing changes these arrays, and roots and program outlive every operand (`Renderer.run`).
struct Operand {
    private let place: UnsafePointer<Value>?
    private let own: Value

    /// A value that a step made.
    @inline(__always)
    init(_ value: Value) { (place, own) = (nil, value) }

    @inline(__always)
    fileprivate init(at place: UnsafePointer<Value>, heldBy own: Value = .none) { (self.place, self.own) = (place, own) }

    /// Where the value stands, if nothing has to be held for it: nearly always.
    @inline(__always)
    private var lent: UnsafePointer<Value>? { own.isNone ? place : nil }

    /// The same once more.
    @inline(__always)
    var copy: Operand { lent.map { Operand(at: $0) } ?? self }

    /// A copy of the value, for steps that keep it or take it apart.
    var value: Value { place?.pointee ?? own }

    @inline(__always)
    var isTrue: Bool {
        guard let place else { return own.isTrue }
        return place.pointee.isTrue
    }

    /// A number that stands there; nil for anything else.
    var number: Int? { if let place, case .int(let number) = place.pointee { number } else { nil } }

    /// Whether the two are equal, as `Value.equals` says.
    func equals(_ other: Operand) -> Bool {
        guard let left = longText?.bytes, let right = other.longText?.bytes else { return value.equals(other.value) }
        return left.count == right.count && left.elementsEqual(right)
    }

    /// A field of a record; nil where there is none.
    @inline(__always)
    func field(_ index: UInt32) -> Operand? {
        guard let lent else { return heldField(Int(index)) }
        guard case .record(let fields) = lent.pointee, Int(index) < fields.count else { return nil }
        return Operand(at: start(of: fields) + Int(index))
    }

    @inline(never)
    private func heldField(_ index: Int) -> Operand? {
        guard case .record(let fields) = value, index < fields.count else { return nil }
        return LentValues(fields, heldBy: place == nil ? value : own)[index]
    }

    /// The items of a list; nil for anything else.
    var items: LentValues? {
        guard let lent else { return heldItems }
        return if case .list(let items) = lent.pointee { LentValues(items, heldBy: .none) } else { nil }
    }

    private var heldItems: LentValues? {
        guard case .list(let items) = value else { return nil }
        return LentValues(items, heldBy: place == nil ? value : own)
    }

    /// The bytes of HTML, or of a text that is too long to stand in the value itself, and whether they are HTML; nil for anything else.
    @inline(__always)
    var longText: (bytes: UnsafeBufferPointer<UInt8>, isHTML: Bool)? {
        guard let place else { return nil }
        switch place.pointee {
        case .html(let bytes): return (bytes.withUnsafeBufferPointer { $0 }, true)
        case .string(let string):
            guard string.utf8.count > 15 else { return nil }
            return string.utf8.withContiguousStorageIfAvailable { ($0, false) }
        default: return nil
        }
    }

    /// A text that stands in the value itself; nil for anything else.
    @inline(__always)
    var shortText: String? {
        guard let place, case .string(let string) = place.pointee, string.utf8.count <= 15 else { return nil }
        return string
    }
}

/// Values that live, unchanged, for as long as anybody looks at them here: see the invariant of `Operand`.
struct LentValues {
    private let start: UnsafePointer<Value>?
    let count: Int
    private let own: Value

    /// The elements of an array that `own` holds, or the page or the program where that is none.
    @inline(__always)
    fileprivate init(_ values: [Value], heldBy own: Value) {
        (start, count) = values.withUnsafeBufferPointer { ($0.baseAddress, $0.count) }
        self.own = own
    }

    /// The elements of an array that outlives every operand.
    init(ofPageOrProgram values: [Value]) { self.init(values, heldBy: .none) }

    /// Those of a list that was made.
    init(_ values: [Value]) { self.init(values, heldBy: .list(values)) }

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    subscript(index: Int) -> Operand {
        guard let start, index >= 0, index < count else { preconditionFailure("no value \(index) of \(count)") }
        return own.isNone ? Operand(at: start + index) : Operand(at: start + index, heldBy: own)
    }
}

@inline(__always)
private func start(of values: [Value]) -> UnsafePointer<Value> {
    guard let start = values.withUnsafeBufferPointer({ $0.baseAddress }) else { preconditionFailure("no values") }
    return start
}
