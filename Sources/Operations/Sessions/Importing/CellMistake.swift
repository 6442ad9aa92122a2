import Documents
import Outreach

/// The text of a cell whose formula was never computed.
enum TableLinesMark {
    static let uncomputed = TableLines.uncomputed
}

/// What is wrong with one cell of a list of sessions.
enum CellMistake: Error, Hashable {
    case missing
    case notAnIdentifier
    case notADay, noSuchDay, monthAlone, severalDays
    /// "2h": a length, or two in the afternoon.
    case unclearHour
    case notATime, notALength, notMoney
    case notACount, notWhole, tooMuch, negative, uncomputed
    /// "#REF!"
    case formulaError
    case unknown(Message, known: String)
    case merged(String)

    /// - Parameter found: the cell, as far as it may be repeated.
    func reason(_ found: CellQuote) -> Message {
        switch self {
        case .missing: Message(vi: "Ô trống.", en: "The cell is empty.")
        case .notAnIdentifier:
            Message(
                vi: "\(found.vietnamese) không phải mã buổi do điện thoại cấp; giữ nguyên mã, hoặc để trống.",
                en: "\(found.english) is no id that a phone gave; leave it as it was, or blank.")
        case .notADay:
            Message(
                vi: "\(found.vietnamese) không phải ngày; ghi ngày/tháng/năm, ví dụ 05/09/2026.",
                en: "\(found.english) is no date; write day/month/year, such as 05/09/2026.")
        case .noSuchDay:
            Message(
                vi: "\(found.vietnamese): không có ngày này (thứ tự là ngày/tháng/năm).",
                en: "\(found.english): there is no such day (the order is day/month/year).")
        case .monthAlone:
            Message(
                vi: "\(found.vietnamese) chỉ có tháng; ghi ngày của từng buổi.",
                en: "\(found.english) is a month; give the day of each session.")
        case .severalDays:
            Message(
                vi: "\(found.vietnamese) có nhiều ngày; ghi mỗi buổi một dòng.",
                en: "\(found.english) holds several days; give each session a row.")
        case .unclearHour:
            Message(
                vi:
                    "\(found.vietnamese) có thể là giờ bắt đầu hoặc thời lượng; ghi giờ như 14:00 (“2h chiều”), thời lượng "
                    + "ghi số phút ở cột “Thời lượng”.",
                en: "\(found.english) may be the time of day or the length; write the time as 14:00, and a length in "
                    + "minutes in a column of its own.")
        case .notATime:
            Message(
                vi: "\(found.vietnamese) không phải giờ; ghi như 07:30.",
                en: "\(found.english) is no time; write 07:30.")
        case .notALength:
            Message(
                vi: "\(found.vietnamese) không phải thời lượng; ghi số phút.",
                en: "\(found.english) is no length; give minutes.")
        case .notMoney:
            Message(
                vi: "\(found.vietnamese) không phải số tiền của một buổi; ghi số đồng, ví dụ 1.500.000.",
                en: "\(found.english) is no amount of money of a session; give it in đồng, such as 1.500.000.")
        case .notACount:
            Message(
                vi: "\(found.vietnamese) không phải số đếm; ghi một số nguyên từ 0, chưa biết thì để trống.",
                en: "\(found.english) is no count; give a whole number from 0, or leave it empty where it is not known."
            )
        case .notWhole:
            Message(
                vi: "\(found.vietnamese) không phải số nguyên; lượt người là số nguyên, dấu chấm chỉ ngăn hàng nghìn.",
                en: "\(found.english) is no whole number; points part thousands only.")
        case .tooMuch:
            Message(
                vi: "\(found.vietnamese) lớn hơn mức có thể có; kiểm tra lại số và đơn vị tính.",
                en: "\(found.english) is more than there can be; check the number and its unit.")
        case .negative: Message(vi: "\(found.vietnamese) là số âm.", en: "\(found.english) is negative.")
        case .uncomputed:
            Message(
                vi: "Ô có công thức chưa được tính; mở tệp bằng Excel, lưu lại rồi nhập.",
                en: "The cell holds a formula that was never computed; open the file in Excel and save it.")
        case .formulaError:
            Message(
                vi: "Ô có lỗi công thức của Excel; sửa công thức, lưu lại rồi nhập.",
                en: "The cell holds an error of an Excel formula; mend the formula, save and import again.")
        case .unknown(let what, let known):
            Message(
                vi: "\(found.vietnamese) không phải \(what.vietnamese). Các giá trị dùng được: \(known).",
                en: "\(found.english) is no \(what.english). Known: \(known).")
        case .merged(let range):
            Message(
                vi: "Ô gộp \(range) qua nhiều dòng: không biết số thuộc dòng nào. Bỏ gộp và ghi từng dòng.",
                en: "The cells \(range) are merged over several rows: nothing says whose number it is. Unmerge them.")
        }
    }
}
