import SiteModel

/// Whether addresses may be in each other's way: two that are the same in small letters, a file where another needs a folder, a name
/// that no file can have. It looks at numbers made of the addresses, so it may say so where nothing is wrong, and never the other way;
/// what is wrong `checkAddresses` finds out with more effort.
struct AddressNumbers {
    private(set) var mayConflict = false
    /// Those of the paths in the output folder.
    private var paths: Set<UInt64> = []
    /// Those of the folders that they need.
    private var folders: [UInt64] = []

    init(capacity: Int) {
        paths.reserveCapacity(capacity)
        folders.reserveCapacity(capacity * 2)
    }

    mutating func claim(_ permalink: Permalink) {
        if !insert(permalink.path) { mayConflict = true }
    }

    /// For what gives way to a file of the site.
    mutating func claimIfFree(_ permalink: Permalink) { _ = insert(permalink.path) }

    mutating func findFilesInTheWay() {
        if folders.contains(where: paths.contains) { mayConflict = true }
    }

    /// False where the number is there already.
    private mutating func insert(_ path: String) -> Bool {
        // With the name of the page, which is shorter. Before its letters become small, which may take fewer bytes.
        if path.utf8.count > 240 || path.utf8.dropFirst().starts(with: ".martlet-".utf8) { mayConflict = true }
        if path.withBytes(isASCII) { return insert(asciiPath: path) }
        return insert(asciiPath: normalized(path.lowercased()))
    }

    private mutating func insert(asciiPath path: String) -> Bool {
        path.withBytes { bytes in
            var number = PathNumber()
            for byte in bytes.dropFirst() {
                if byte == 0x2F { folders.append(number.value) }
                number.add(byte)
            }
            if bytes.last == 0x2F { for byte in "index.html".utf8 { number.add(byte) } }
            return paths.insert(number.value).inserted
        }
    }
}

/// A number made of the bytes of a path, letters of ASCII in small: FNV-1a (draft-eastlake-fnv).
private struct PathNumber {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ byte: UInt8) {
        let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
        value = (value ^ UInt64(small)) &* 0x100_0000_01B3
    }
}
