/// Rows under a header, for a terminal and for other programs: columns are at least two blanks apart, the last one is as long
/// as it is.
package struct Table: Sendable, Equatable {
    package var header: [String]
    package var rows: [[String]]

    package init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }

    /// Empty where there are no rows.
    package var text: String {
        guard !rows.isEmpty else { return "" }
        let lines = [header] + rows
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
