import Outreach

/// A column an import knows, by the headings under which offices write it.
public struct TableColumn: Sendable, Hashable {
    /// Accepted headings; the first is the one people are told about.
    public let names: [String]
    public let isRequired: Bool

    public static func required(_ names: String...) -> TableColumn { TableColumn(names: names, isRequired: true) }
    public static func optional(_ names: String...) -> TableColumn { TableColumn(names: names, isRequired: false) }

    public init(names: [String], isRequired: Bool) {
        self.names = names
        self.isRequired = isRequired
    }
}

extension Table {
    /// Where each of the columns stands; optional ones that are absent are left out.
    ///
    /// Headings are compared without case and diacritics, `đ` as `d`; one that is written exactly as accepted goes
    /// before one that only looks alike.
    /// - Throws: `missingColumns` with the headings seen, `ambiguousColumn` where two headings fit one column.
    public func places(of columns: [TableColumn]) throws(TableError) -> [TableColumn: Int] {
        var places: [TableColumn: Int] = [:]
        var missing: [String] = []
        for column in columns {
            let candidates = header.places(of: column)
            guard candidates.count < 2 else {
                throw .ambiguousColumn(column.names.first ?? "", headings: candidates.map { header.cells[$0] })
            }
            places[column] = candidates.first
            if candidates.isEmpty, column.isRequired { missing.append(column.names.first ?? "") }
        }
        guard missing.isEmpty else { throw .missingColumns(missing, seen: header.cells.filter { !$0.isEmpty }) }
        return places
    }
}

extension TableRow {
    /// The cells that can be the heading of a column.
    func places(of column: TableColumn) -> [Int] {
        let exact = places(of: column.names, comparedAs: SearchText.exact)
        return exact.count == 1 ? exact : places(of: column.names, comparedAs: SearchText.folded)
    }

    private func places(of names: [String], comparedAs form: (String) -> String) -> [Int] {
        let wanted = Set(names.map(form).filter { !$0.isEmpty })
        return cells.indices.filter { wanted.contains(form(cells[$0])) }
    }
}
