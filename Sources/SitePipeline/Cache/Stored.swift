internal import SiteModel

/// A value that the cache keeps. What it stores it reads again, and gets an equal value.
protocol Stored {
    func store(in writer: inout PageWriter)
    init(from reader: inout PageReader) throws(ByteReader.Damaged)
}

extension Int: Stored {
    func store(in writer: inout PageWriter) { writer.bytes.write(short: self) }
    init(from reader: inout PageReader) throws(ByteReader.Damaged) { self = try reader.bytes.short() }
}

extension Bool: Stored {
    func store(in writer: inout PageWriter) { writer.bytes.write(UInt8(self ? 1 : 0)) }
    init(from reader: inout PageReader) throws(ByteReader.Damaged) { self = try reader.bytes.byte() != 0 }
}

extension String: Stored {
    func store(in writer: inout PageWriter) { writer.bytes.write(short: self) }
    init(from reader: inout PageReader) throws(ByteReader.Damaged) { self = try reader.bytes.shortText() }
}

extension Optional: Stored where Wrapped: Stored {
    func store(in writer: inout PageWriter) {
        (self != nil).store(in: &writer)
        self?.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self = try reader.read() as Bool ? try reader.read() as Wrapped : nil
    }
}

extension Shared: Stored where Value: Stored {
    func store(in writer: inout PageWriter) { value.store(in: &writer) }
    init(from reader: inout PageReader) throws(ByteReader.Damaged) { self.init(try reader.read()) }
}

extension Array: Stored where Element: Stored {
    func store(in writer: inout PageWriter) {
        count.store(in: &writer)
        // Lent, not copied out one by one.
        withUnsafeBufferPointer { elements in
            for index in elements.indices { elements[index].store(in: &writer) }
        }
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        let count = try reader.count()
        self = []
        for _ in 0..<count { append(try reader.read()) }
    }
}

/// A closed set of names.
protocol StoredName: Stored, RawRepresentable where RawValue == String {}

extension StoredName {
    func store(in writer: inout PageWriter) { rawValue.store(in: &writer) }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        guard let value = Self(rawValue: try reader.read()) else { throw ByteReader.Damaged() }
        self = value
    }
}

extension FAQRendering: StoredName {}
extension ImageKind: StoredName {}
extension MedicalSpecialty: StoredName {}
extension Audience: StoredName {}
extension IconRole: StoredName {}

extension Permalink: Stored {
    func store(in writer: inout PageWriter) { path.store(in: &writer) }
    init(from reader: inout PageReader) throws(ByteReader.Damaged) { self.init(try reader.read()) }
}

extension Instant: Stored {
    func store(in writer: inout PageWriter) {
        seconds.store(in: &writer)
        offset.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(seconds: try reader.read(), offset: try reader.read())
    }
}

extension Day: Stored {
    func store(in writer: inout PageWriter) { daysSince1970.store(in: &writer) }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        let number: Int = try reader.read()
        // A calendar of ten thousand years; another number would not come back as it was.
        guard (-1_000_000...4_000_000).contains(number) else { throw ByteReader.Damaged() }
        self.init(daysSince1970: number)
    }
}

extension SourceLocation: Stored {
    func store(in writer: inout PageWriter) {
        path.store(in: &writer)
        range.lower.store(in: &writer)
        range.upper.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(try reader.read(), SourceRange(try reader.read(), try reader.read()))
    }
}

extension Placed: Stored where Value: Stored {
    func store(in writer: inout PageWriter) {
        value.store(in: &writer)
        location.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(try reader.read(), at: try reader.read())
    }
}

extension ImageSize: Stored {
    func store(in writer: inout PageWriter) {
        width.store(in: &writer)
        height.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(width: try reader.read(), height: try reader.read())
    }
}

extension FreeData: Stored {
    func store(in writer: inout PageWriter) {
        switch self {
        case .none: 0.store(in: &writer)
        case .bool(let value): store(1, value, in: &writer)
        case .int(let value): store(2, value, in: &writer)
        case .string(let value): store(3, value, in: &writer)
        case .list(let values): store(4, values, in: &writer)
        case .object(let entries):
            store(5, entries.map(\.key), in: &writer)
            entries.map(\.value).store(in: &writer)
        }
    }

    private func store(_ kind: Int, _ value: some Stored, in writer: inout PageWriter) {
        kind.store(in: &writer)
        value.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        switch try reader.read() as Int {
        case 0: self = .none
        case 1: self = .bool(try reader.read())
        case 2: self = .int(try reader.read())
        case 3: self = .string(try reader.read())
        case 4: self = .list(try reader.nested { reader throws(ByteReader.Damaged) in try reader.read() })
        case 5:
            let keys: [String] = try reader.read()
            let values: [FreeData] = try reader.nested { reader throws(ByteReader.Damaged) in try reader.read() }
            guard keys.count == values.count else { throw ByteReader.Damaged() }
            self = .object(zip(keys, values).map { Entry(key: $0, value: $1) })
        default: throw ByteReader.Damaged()
        }
    }
}
