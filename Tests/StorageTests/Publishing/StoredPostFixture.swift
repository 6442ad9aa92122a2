import Outreach

@testable import Storage

private typealias Make = StorageFixture

/// Posts as rows, with just what a test is about.
enum StoredPostFixture {
    static let closed = Message(vi: "Ngoài khung giờ đăng.", en: "Outside the posting hours.")

    static func post(
        _ number: Int, unit: String = "vh", channel: String = "page", campaign: String? = nil, slot: String? = nil,
        series: String? = nil, moment: Instant = Make.now, state: PostState = .approved
    ) throws -> Post {
        Post(
            id: try Make.id(number), unit: try Make.slug(unit), channel: try Make.slug(channel),
            campaign: try campaign.map(Make.slug), slotKey: slot, series: series, title: "Bài \(number)",
            text: "Gọi 111", moment: moment, notAfter: moment + .seconds(3600), state: state, author: "an",
            createdAt: Make.now - .seconds(86_400))
    }

    /// A database with a campaign and these posts.
    static func database(_ posts: [Post], kind: ChannelKind = .social) async throws -> Database {
        let database = try Database(inMemory: ())
        let campaign = try campaign()
        try await database.write { tx in
            try tx.put(campaign)
            for post in posts { try tx.insert(post, channelKind: kind, materialKind: nil) }
        }
        return database
    }

    static func campaign(_ id: String = "june", year: Int = 2026) throws -> Campaign {
        Campaign(
            id: try Make.slug(id), name: LocalizedText(vi: "Tháng 6", en: "June"), playbook: try Make.slug("playbook"),
            observance: try Make.slug("observance"), year: year, owner: try Make.slug("vh"),
            units: try Make.slugs("vh doan"), range: try Make.range("2026-06-01", "2026-06-30"), zone: .vietnam,
            author: "an", createdAt: Make.now)
    }

    /// An attempt that ended so, with everything it may carry.
    static func outcome(
        _ post: Post, number: Int = 1, token: String, _ state: PostState, receipt: Receipt? = nil, next: Instant? = nil,
        reason: Message? = nil
    ) -> AttemptOutcome {
        AttemptOutcome(
            post: post.id, zone: post.zone, number: number, token: token, claimedAt: Make.now, state: state,
            outcome: state.rawValue, endedAt: Make.now + .seconds(2),
            status: 200, bytesMayHaveLeft: true, request: "POST …", answer: "200", nextAttemptAt: next,
            receipt: receipt,
            reason: reason)
    }
}

extension Database {
    func state(of post: Post) async throws -> PostState? {
        try await read { try $0.post(post.id)?.state }
    }

    /// The token under which a post is claimed.
    func token(of post: Post) async throws -> String? {
        try await read { tx in
            try tx.queryOne("SELECT token FROM claims WHERE post = ?", [post.id])?.text("token")
        }
    }

    /// The number of the attempt, or nil where the post was not waiting.
    func claim(_ post: Post, after attempts: Int = 0, token: String) async throws -> Int? {
        try await write { tx in
            let claiming = try ClaimWriting(token: token, at: StorageFixture.now, in: tx)
            let isClaimed = try claiming.claim(post.id, after: attempts, until: StorageFixture.now + .seconds(900))
            return isClaimed ? attempts + 1 : nil
        }
    }
}
