import Outreach
import Testing

/// A post as it stands before approval.
enum PostFixture {
    /// 2026-06-01 07:30 in Vietnam.
    static let moment = Instant(milliseconds: 1_780_273_800_000)

    static func hash(_ digit: Character) throws -> ContentHash {
        try #require(ContentHash(String(repeating: digit, count: 64)))
    }

    static func post(
        id: String = "01900000-0000-7000-8000-000000000001", unit: String = "vh-thanh-xuan", channel: String = "page",
        title: String = "Năm ngón tay", text: String = "Gọi 111", link: String? = nil, media: [MediaFile] = [],
        moment: Instant = moment, zone: String = "Asia/Ho_Chi_Minh", tolerance: Duration = .seconds(3600)
    ) throws -> Post {
        Post(
            id: try #require(Identifier(id)), unit: try UnitFixture.slug(unit), channel: try UnitFixture.slug(channel),
            title: title, text: text, link: link, media: media, moment: moment, zone: try #require(Zone(zone)),
            notAfter: moment + tolerance, author: "an", createdAt: moment - .seconds(86_400))
    }
}
