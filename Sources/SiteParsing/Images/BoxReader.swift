/// A box of an ISO media file (ISO 14496-12): a name and what it holds.
struct Box {
    let name: FourLetters
    let content: Range<Int>

    /// What it holds behind a head of its own.
    func skipping(_ count: Int) throws(ImageFault) -> Range<Int> {
        guard content.count >= count else { throw .malformed }
        return (content.lowerBound + count)..<content.upperBound
    }
}

/// Finds boxes. Each ends where the box around it does, or before.
struct BoxReader {
    let bytes: ImageBytes

    init(_ bytes: ImageBytes) { self.bytes = bytes }

    func first(_ name: FourLetters, in range: Range<Int>) throws(ImageFault) -> Box {
        var position = range.lowerBound
        while position < range.upperBound {
            let box = try box(at: position, before: range.upperBound)
            if box.name == name { return box }
            position = box.content.upperBound
        }
        throw .malformed
    }

    func all(in range: Range<Int>) throws(ImageFault) -> [Box] {
        var boxes: [Box] = []
        var position = range.lowerBound
        while position < range.upperBound {
            boxes.append(try box(at: position, before: range.upperBound))
            position = boxes[boxes.count - 1].content.upperBound
        }
        return boxes
    }

    /// A length of 1 announces one of eight bytes behind the name, a length of 0 all that is left.
    func box(at position: Int, before end: Int) throws(ImageFault) -> Box {
        var length = try bytes.bigEndian(position, 4)
        let name = FourLetters(value: try bytes.bigEndian(position + 4, 4))
        var head = 8
        if length == 1 {
            guard try bytes.bigEndian(position + 8, 4) < 1 << 24 else { throw .malformed }
            length = try bytes.bigEndian(position + 8, 4) << 32 | bytes.bigEndian(position + 12, 4)
            head = 16
        } else if length == 0 {
            length = end - position
        }
        guard length >= head, length <= end - position else { throw .malformed }
        return Box(name: name, content: (position + head)..<(position + length))
    }
}
