public import Outreach

/// How a file was written, as it was found.
public enum TableFormat: Sendable, Hashable {
    case delimited(DelimitedFormat)
    case workbook(WorkbookFormat)

    public var delimited: DelimitedFormat? {
        if case .delimited(let format) = self { format } else { nil }
    }

    public var workbook: WorkbookFormat? {
        if case .workbook(let format) = self { format } else { nil }
    }

    /// What was found, for the person who handed the file in.
    public var description: Message {
        switch self {
        case .delimited(let format): format.description
        case .workbook(let format): format.description
        }
    }
}

/// Encoding and delimiter of a text table.
public struct DelimitedFormat: Sendable, Hashable {
    public let encoding: TextEncoding
    public let delimiter: Delimiter
    /// Where Unicode text was written with a font from before Unicode.
    public let legacyFont: LegacyFont?

    var description: Message {
        let font = legacyFont.map {
            Message(vi: ", chữ theo phông \($0.rawValue)", en: ", letters of \($0.rawValue) fonts")
        }
        return Message(
            vi:
                "Tệp văn bản, bảng mã \(encoding.rawValue)\(font?.vietnamese ?? ""), các cột cách nhau bằng \(mark.vietnamese).",
            en: "Text in \(encoding.rawValue)\(font?.english ?? ""), columns parted by \(mark.english).")
    }

    private var mark: Message {
        switch delimiter {
        case .semicolon: Message(vi: "dấu chấm phẩy", en: "semicolons")
        case .comma: Message(vi: "dấu phẩy", en: "commas")
        case .tab: Message(vi: "dấu tab", en: "tabs")
        }
    }
}

/// Which sheet of an Excel file was read, and what was not.
public struct WorkbookFormat: Sendable, Hashable {
    public let sheet: String
    /// Visible sheets that were left alone.
    public let otherSheets: [String]
    public let hiddenSheets: [String]
    /// Rows a filter hides; they are read like the others.
    public let hiddenRows: Int
    /// The letters of hidden columns; they are read like the others.
    public let hiddenColumns: [String]
    /// Whether numbers of days count from 1904, as old Macintosh files do, and not from 1900.
    public let countsFrom1904: Bool
    /// Fonts from before Unicode that cells were written with.
    public let legacyFonts: Set<LegacyFont>

    var description: Message {
        var parts = [Message(vi: "Tệp Excel, trang “\(sheet)”", en: "Excel file, sheet “\(sheet)”")]
        if !otherSheets.isEmpty {
            let names = otherSheets.map { "“\($0)”" }.joined(separator: ", ")
            parts.append(Message(vi: "không đọc trang \(names)", en: "not read: \(names)"))
        }
        if !hiddenSheets.isEmpty {
            let names = hiddenSheets.map { "“\($0)”" }.joined(separator: ", ")
            parts.append(Message(vi: "không đọc trang ẩn \(names)", en: "hidden and not read: \(names)"))
        }
        if hiddenRows > 0 {
            parts.append(
                Message(
                    vi: "có đọc \(NumberFormatting.integer(hiddenRows, .vietnamese)) dòng đang ẩn",
                    en: "\(NumberFormatting.integer(hiddenRows, .english)) hidden rows were read"))
        }
        if !hiddenColumns.isEmpty {
            let letters = hiddenColumns.joined(separator: ", ")
            parts.append(Message(vi: "có đọc cột đang ẩn \(letters)", en: "hidden columns were read: \(letters)"))
        }
        let fonts = legacyFonts.map(\.rawValue).sorted().joined(separator: ", ")
        if !fonts.isEmpty { parts.append(Message(vi: "chữ theo phông \(fonts)", en: "letters of \(fonts) fonts")) }
        return Message(
            vi: parts.map(\.vietnamese).joined(separator: "; ") + ".",
            en: parts.map(\.english).joined(separator: "; ") + ".")
    }
}
