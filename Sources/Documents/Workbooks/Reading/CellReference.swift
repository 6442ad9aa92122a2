/// A place on a sheet, `B12`: counted from 0 across and from 1 down.
struct CellReference: Hashable {
    let column: Int
    let row: Int

    /// Nil where it is no place on a sheet of Excel's size.
    init?(_ text: Substring) {
        var column = 0
        var row = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.column = column - 1
        self.row = row
    }
}

/// Merged cells, `A1:F1`: columns counted from 0, rows from 1.
public struct MergedCells: Sendable, Hashable {
    public let text: String
    public let columns: ClosedRange<Int>
    public let rows: ClosedRange<Int>

    init?(_ text: String) {
        let ends = text.split(separator: ":")
        guard let first = ends.first.flatMap(CellReference.init), let last = ends.last.flatMap(CellReference.init),
            first.column <= last.column, first.row <= last.row
        else { return nil }
        self.text = text
        columns = first.column...last.column
        rows = first.row...last.row
    }
}
