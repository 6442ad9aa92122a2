import Outreach

extension TableError {
    /// What is wrong with an Excel file.
    var workbookReason: Message {
        switch self {
        case .damagedWorkbook(let error): error.message
        case .malformedWorkbook(let part, let line):
            Message(
                vi: "Tệp Excel bị hỏng ở phần “\(part)”, dòng \(line).",
                en: "The Excel file is damaged in its part “\(part)”, line \(line).")
        case .forbiddenMarkup(let part):
            Message(
                vi: "Tệp Excel có nội dung không an toàn ở phần “\(part)”.",
                en: "The Excel file holds unsafe markup in its part “\(part)”.")
        case .noVisibleSheet:
            Message(vi: "Tệp Excel không có trang tính nào hiển thị.", en: "The Excel file has no visible sheet.")
        case .noSuchSheet(let name, let seen):
            Message(
                vi: "Tệp Excel không có trang “\(name)”. Các trang có trong tệp: \(list(seen)).",
                en: "The Excel file has no sheet “\(name)”. Sheets in the file: \(list(seen)).")
        case .mergedRows(let ranges):
            Message(
                vi:
                    "Có ô gộp qua nhiều dòng dữ liệu: \(shown(ranges)). Không biết số liệu trong ô tính cho một hay nhiều buổi.",
                en: "Cells are merged over several rows of data: \(shown(ranges)). "
                    + "Nothing says whether their value counts once or for each row.")
        case .uncomputedFormula(let line, let column):
            Message(
                vi: "Ô \(ColumnName.letters(column))\(line) có công thức chưa được tính.",
                en: "The cell \(ColumnName.letters(column))\(line) holds a formula that was never computed.")
        default: Message(verbatim: "")
        }
    }

    /// What to do about it.
    var workbookRemedy: Message {
        switch self {
        case .noVisibleSheet:
            Message(
                vi: "Hãy mở tệp, bỏ ẩn trang cần nhập rồi lưu lại.",
                en: "Open it, unhide the sheet that is meant and save.")
        case .noSuchSheet:
            Message(vi: "Hãy chọn một trong các trang đó.", en: "Choose one of those sheets.")
        case .mergedRows:
            Message(
                vi: "Hãy bỏ gộp ô và ghi giá trị cho từng dòng.", en: "Unmerge them and write a value into each row.")
        default:
            Message(
                vi: "Hãy mở tệp bằng Excel, lưu lại rồi nhập tệp mới lưu.",
                en: "Open the file in Excel, save it again and import that file.")
        }
    }

    private func shown(_ ranges: [String]) -> String {
        ranges.prefix(10).joined(separator: ", ") + (ranges.count > 10 ? " …" : "")
    }
}

extension ForeignFile {
    var reason: Message {
        switch self {
        case .officePackage:
            Message(
                vi: "Đây là tệp nén ZIP nhưng không phải tệp Excel (.xlsx); có thể là tệp Word hay tệp ODS.",
                en: "This is a ZIP container but no Excel file (.xlsx); it may be a Word or an ODS file.")
        case .oldOffice:
            Message(
                vi: "Đây là tệp Excel hoặc Word đời cũ (.xls, .doc), hoặc tệp có mật khẩu.",
                en: "This is an Excel or Word file of the old kind (.xls, .doc), or one with a password.")
        case .pdf:
            Message(vi: "Đây là tệp PDF, không phải bảng tính.", en: "This is a PDF file, not a table.")
        }
    }
}
