/// What stands between two cells of a line.
///
/// Excel writes the list separator of the machine's region: `;` where the decimal sign is a comma, as in Vietnam.
public enum Delimiter: String, Sendable, Hashable, CaseIterable {
    case semicolon = ";"
    case tab = "\t"
    case comma = ","

    var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .comma: UInt8(ascii: ",")
        }
    }
}

extension Delimiter {
    /// The delimiter under which the most lines fall into the same number of cells, looked for in the first lines.
    ///
    /// Commas inside addresses and decimal numbers vary from line to line, real delimiters do not. Text without any
    /// delimiter is one column, and then any answer will do.
    static func detected(in bytes: ArraySlice<UInt8>, limits: TableLimits) -> Delimiter {
        var best = (delimiter: Delimiter.semicolon, evidence: Evidence(lines: 0, cells: 0))
        for delimiter in Delimiter.allCases {
            let evidence = evidence(for: delimiter, in: bytes, limits)
            if best.evidence < evidence { best = (delimiter, evidence) }
        }
        return best.delimiter
    }

    /// How well one delimiter explains a text; more lines that agree weigh more than more cells in a line.
    private struct Evidence: Comparable {
        let lines: Int
        let cells: Int

        static func < (left: Evidence, right: Evidence) -> Bool {
            (left.lines, left.cells) < (right.lines, right.cells)
        }
    }

    private static func evidence(
        for delimiter: Delimiter, in bytes: ArraySlice<UInt8>, _ limits: TableLimits
    ) -> Evidence {
        var reader = DelimitedRecords(of: bytes, delimiter: delimiter, limits: limits)
        var linesByCells: [Int: Int] = [:]
        // A wrong delimiter trips over quotes or limits; the lines before still count.
        for _ in 0..<sampledLines {
            guard let record = try? reader.next() else { break }
            if record.cells.count > 1 { linesByCells[record.cells.count, default: 0] += 1 }
        }
        return linesByCells.map { Evidence(lines: $0.value, cells: $0.key) }.max() ?? Evidence(lines: 0, cells: 0)
    }

    private static let sampledLines = 100
}
