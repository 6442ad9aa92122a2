/// The words on screen for roles, rights and kinds of unit.
extension Role {
    public var words: Message {
        switch self {
        case .administrator: Message(vi: "quản trị", en: "administrator")
        case .editor: Message(vi: "biên tập", en: "editor")
        case .approver: Message(vi: "người duyệt", en: "approver")
        case .checker: Message(vi: "người kiểm tra (công an, pháp chế)", en: "legal checker")
        case .logger: Message(vi: "cán bộ ghi nhận", en: "field logger")
        case .viewer: Message(vi: "người xem của ban chỉ đạo", en: "committee viewer")
        }
    }
}

extension Permission {
    public var words: Message {
        switch self {
        case .view: Message(vi: "xem", en: "view")
        case .edit: Message(vi: "biên tập", en: "edit")
        case .plan: Message(vi: "lập chiến dịch", en: "plan campaigns")
        case .approve: Message(vi: "duyệt", en: "approve")
        case .check: Message(vi: "kiểm tra pháp lý", en: "check as police or lawyer")
        case .override: Message(vi: "cho qua cảnh báo an toàn", en: "override safeguarding findings")
        case .hold: Message(vi: "dừng gửi", en: "hold sending")
        case .logSessions: Message(vi: "ghi nhận buổi tuyên truyền", en: "log sessions")
        case .recordReach: Message(vi: "ghi số đo", en: "record reach")
        case .report: Message(vi: "lập và nộp báo cáo", en: "write and submit reports")
        case .administer: Message(vi: "quản trị", en: "administer")
        }
    }
}

extension UnitKind {
    public var words: Message {
        switch self {
        case .ministry: Message(vi: "bộ", en: "ministry")
        case .province: Message(vi: "tỉnh, thành phố", en: "province")
        case .district: Message(vi: "huyện", en: "district")
        case .commune: Message(vi: "xã, phường", en: "commune")
        case .government: Message(vi: "ủy ban nhân dân", en: "people's committee")
        case .cultureCentre: Message(vi: "trung tâm văn hóa - truyền thanh", en: "culture and broadcasting centre")
        case .youthUnion: Message(vi: "đoàn thanh niên", en: "youth union")
        case .police: Message(vi: "công an", en: "police")
        case .front: Message(vi: "Mặt trận Tổ quốc", en: "Fatherland Front")
        case .womenUnion: Message(vi: "hội phụ nữ", en: "women's union")
        case .education: Message(vi: "giáo dục", en: "education")
        case .justice: Message(vi: "tư pháp", en: "justice")
        case .health: Message(vi: "y tế", en: "health")
        case .labour: Message(vi: "lao động - xã hội", en: "labour and social affairs")
        case .finance: Message(vi: "tài chính", en: "finance")
        case .court: Message(vi: "tòa án", en: "court")
        case .procuracy: Message(vi: "viện kiểm sát", en: "procuracy")
        case .school: Message(vi: "trường học", en: "school")
        case .club: Message(vi: "câu lạc bộ", en: "club")
        case .association: Message(vi: "hội, đoàn thể", en: "association")
        }
    }
}
