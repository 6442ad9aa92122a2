public import Outreach

/// One value of a table that is written, with its kind, so that numbers and days stay numbers and days in a spreadsheet.
public enum Cell: Sendable, Hashable {
    case text(String)
    case integer(Int)
    /// A number with the digits after the decimal sign that are to be shown.
    case decimal(Double, fractionDigits: Int)
    /// A part of a whole, 0.576 for 57,6 %, with the digits after the decimal sign that are to be shown.
    case percent(Double, fractionDigits: Int)
    case day(Day)
    /// No value; not the same as zero.
    case empty

    var isNumber: Bool {
        switch self {
        case .integer, .decimal, .percent: true
        case .text, .day, .empty: false
        }
    }
}
