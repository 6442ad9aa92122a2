/// The words on screen for the closed sets of sessions.
extension SessionForm {
    public var words: Message {
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

extension CountingMethod {
    public var words: Message {
        switch self {
        case .counted: Message(vi: "đếm tại chỗ", en: "counted")
        case .estimated: Message(vi: "ước lượng", en: "estimated")
        case .fromRecords: Message(vi: "theo sổ sách", en: "from records")
        }
    }
}

extension SessionOrigin {
    public var words: Message {
        switch self {
        case .typed: Message(vi: "nhập tay", en: "typed in")
        case .imported: Message(vi: "nhập từ tệp", en: "imported")
        }
    }
}

extension SchoolLevel {
    public var words: Message {
        switch self {
        case .preschool: Message(vi: "mầm non", en: "pre-school")
        case .primary: Message(vi: "tiểu học", en: "primary")
        case .lowerSecondary: Message(vi: "trung học cơ sở", en: "lower secondary")
        case .upperSecondary: Message(vi: "trung học phổ thông", en: "upper secondary")
        }
    }
}
