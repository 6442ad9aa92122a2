import Outreach

/// Column headings used by more than one command.
enum Heading {
    static let id = Message(vi: "Mã", en: "Id")
    static let name = Message(vi: "Tên", en: "Name")
    static let kind = Message(vi: "Loại", en: "Kind")
    static let state = Message(vi: "Trạng thái", en: "State")
    static let title = Message(vi: "Tiêu đề", en: "Title")
    static let day = Message(vi: "Ngày", en: "Day")
    static let time = Message(vi: "Giờ", en: "Time")
    static let unit = Message(vi: "Đơn vị", en: "Unit")
    static let channel = Message(vi: "Kênh", en: "Channel")
    static let material = Message(vi: "Tài liệu", en: "Material")
    static let reason = Message(vi: "Lý do", en: "Reason")
    static let by = Message(vi: "Người", en: "By")
    static let turns = Message(vi: "Lượt", en: "Turns")
    static let value = Message(vi: "Giá trị", en: "Value")
}
