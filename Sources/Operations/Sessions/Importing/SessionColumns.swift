import Documents
import Outreach

/// A column of a file and what it was taken for.
public struct ImportedColumn: Sendable, Hashable {
    public let index: Int
    /// All headings above it, the widest first.
    public let path: [String]
    /// What a person would call it: its own heading, and with those above where another column has the same.
    public let heading: String
    /// Nil where nobody knows; its cells are left out.
    public let field: SessionField?
    /// Somebody said so, now or for an earlier file of the unit.
    public let isMapped: Bool

    /// The same column, its cells left out.
    var leftOut: ImportedColumn {
        ImportedColumn(index: index, path: path, heading: heading, field: nil, isMapped: isMapped)
    }
}

/// Decides what each column holds: by its heading, and where that leaves a choice by its cells.
struct SessionColumns {
    let columns: [ImportedColumn]
    /// Columns of which nobody can say what they hold, or which of them holds it: the list is not read before somebody
    /// says so.
    let unclear: [ImportMistake]

    init(_ sheet: SessionSheet, headings: SessionHeadings) {
        let cells = ColumnCells(sheet.rows)
        let mapped = sheet.columns.map { headings.mapping.field(of: $0.path) != nil }
        var fields = sheet.columns.map { headings.field(of: $0.path) }
        var unclear: [ImportMistake] = []
        for (place, column) in sheet.columns.enumerated() where !mapped[place] {
            fields[place] = SessionColumns.adjusted(fields[place], column, cells)
            let hours = HoursColumn(column, fields[place], cells, sheet.rows)
            fields[place] = hours.field
            if let reason = hours.unclear {
                unclear.append(ImportMistake(row: sheet.line, column: column.path.last, reason: reason))
            }
        }
        if !fields.contains(.place), let unit = fields.firstIndex(of: .organiser), !mapped[unit] {
            fields[unit] = .place
        }
        SessionColumns.settleTotals(&fields, mapped, sheet)
        let own = Dictionary(grouping: sheet.columns) { SearchText.folded($0.path.last ?? "") }
        let named = sheet.columns.enumerated().map { place, column in
            let last = column.path.last ?? ""
            let isAlone = own[SearchText.folded(last)]?.count == 1
            return ImportedColumn(
                index: column.index, path: column.path,
                heading: isAlone ? last : column.path.joined(separator: " – "), field: fields[place],
                isMapped: mapped[place])
        }
        let rivals = RivalColumns(named, sheet)
        columns = rivals.columns
        self.unclear = unclear + rivals.unclear
    }

    /// Headings that stand for counts and for words alike.
    private static func adjusted(
        _ field: SessionField?, _ column: SessionSheet.Column, _ cells: ColumnCells
    ) -> SessionField? {
        let counts = cells.share(of: column.index) { $0.first?.isNumber ?? false }
        switch field {
        case .speakers where counts > 0.5: return .turns(.group(.speakers, nil))
        case .material where counts > 0.5: return .handout(nil)
        case .audience where counts > 0.5 && cells.share(of: column.index, where: { Int($0) != nil }) > 0.5:
            return .turns(nil)
        case .turns(let audience?):
            let marks = cells.share(of: column.index) { ["x", "v", "✓", "✔", "có", "+"].contains($0.lowercased()) }
            return marks > 0.5 ? .mark(audience) : field
        case .ordinal where cells.share(of: column.index, where: { !$0.isEmpty && Int($0) == nil }) > 0.9:
            // "TT" over words is no number of rows.
            return cells.share(of: column.index) { $0.count > 6 } > 0.5 ? nil : field
        default: return field
        }
    }

    /// Of several columns of turns of everybody the one that says "total" counts.
    private static func settleTotals(_ fields: inout [SessionField?], _ mapped: [Bool], _ sheet: SessionSheet) {
        let totals = fields.indices.filter { fields[$0] == .turns(nil) && !mapped[$0] }
        let said = totals.filter { place in
            sheet.columns[place].path.contains { SearchText.folded($0).contains("tong") }
        }
        guard totals.count > 1, said.count == 1 else { return }
        for place in totals where place != said[0] { fields[place] = nil }
    }
}

/// The first cells of each column, to see what sort they are.
struct ColumnCells {
    private let rows: ArraySlice<TableRow>

    init(_ rows: [TableRow]) { self.rows = rows.prefix(200) }

    /// The part of the cells that are not blank which fit; 0 where all are blank.
    func share(of column: Int, where fits: (String) -> Bool) -> Double {
        let cells = rows.map { $0[column] }.filter { !ImportedCountReader.isNothing($0) }
        return cells.isEmpty ? 0 : Double(cells.count(where: fits)) / Double(cells.count)
    }
}
