import Outreach

/// The words on screen for the closed sets of the domain.
extension RevisionState {
    var words: Message {
        switch self {
        case .inReview: Message(vi: "chờ duyệt", en: "in review")
        case .approved: Message(vi: "đã duyệt", en: "approved")
        case .rejected: Message(vi: "trả lại", en: "rejected")
        }
    }
}

extension MaterialKind {
    var words: Message {
        switch self {
        case .article: Message(vi: "bài viết", en: "article")
        case .clip: Message(vi: "clip", en: "clip")
        case .radioScript: Message(vi: "bài phát thanh", en: "radio script")
        case .poster: Message(vi: "áp phích", en: "poster")
        case .leaflet: Message(vi: "tờ rơi", en: "leaflet")
        case .sessionKit: Message(vi: "bộ tài liệu buổi nói chuyện", en: "session kit")
        case .hotlineNotice: Message(vi: "thông báo 111", en: "Hotline 111 notice")
        }
    }
}

extension SessionForm {
    var words: Message {
        switch self {
        case .schoolSession: Message(vi: "buổi tại trường", en: "school session")
        case .clubMeeting: Message(vi: "sinh hoạt câu lạc bộ", en: "club meeting")
        case .seminar: Message(vi: "tọa đàm", en: "seminar")
        case .contest: Message(vi: "thi tìm hiểu", en: "contest")
        case .performance: Message(vi: "văn nghệ", en: "performance")
        case .conference: Message(vi: "hội nghị", en: "conference")
        case .training: Message(vi: "tập huấn", en: "training")
        case .householdVisit: Message(vi: "thăm hộ", en: "household visit")
        }
    }
}

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
