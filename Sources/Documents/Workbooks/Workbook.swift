public import Outreach

/// An Excel file: sheets with real numbers and days, set up for A4, and charts on a sheet of their own.
public struct Workbook: Sendable, Hashable {
    public let title: String
    /// Who issues it: stands in the properties of the file.
    public let creator: String
    /// When the numbers were taken.
    public let day: Day
    public let sheets: [Sheet]
    public let charts: [SheetChart]
    public let language: Language

    public init(
        title: String, creator: String, day: Day, sheets: [Sheet], charts: [SheetChart] = [],
        language: Language = .vietnamese
    ) {
        self.title = title
        self.creator = creator
        self.day = day
        self.sheets = sheets
        self.charts = charts
        self.language = language
    }
}

/// One sheet: lines of titles, one table, and remarks below.
public struct Sheet: Sendable, Hashable {
    /// Shortened to what Excel allows, and told apart where two are alike.
    public let name: String
    /// Above the table; the first is the heading.
    public let titles: [String]
    public let header: [String]
    public let rows: [[Cell]]
    /// The last row, in bold.
    public let totals: [Cell]?
    /// Below the table, in italics.
    public let notes: [String]
    /// Columns on the left that stay when the sheet is moved sideways.
    public let frozenColumns: Int
    public let isLandscape: Bool
    /// Whether the heading has buttons to filter the rows.
    public let hasFilter: Bool

    public init(
        name: String,
        titles: [String] = [],
        header: [String],
        rows: [[Cell]],
        totals: [Cell]? = nil,
        notes: [String] = [],
        frozenColumns: Int = 0,
        isLandscape: Bool = false,
        hasFilter: Bool = false
    ) {
        self.name = name
        self.titles = titles
        self.header = header
        self.rows = rows
        self.totals = totals
        self.notes = notes
        self.frozenColumns = frozenColumns
        self.isLandscape = isLandscape
        self.hasFilter = hasFilter
    }

    /// Where the heading of the table stands, counted from 0.
    var headerRow: Int { titles.isEmpty ? 0 : titles.count + 1 }
}

/// A chart of Excel's own, drawn from the cells of a sheet, so that it follows when a clerk corrects them.
public struct SheetChart: Sendable, Hashable {
    public enum Kind: Sendable, Hashable, CaseIterable {
        case line, bars, columns
        /// Bars of full width, divided.
        case shares
    }

    public let kind: Kind
    public let title: String
    /// What is counted; stands at the axis.
    public let unit: String
    /// Which sheet, counted from 0.
    public let sheet: Int
    /// The column with the names.
    public let names: Int
    /// The columns with the values, a series each.
    public let values: [Int]
    /// Which rows of the table; nil for all of them.
    public let rows: Range<Int>?

    public init(
        _ kind: Kind, title: String, unit: String, sheet: Int, names: Int, values: [Int], rows: Range<Int>? = nil
    ) {
        self.kind = kind
        self.title = title
        self.unit = unit
        self.sheet = sheet
        self.names = names
        self.values = values
        self.rows = rows
    }
}

/// Why a workbook could not be written.
public enum WorkbookError: ReadableError, Hashable {
    case noSheets
    case tooManyRows(sheet: String, rows: Int)
    case tooManyColumns(sheet: String, columns: Int)
    /// The reason is that of the library or of the operating system.
    case notWritten(String)

    public var kind: FailureKind {
        switch self {
        case .notWritten: .unavailable
        case .noSheets, .tooManyRows, .tooManyColumns: .badData
        }
    }

    public var message: Message {
        switch self {
        case .noSheets:
            Message(vi: "Không có trang tính nào để ghi.", en: "There is no sheet to write.")
        case .tooManyRows(let sheet, let rows):
            Message(
                vi: "Trang “\(sheet)” có \(NumberFormatting.integer(rows, .vietnamese)) dòng, Excel không chứa hết. "
                    + "Hãy chọn kỳ ngắn hơn hoặc tải tệp CSV.",
                en: "The sheet “\(sheet)” has \(NumberFormatting.integer(rows, .english)) rows, more than Excel can "
                    + "hold. Choose a shorter period or take the CSV file.")
        case .tooManyColumns(let sheet, let columns):
            Message(
                vi: "Trang “\(sheet)” có \(NumberFormatting.integer(columns, .vietnamese)) cột, Excel không chứa hết.",
                en: "The sheet “\(sheet)” has \(NumberFormatting.integer(columns, .english)) columns, more than Excel "
                    + "can hold.")
        case .notWritten(let reason):
            Message(
                vi: "Không ghi được tệp Excel: \(reason). Số liệu không bị ảnh hưởng; hãy thử lại.",
                en: "The Excel file could not be written: \(reason). The data is untouched; try again.")
        }
    }
}
