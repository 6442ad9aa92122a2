public import Outreach

extension TableError {
    public var message: Message {
        let reason = reason
        return Message(
            vi: "\(reason.vietnamese) Chưa có dòng nào được nhập. \(remedy.vietnamese)",
            en: "\(reason.english) Nothing was imported. \(remedy.english)")
    }

    private var reason: Message {
        switch self {
        case .tooLarge(let bytes, let limit):
            Message(
                vi: "Tệp có \(vi(bytes)) byte, nhiều hơn mức cho phép là \(vi(limit)) byte.",
                en: "The file has \(en(bytes)) bytes, more than the \(en(limit)) bytes allowed.")
        case .tooManyRows(let limit):
            Message(
                vi: "Tệp có nhiều hơn \(vi(limit)) dòng.",
                en: "The file has more than \(en(limit)) rows.")
        case .tooManyColumns(let line, let limit):
            Message(
                vi: "Dòng \(line) có nhiều hơn \(vi(limit)) ô.",
                en: "Line \(line) has more than \(en(limit)) cells.")
        case .cellTooLong(let line, let limit):
            Message(
                vi: "Dòng \(line) có một ô dài hơn \(vi(limit)) byte.",
                en: "Line \(line) has a cell of more than \(en(limit)) bytes.")
        case .notText(let file):
            file.reason
        case .unreadableByte(let byte, let offset, let line):
            Message(
                vi: "Không nhận ra bảng mã của tệp (UTF-8, UTF-16, CP1258, TCVN3 hay VNI): "
                    + "byte \(hex(byte)) ở vị trí \(vi(offset)) (dòng \(line)).",
                en: "The encoding of the file is none of UTF-8, UTF-16, CP1258, TCVN3 and VNI: "
                    + "byte \(hex(byte)) at offset \(en(offset)) (line \(line)).")
        case .empty:
            Message(vi: "Tệp không có dữ liệu.", en: "The file holds no data.")
        case .unclosedQuote(let line):
            Message(
                vi: "Ô bắt đầu bằng dấu ngoặc kép ở dòng \(line) không có dấu đóng.",
                en: "The cell that opens with a quotation mark on line \(line) is never closed.")
        case .textAfterQuote(let line):
            Message(
                vi: "Dòng \(line) có chữ ngay sau dấu ngoặc kép đóng.",
                en: "Line \(line) has text right after a closing quotation mark.")
        case .unevenRows(let rows, let columns):
            unevenReason(rows, columns: columns)
        case .missingColumns(let missing, let seen):
            Message(
                vi: "Thiếu cột \(list(missing)). Các cột có trong tệp: \(list(seen)).",
                en: "Columns missing: \(list(missing)). Columns in the file: \(list(seen)).")
        case .ambiguousColumn(let name, let headings):
            Message(
                vi: "Có nhiều cột cùng hiểu là “\(name)”: \(list(headings)).",
                en: "Several columns can be read as “\(name)”: \(list(headings)).")
        case .damagedWorkbook, .malformedWorkbook, .forbiddenMarkup, .noVisibleSheet, .noSuchSheet, .mergedRows,
            .uncomputedFormula:
            workbookReason
        }
    }

    private var remedy: Message {
        switch self {
        case .tooLarge, .tooManyRows, .tooManyColumns:
            Message(vi: "Hãy chia thành nhiều tệp nhỏ hơn.", en: "Split it into smaller files.")
        case .cellTooLong:
            Message(vi: "Hãy rút ngắn ô đó.", en: "Shorten that cell.")
        case .notText, .unreadableByte:
            Message(
                vi: "Hãy mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu “Excel Workbook (.xlsx)” hoặc “CSV UTF-8”, "
                    + "rồi nhập lại.",
                en:
                    "Open it in Excel, choose Save As, type “Excel Workbook (.xlsx)” or “CSV UTF-8”, and import that file."
            )
        case .empty:
            Message(
                vi: "Hãy kiểm tra đã chọn đúng tệp: cần một dòng tiêu đề và các dòng dữ liệu.",
                en: "Check that it is the right file: a heading row and rows of data are needed.")
        case .unclosedQuote, .textAfterQuote:
            Message(
                vi: "Hãy sửa dấu ngoặc kép ở dòng đó; dấu ngoặc kép trong ô được viết hai lần (\"\").",
                en: "Correct the quotation marks there; one inside a cell is written twice (\"\").")
        case .unevenRows:
            Message(
                vi: "Hãy sửa các dòng đó cho đủ ô như dòng tiêu đề; ô có chứa dấu phân cách phải đặt trong ngoặc kép.",
                en:
                    "Give those rows as many cells as the heading; a cell that holds the delimiter needs quotation marks."
            )
        case .missingColumns:
            Message(
                vi: "Hãy thêm cột hoặc sửa lại tên cột trong tệp.",
                en: "Add the columns or correct their headings.")
        case .ambiguousColumn:
            Message(vi: "Hãy đổi tên hoặc xoá bớt cột thừa.", en: "Rename or remove the column that is not meant.")
        case .damagedWorkbook, .malformedWorkbook, .forbiddenMarkup, .noVisibleSheet, .noSuchSheet, .mergedRows,
            .uncomputedFormula:
            workbookRemedy
        }
    }

    private func unevenReason(_ rows: [UnevenRow], columns: Int) -> Message {
        let shown = rows.prefix(10)
        let more = rows.count - shown.count
        let vietnamese = shown.map { "dòng \($0.line) có \($0.cells) ô" }.joined(separator: "; ")
        let english = shown.map { "line \($0.line) has \($0.cells)" }.joined(separator: "; ")
        return Message(
            vi: "Dòng tiêu đề có \(columns) ô, nhưng \(vietnamese)" + (more > 0 ? "; và \(vi(more)) dòng nữa." : "."),
            en: "The heading has \(columns) cells, but \(english)" + (more > 0 ? "; and \(en(more)) more rows." : "."))
    }

    func list(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: ", ") }
    private func hex(_ byte: UInt8) -> String { "0x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16).uppercased() }
    private func vi(_ number: Int) -> String { NumberFormatting.integer(number, .vietnamese) }
    private func en(_ number: Int) -> String { NumberFormatting.integer(number, .english) }
}
