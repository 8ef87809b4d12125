import SiteModel

/// The size of an AVIF: the `ispe` property of its primary item, turned by that item's `irot` (ISO 23008-12). Other items are
/// previews and transparency.
func readAVIF(_ bytes: ImageBytes) throws(ImageFault) -> ImageSize {
    let file = BoxReader(bytes)
    let brands = try file.box(at: 0, before: wholeFile)
    guard try isAVIF(bytes, brands.content) else { throw .malformed }
    let meta = try file.first("meta", in: brands.content.upperBound..<wholeFile).skipping(4)
    let item = try primaryItem(bytes, file.first("pitm", in: meta))
    let properties = try file.first("iprp", in: meta).content
    let list = try file.all(in: file.first("ipco", in: properties).content)
    var size: ImageSize?
    var isOnItsSide = false
    for number in try propertyNumbers(of: item, file, properties) where list.indices.contains(number - 1) {
        let box = list[number - 1]
        let content = box.content.lowerBound
        if box.name == "ispe", size == nil {
            size = try checkedSize(bytes.bigEndian(content + 4, 4), bytes.bigEndian(content + 8, 4))
        }
        if box.name == "irot" { isOnItsSide = try bytes.byte(content) & 1 == 1 }
    }
    guard let size else { throw .malformed }
    return size.turned(isOnItsSide ? 6 : 1)
}

/// How far the boxes of a file may reach: further than any file does.
private let wholeFile = 1 << 60

private func isAVIF(_ bytes: ImageBytes, _ brands: Range<Int>) throws(ImageFault) -> Bool {
    for position in stride(from: brands.lowerBound, to: brands.upperBound - 3, by: 4) {
        let brand = FourLetters(value: try bytes.bigEndian(position, 4))
        if brand == "avif" || brand == "avis" { return true }
    }
    return false
}

private func primaryItem(_ bytes: ImageBytes, _ box: Box) throws(ImageFault) -> Int {
    let content = box.content.lowerBound
    return try bytes.bigEndian(content + 4, bytes.byte(content) == 0 ? 2 : 4)
}

/// The numbers of an item's properties, counted from 1, as the `ipma` boxes list them.
private func propertyNumbers(of item: Int, _ file: BoxReader, _ properties: Range<Int>) throws(ImageFault) -> [Int] {
    let bytes = file.bytes
    for box in try file.all(in: properties) where box.name == "ipma" {
        let start = box.content.lowerBound
        let idLength = try bytes.byte(start) == 0 ? 2 : 4
        let isLong = try bytes.byte(start + 3) & 1 == 1
        var position = start + 8
        for _ in 0..<(try bytes.bigEndian(start + 4, 4)) {
            guard position < box.content.upperBound else { throw .malformed }
            let owner = try bytes.bigEndian(position, idLength)
            let count = try bytes.byte(position + idLength)
            let first = position + idLength + 1
            let length = isLong ? 2 : 1
            position = first + count * length
            guard owner == item else { continue }
            var numbers: [Int] = []
            // The highest bit says whether a reader must understand the property.
            for index in 0..<count {
                numbers.append(try bytes.bigEndian(first + index * length, length) & (isLong ? 0x7FFF : 0x7F))
            }
            return numbers
        }
    }
    return []
}
