// `tojson`: as Python's `json.dumps` with sorted keys, and without characters that mean something in HTML.
extension Filter {
    func json(_ value: Value) throws(RenderFailure) -> Value {
        var bytes: [UInt8] = []
        try appendJSON(value, to: &bytes)
        return .html(bytes)
    }

    private func appendJSON(_ value: Value, to bytes: inout [UInt8]) throws(RenderFailure) {
        switch value {
        case .none: bytes += "null".utf8
        case .bool(let bool): bytes += (bool ? "true" : "false").utf8
        case .int(let int): bytes += String(int).utf8
        case .string(let string): appendJSONString(string, to: &bytes)
        case .html(let html): appendJSONString(String(decoding: html, as: UTF8.self), to: &bytes)
        case .record: throw .wrongKind("'tojson'", wants: "text, numbers, lists and free data", got: value)
        case .list(let items):
            bytes.append(0x5B)
            for (index, item) in items.enumerated() {
                if index > 0 { bytes += ", ".utf8 }
                try appendJSON(item, to: &bytes)
            }
            bytes.append(0x5D)
        case .object(let members):
            bytes.append(Byte.leftBrace)
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            for (index, member) in sorted.enumerated() {
                if index > 0 { bytes += ", ".utf8 }
                appendJSONString(member.key, to: &bytes)
                bytes += ": ".utf8
                try appendJSON(member.value, to: &bytes)
            }
            bytes.append(Byte.rightBrace)
        }
    }

    private func appendJSONString(_ string: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for unit in string.utf16 {
            switch unit {
            case 0x22: bytes += "\\\"".utf8
            case 0x5C: bytes += "\\\\".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x08: bytes += "\\b".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x3C, 0x3E, 0x26, 0x27: appendCode(unit, to: &bytes)
            case 0x20...0x7E: bytes.append(UInt8(unit))
            default: appendCode(unit, to: &bytes)
            }
        }
        bytes.append(0x22)
    }

    private func appendCode(_ unit: UInt16, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    }
}
