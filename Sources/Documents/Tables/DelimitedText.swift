import Outreach

/// Reads tables saved as text: CSV with `;` or `,`, and tab-separated text.
///
/// The reader is our own because the errors of an import have to name lines, and because a row of the wrong length is
/// a mistake to show: libraries that pad it in silence move figures into the wrong column.
public enum DelimitedText {
    /// Reads a whole table.
    /// - Parameters:
    ///   - file: the bytes as they were handed in; encoding and delimiter are detected.
    ///   - columns: what the import looks for. Offices write titles above the heading, so the heading is the line among
    ///     the first twenty that names most of these columns; without any it is the first line that is not blank.
    public static func read(
        _ file: [UInt8], expecting columns: [TableColumn] = [], limits: TableLimits = TableLimits()
    ) throws(TableError) -> Table {
        let (rows, format) = try rows(of: file, limits: limits)
        return try TableAssembly(rows: rows, columns: columns).table(format: .delimited(format))
    }

    /// The lines that are not blank, as they stand.
    static func lines(_ file: [UInt8], limits: TableLimits) throws(TableError) -> TableLines {
        let (rows, format) = try rows(of: file, limits: limits)
        return TableLines(format: .delimited(format), rows: rows, merged: [])
    }

    private static func rows(
        of file: [UInt8], limits: TableLimits
    ) throws(TableError) -> ([TableRow], DelimitedFormat) {
        guard file.count <= limits.bytes else { throw .tooLarge(bytes: file.count, limit: limits.bytes) }
        let text = try DecodedText.of(file)
        let (delimiter, body, firstLine) = delimiter(of: text.bytes, limits)
        var reader = DelimitedRecords(of: body, delimiter: delimiter, limits: limits, firstLine: firstLine)
        var rows: [TableRow] = []
        while let row = try reader.next() {
            guard !row.isBlank else { continue }
            guard rows.count < limits.rows else { throw .tooManyRows(limit: limits.rows) }
            rows.append(row)
        }
        let format = DelimitedFormat(encoding: text.encoding, delimiter: delimiter, legacyFont: text.legacyFont)
        return (rows, format)
    }

    /// Excel's own first line `sep=;` settles the delimiter; else it is detected.
    private static func delimiter(
        of text: ArraySlice<UInt8>, _ limits: TableLimits
    ) -> (delimiter: Delimiter, body: ArraySlice<UInt8>, firstLine: Int) {
        for delimiter in Delimiter.allCases {
            for lineEnd in ["\r\n", "\n", "\r"] {
                let declaration = Array("sep=\(delimiter.rawValue)\(lineEnd)".utf8)
                if text.starts(with: declaration) { return (delimiter, text.dropFirst(declaration.count), 2) }
            }
        }
        return (.detected(in: text, limits: limits), text, 1)
    }
}
