import Operations
import Outreach

/// The states a list shows together, as tabs.
enum PostTab: String, CaseIterable {
    case all
    /// Only a person can take these further.
    case toSettle = "to-settle"
    case draft, review, approved, sending, posted, cancelled

    /// Empty for every state.
    var states: Set<PostState> {
        switch self {
        case .all: []
        case .toSettle: [.unknown, .failed, .missed]
        case .draft: [.draft]
        case .review: [.inReview]
        case .approved: [.approved]
        case .sending: [.sending, .retrying]
        case .posted: [.posted]
        case .cancelled: [.cancelled]
        }
    }

    var words: Message {
        switch self {
        case .all: Message(vi: "Tất cả", en: "All")
        case .toSettle: Message(vi: "Cần xử lý", en: "To settle")
        case .draft: Message(vi: "Nháp", en: "Drafts")
        case .review: Message(vi: "Chờ duyệt", en: "In review")
        case .approved: Message(vi: "Đã duyệt", en: "Approved")
        case .sending: Message(vi: "Đang gửi", en: "Being sent")
        case .posted: Message(vi: "Đã đăng", en: "Posted")
        case .cancelled: Message(vi: "Đã bỏ", en: "Dropped")
        }
    }

    /// What is done is read from its end, what is to come from its beginning.
    var order: PostOrder {
        switch self {
        case .toSettle, .posted, .cancelled: .latestFirst
        case .all, .draft, .review, .approved, .sending: .soonestFirst
        }
    }
}

/// What a list of posts was asked for by its address.
struct PostQuestion {
    let tab: PostTab
    let days: (from: Day?, to: Day?)
    let filter: PostFilter
    let start: PostListStart
    let isUnfiltered: Bool

    var order: PostOrder { tab.order }

    /// An address with a name in it that cannot be asks for nothing that exists.
    init(_ visit: Visit) throws(WebError) {
        let query = visit.query
        let tab = try query["state"].map { text throws(WebError) in try PostQuestion.tab(text) } ?? .all
        self.tab = tab
        days = (query["from"].flatMap { Day($0) }, query["to"].flatMap { Day($0) })
        var filter = PostFilter()
        filter.states = tab.states
        filter.channel = try query["channel"].map { text throws(WebError) in try PostQuestion.slug(text) }
        filter.unit = try query["unit"].map { text throws(WebError) in try PostQuestion.slug(text) }
        filter.campaign = try query["campaign"].map { text throws(WebError) in try PostQuestion.slug(text) }
        let zone = visit.workspace.zone
        filter.from = days.from.map { zone.instant($0, .midnight) }
        filter.before = days.to.map { zone.instant($0 + 1, .midnight) }
        self.filter = filter
        isUnfiltered =
            filter.channel == nil && filter.unit == nil && filter.campaign == nil && days.from == nil
            && days.to == nil
        start =
            if let place = query["after"].flatMap(PostPlace.init) {
                .after(place)
            } else if let place = query["before"].flatMap(PostPlace.init) {
                .before(place)
            } else if tab == .all, days.from == nil, days.to.map({ $0 >= visit.workspace.today }) ?? true {
                // What is to come interests more than the first post ever made; what was lies one page back.
                .at(zone.instant(visit.workspace.today, .midnight))
            } else {
                .first
            }
    }

    private static func tab(_ text: String) throws(WebError) -> PostTab {
        if let tab = PostTab(rawValue: text) { return tab }
        // Other pages link by a post's own state.
        guard let state = PostState(rawValue: text),
            let tab = PostTab.allCases.first(where: { $0.states.contains(state) })
        else { throw .noPage }
        return tab
    }

    private static func slug(_ text: String) throws(WebError) -> Slug {
        guard let slug = Slug(text) else { throw .noPage }
        return slug
    }
}
