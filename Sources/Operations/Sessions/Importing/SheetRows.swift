import Documents
import Outreach

/// Sorts the lines below a heading into rows, totals and what is neither.
struct SheetRows {
    private let headings: SessionHeadings
    private let headingRows: [TableRow]
    private let dayColumns: [Int]
    private let amountColumns: [Int]
    private let ordinalColumns: Set<Int>
    private let days = ImportedDayReader(year: nil, countsFrom1904: false)
    private(set) var rows: [TableRow] = []
    private(set) var totals: [TableRow] = []
    private(set) var skipped: [TableRow] = []

    init(columns: [SessionSheet.Column], headings: SessionHeadings, headingRows: [TableRow]) {
        self.headings = headings
        self.headingRows = headingRows
        let fields = columns.map { (column: $0.index, field: headings.field(of: $0.path)) }
        dayColumns = fields.filter { $0.field == .day }.map(\.column)
        amountColumns = fields.filter { $0.field?.isAmount ?? false }.map(\.column)
        ordinalColumns = Set(fields.filter { $0.field == .ordinal }.map(\.column))
    }

    mutating func take(_ row: TableRow) {
        let used = row.cells.indices.filter { !row.cells[$0].isEmpty && !ordinalColumns.contains($0) }
        // Numbered in advance and never filled in.
        if used.isEmpty { return }
        if hasDay(row) {
            rows.append(row)
        } else if isTotal(row) {
            totals.append(row)
        } else if isRepeatedHeading(row) || rows.isEmpty && CellLooks.numbersColumns(row) || isGroup(row, used)
            || used.count <= 2 && !hasAmount(row)
        {
            skipped.append(row)
        } else {
            rows.append(row)
        }
    }

    /// Below the last session people sign: lines without a day and a number, below the totals or from where somebody is
    /// said to sign.
    mutating func close() {
        let end = (rows.lastIndex { hasDay($0) || hasAmount($0) } ?? -1) + 1
        let below = totals.last?.line ?? Int.max
        guard let first = rows[end...].firstIndex(where: { $0.line > below || SheetRows.isSignature($0) }) else {
            return
        }
        skipped = (skipped + rows[first...]).sorted { $0.line < $1.line }
        rows.removeSubrange(first...)
    }

    /// "NGƯỜI LẬP", "TM. BAN CHẤP HÀNH", "Thủ trưởng đơn vị"
    private static func isSignature(_ row: TableRow) -> Bool {
        row.cells.contains { cell in
            let words = SearchText.folded(cell)
            return cell.utf8.count <= 80 && signing.contains { "\(words) ".hasPrefix("\($0) ") }
        }
    }

    private static let signing = [
        "nguoi lap", "nguoi tong hop", "nguoi bao cao", "nguoi kiem tra", "thu truong", "ke toan", "tm", "kt", "tl",
        "noi nhan", "xac nhan", "ky ten", "lanh dao", "bi thu", "pho bi thu", "chu tich", "pho chu tich", "hieu truong",
    ]

    private func hasDay(_ row: TableRow) -> Bool {
        dayColumns.contains { column in
            if case .success = days.read(row[column]) { true } else { false }
        }
    }

    private func hasAmount(_ row: TableRow) -> Bool {
        amountColumns.contains { column in
            let cell = row[column]
            return cell.first?.isNumber ?? false && !cell.contains(/[0-9]{1,2}\/[0-9]{1,2}\/[0-9]{2,4}/)
        }
    }

    /// A page's heading once more.
    private func isRepeatedHeading(_ row: TableRow) -> Bool {
        headingRows.contains { heading in
            let pairs = zip(heading.cells, row.cells).filter { !$0.0.isEmpty || !$0.1.isEmpty }
            return pairs.count > 1 && pairs.allSatisfy { SearchText.folded($0.0) == SearchText.folded($0.1) }
        }
    }

    /// "I. Khối tiểu học" with the sums of its rows: a Roman numeral or a letter where rows have numbers.
    private func isGroup(_ row: TableRow, _ used: [Int]) -> Bool {
        guard let ordinal = ordinalColumns.map({ row[$0] }).first(where: { !$0.isEmpty }) else { return false }
        return ordinal.wholeMatch(of: /[IVX]{1,5}\.?|[A-ZĐ]\.?/) != nil && !hasDay(row)
    }

    /// "Tổng cộng", "Cộng tháng 5", "TỔNG CỘNG (12 buổi)": a line that adds others up, and has no day of its own.
    private func isTotal(_ row: TableRow) -> Bool {
        row.cells.prefix(6).filter { !$0.isEmpty }.prefix(3).contains { cell in
            cell.utf8.count <= 80 && SheetRows.isTotal(cell)
        }
    }

    static func isTotal(_ cell: String) -> Bool {
        if ["∑", "Σ", "TC", "T.C", "TC:"].contains(cell.trimmed) { return true }
        let words = SearchText.folded(cell)
        guard let head = totalWords.first(where: { words == $0 || words.hasPrefix($0 + " ") }) else { return false }
        let rest = words.dropFirst(head.count).split(separator: " ").map(String.init)
        return rest.allSatisfy { $0.contains(where: \.isNumber) || between.contains($0) || isRoman($0) }
    }

    private static func isRoman(_ word: String) -> Bool { word.allSatisfy { "ivx".contains($0) } }

    /// The longest first.
    private static let totalWords = [
        "tong cong chung", "tong so buoi", "tong so luot", "tong so cuoc", "tong so nguoi", "tong cong", "tong so",
        "tong chung", "cong chung", "cong don", "luy ke", "grand total", "total", "sum", "tong", "cong",
    ]
    private static let between: Set<String> = [
        "thang", "tuan", "ngay", "quy", "nam", "buoi", "luot", "nguoi", "cuoc", "ky", "dot", "trang", "toan", "xa",
        "don", "vi",
        "truong", "cac", "cua", "chung", "so", "i", "ii", "hoc", "sinh", "cap",
    ]
}
