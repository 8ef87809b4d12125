/// The changes of a file as `diff -u` writes them, so that `patch` and `git apply` take them. Lines are changed, and none comes or
/// goes; they end at LF, and a CR before it belongs to the line.
extension FixedFile {
    package var diff: String {
        let old = lines(of: before)
        let new = lines(of: after)
        let changed = old.indices.filter { old[$0] != new[$0] }
        var text = "--- a/\(path)\n+++ b/\(path)\n"
        for hunk in hunks(changed, count: old.count) {
            let place = "\(hunk.lowerBound + 1),\(hunk.count)"
            text += "@@ -\(place) +\(place) @@\n"
            text += body(hunk, old, new)
        }
        return text
    }

    /// Three lines around each change; where they meet, one stretch.
    private func hunks(_ changed: [Int], count: Int) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for line in changed {
            let range = max(0, line - 3)..<min(count, line + 4)
            if let last = hunks.last, range.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    /// Changed lines that follow each other stand together, the old ones before the new.
    private func body(_ hunk: Range<Int>, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> String {
        var text = ""
        var added = ""
        for line in hunk {
            if old[line] == new[line] {
                text += added + written(" ", old[line])
                added = ""
            } else {
                text += written("-", old[line])
                added += written("+", new[line])
            }
        }
        return text + added
    }

    private func written(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
        let text = mark + String(decoding: line, as: UTF8.self)
        return line.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
    }

    /// The lines with their ends.
    private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }
}
