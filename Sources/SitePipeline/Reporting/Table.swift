/// Rows under a header, for a terminal and for other programs: columns are at least two blanks apart, the last one is as long
/// as it is.
package struct Table: Sendable, Equatable {
    package var header: [String]
    package var rows: [[Cell]]

    package enum Cell: Sendable, Equatable {
        case text(String)
        case list([String])
        case missing

        /// `-` for what there is not.
        package var text: String {
            switch self {
            case .text(let text): text
            case .list(let items): items.isEmpty ? "-" : items.joined(separator: ", ")
            case .missing: "-"
            }
        }
    }

    package init(header: [String], rows: [[Cell]]) {
        self.header = header
        self.rows = rows
    }

    package init(header: [String], rows: [[String]]) {
        self.init(header: header, rows: rows.map { $0.map { .text($0) } })
    }

    /// Empty where there are no rows.
    package var text: String {
        guard !rows.isEmpty else { return "" }
        let lines = [header] + rows.map { $0.map(\.text) }
        let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            let cells = zip(line, widths).dropLast().map { cell, width in
                cell + String(repeating: " ", count: width - cell.count + 2)
            }
            return cells.joined() + (line.last ?? "") + "\n"
        }
        .joined()
    }
}
