import Operations
import Outreach

/// By what the queue is put into groups.
enum ApprovalGrouping: String, CaseIterable {
    case campaign, channel, day

    var words: Message {
        switch self {
        case .campaign: Message(vi: "Theo chiến dịch", en: "By campaign")
        case .channel: Message(vi: "Theo kênh", en: "By channel")
        case .day: Message(vi: "Theo ngày", en: "By day")
        }
    }

    /// The groups in the order of their first post.
    func groups(of posts: [WaitingPost]) -> [ApprovalGroup] {
        var places: [ApprovalKey: Int] = [:]
        var groups: [ApprovalGroup] = []
        for post in posts {
            let key = key(of: post)
            if let place = places[key] {
                groups[place].posts.append(post)
            } else {
                places[key] = groups.count
                groups.append(ApprovalGroup(key: key, posts: [post]))
            }
        }
        return groups
    }

    private func key(of post: WaitingPost) -> ApprovalKey {
        switch self {
        case .campaign: post.campaign.map(ApprovalKey.campaign) ?? .noCampaign
        case .channel: .channel(post.channel)
        case .day: .day(post.zone.day(of: post.moment))
        }
    }
}

struct ApprovalGroup {
    let key: ApprovalKey
    var posts: [WaitingPost]
}

/// Which part of the queue is read in one go.
enum ApprovalKey: Hashable {
    case campaign(Slug)
    case noCampaign
    case channel(Slug)
    case day(Day)

    /// Nil where the address names no part of it: then all is read.
    init?(_ query: Fields) {
        if let campaign = query["campaign"].flatMap(Slug.init) {
            self = .campaign(campaign)
        } else if query.has("single") {
            self = .noCampaign
        } else if let channel = query["channel"].flatMap(Slug.init) {
            self = .channel(channel)
        } else if let day = query["day"].flatMap({ Day($0) }) {
            self = .day(day)
        } else {
            return nil
        }
    }

    var query: String {
        switch self {
        case .campaign(let campaign): "?campaign=\(campaign)"
        case .noCampaign: "?single=1"
        case .channel(let channel): "?channel=\(channel)"
        case .day(let day): "?day=\(day)"
        }
    }

    func holds(_ post: WaitingPost) -> Bool {
        switch self {
        case .campaign(let campaign): post.campaign == campaign
        case .noCampaign: post.campaign == nil
        case .channel(let channel): post.channel == channel
        case .day(let day): post.zone.day(of: post.moment) == day
        }
    }

    func name(_ names: PublishingNames, _ visit: Visit) -> String {
        switch self {
        case .campaign(let campaign): names.campaign(campaign)
        case .noCampaign: visit.t("Bài ngoài chiến dịch", "Posts of no campaign")
        case .channel(let channel): names.channel(channel)
        case .day(let day): "\(visit.formats.weekday(day)), \(visit.formats.day(day))"
        }
    }
}
