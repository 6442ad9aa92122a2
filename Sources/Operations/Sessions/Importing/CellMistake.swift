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
    case notATime, notALength, notMoney
    case notACount, notWhole, negative, uncomputed
    case unknown(Message, known: String)
    case merged(String)

    /// - Parameter cell: what was found.
    func reason(_ cell: String) -> Message {
        let found = String(cell.prefix(60))
        return switch self {
        case .missing: Message(vi: "Ô trống.", en: "The cell is empty.")
        case .notAnIdentifier:
            Message(
                vi: "“\(found)” không phải mã buổi do điện thoại cấp; giữ nguyên mã, hoặc để trống.",
                en: "“\(found)” is no id that a phone gave; leave it as it was, or blank.")
        case .notADay:
            Message(
                vi: "“\(found)” không phải ngày; ghi ngày/tháng/năm, ví dụ 05/09/2026.",
                en: "“\(found)” is no date; write day/month/year, such as 05/09/2026.")
        case .noSuchDay:
            Message(
                vi: "“\(found)”: không có ngày này (thứ tự là ngày/tháng/năm).",
                en: "“\(found)”: there is no such day (the order is day/month/year).")
        case .monthAlone:
            Message(
                vi: "“\(found)” chỉ có tháng; ghi ngày của từng buổi.",
                en: "“\(found)” is a month; give the day of each session.")
        case .severalDays:
            Message(
                vi: "“\(found)” có nhiều ngày; ghi mỗi buổi một dòng.",
                en: "“\(found)” holds several days; give each session a row.")
        case .notATime:
            Message(vi: "“\(found)” không phải giờ; ghi như 07:30.", en: "“\(found)” is no time; write 07:30.")
        case .notALength:
            Message(
                vi: "“\(found)” không phải thời lượng; ghi số phút.", en: "“\(found)” is no length; give minutes.")
        case .notMoney:
            Message(vi: "“\(found)” không phải số tiền.", en: "“\(found)” is no amount of money.")
        case .notACount:
            Message(
                vi: "“\(found)” không phải số đếm; ghi một số nguyên từ 0, chưa biết thì để trống.",
                en: "“\(found)” is no count; give a whole number from 0, or leave it empty where it is not known.")
        case .notWhole:
            Message(
                vi: "“\(found)” không phải số nguyên; lượt người là số nguyên, dấu chấm chỉ ngăn hàng nghìn.",
                en: "“\(found)” is no whole number; points part thousands only.")
        case .negative: Message(vi: "“\(found)” là số âm.", en: "“\(found)” is negative.")
        case .uncomputed:
            Message(
                vi: "Ô có công thức chưa được tính; mở tệp bằng Excel, lưu lại rồi nhập.",
                en: "The cell holds a formula that was never computed; open the file in Excel and save it.")
        case .unknown(let what, let known):
            Message(
                vi: "“\(found)” không phải \(what.vietnamese). Các giá trị dùng được: \(known).",
                en: "“\(found)” is no \(what.english). Known: \(known).")
        case .merged(let range):
            Message(
                vi: "Ô gộp \(range) qua nhiều dòng: không biết số thuộc dòng nào. Bỏ gộp và ghi từng dòng.",
                en: "The cells \(range) are merged over several rows: nothing says whose number it is. Unmerge them.")
        }
    }
}
