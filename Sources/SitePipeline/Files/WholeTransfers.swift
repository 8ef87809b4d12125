#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// The system may take or give less than it was asked for, or be interrupted; these go on until all is there.

/// Writes bytes to an open file, from where it stands. False, with `errno` set, where not all could be written.
package func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    transferAll(of: bytes.count) { start, count in
        bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + start }, count) }
    }
}

/// Writes bytes to an open file, from an offset on.
func writeAll(_ bytes: [UInt8], to file: Int32, at offset: Int) -> Bool {
    transferAll(of: bytes.count) { start, count in
        bytes.withUnsafeBytes { pwrite(file, $0.baseAddress.map { $0 + start }, count, off_t(offset + start)) }
    }
}

/// Bytes of an open file from where it stands, no more than so many; none at its end. Nil, with `errno` set, where it cannot be read.
func readSome(_ count: Int, of file: Int32) -> [UInt8]? {
    var part = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        repeat { part = read(file, buffer.baseAddress, count) } while part < 0 && errno == EINTR
        initialized = max(part, 0)
    }
    return part < 0 ? nil : bytes
}

/// So many bytes of an open file, from an offset on; nil where it does not have them, or they cannot be read.
func readAll(_ count: Int, of file: Int32, at offset: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
        let isWhole = transferAll(of: count) { start, rest in
            pread(file, buffer.baseAddress.map { $0 + start }, rest, off_t(offset + start))
        }
        read = isWhole ? count : 0
    }
    return bytes.count == count ? bytes : nil
}

/// `transfer` gets how many bytes are done and how many are left, and gives back what the system says.
private func transferAll(of count: Int, _ transfer: (Int, Int) -> Int) -> Bool {
    var done = 0
    while done < count {
        let part = transfer(done, count - done)
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { return false }
        done += part
    }
    return true
}
