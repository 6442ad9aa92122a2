import Outreach

/// The entries of the navigation, in the order of the work.
enum Section: String, Sendable, CaseIterable {
    case today, library, plans, campaigns, calendar, approvals, posts, sessions, reach, reports, channels, settings

    var path: String { self == .today ? "/" : "/\(rawValue)" }

    var words: Message {
        switch self {
        case .today: Message(vi: "Hôm nay", en: "Today")
        case .library: Message(vi: "Thư viện", en: "Library")
        case .plans: Message(vi: "Kế hoạch", en: "Plans")
        case .campaigns: Message(vi: "Chiến dịch", en: "Campaigns")
        case .calendar: Message(vi: "Lịch", en: "Calendar")
        case .approvals: Message(vi: "Duyệt", en: "Approvals")
        case .posts: Message(vi: "Bài đăng", en: "Posts")
        case .sessions: Message(vi: "Buổi tuyên truyền", en: "Sessions")
        case .reach: Message(vi: "Tiếp cận", en: "Reach")
        case .reports: Message(vi: "Báo cáo", en: "Reports")
        case .channels: Message(vi: "Kênh", en: "Channels")
        case .settings: Message(vi: "Quản trị", en: "Settings")
        }
    }

    /// Shown to whoever holds one of these rights.
    var permissions: [Permission] {
        switch self {
        case .approvals: [.approve, .check]
        case .settings: [.administer]
        default: [.view]
        }
    }
}
