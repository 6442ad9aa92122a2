import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct CampaignRowsTests {
    private func slot(_ key: String, day: String, channel: String = "page") throws -> Slot {
        Slot(
            key: key, unit: try Make.slug("vh"), place: .channel(try Make.slug(channel), .social),
            day: try Make.day(day), time: .midnight, material: nil, audiences: [],
            what: LocalizedText(vi: "Bài", en: "Post"), why: LocalizedText(vi: "Vì", en: "Because"))
    }

    @Test func `a campaign comes back, and putting it again brings it up to date`() async throws {
        let database = try Database(inMemory: ())
        let (old, new) = (try StoredPostFixture.campaign("a", year: 2025), try StoredPostFixture.campaign("a"))
        let other = try StoredPostFixture.campaign("b", year: 2025)
        try await database.write { tx in
            for campaign in [old, other, new] { try tx.put(campaign) }
        }
        #expect(try await database.read { try $0.campaigns() } == [new, other])
        #expect(try await database.read { try $0.campaign(other.id) } == other)
        let unknown = try Make.slug("unknown")
        #expect(try await database.read { try $0.campaign(unknown) } == nil)
    }

    @Test func `slots come by day and key, and the whole plan is replaced at once`() async throws {
        let campaign = try StoredPostFixture.campaign()
        let database = try await StoredPostFixture.database([])
        let slots = try [slot("b", day: "2026-06-02"), slot("a", day: "2026-06-02"), slot("c", day: "2026-06-01")]
        let one = try slot("d", day: "2026-06-03")
        try await database.write { try $0.replaceSlots(of: campaign.id, with: slots) }
        #expect(try await database.read { try $0.slots(of: campaign.id) }.map(\.key) == ["c", "a", "b"])
        try await database.write { try $0.replaceSlots(of: campaign.id, with: [one]) }
        #expect(try await database.read { try $0.slots(of: campaign.id) } == [one])
    }

    @Test func `a slot that was changed is kept as changed, dropped ones too`() async throws {
        let campaign = try StoredPostFixture.campaign()
        let database = try await StoredPostFixture.database([])
        let before = try slot("a", day: "2026-06-02")
        let after = {
            var after = before
            after.isDropped = true
            after.changedBy = "an"
            after.day = after.day + 1
            return after
        }()
        try await database.write { tx in
            try tx.replaceSlots(of: campaign.id, with: [before])
            try tx.update(after, of: campaign.id)
        }
        #expect(try await database.read { try $0.slot("a", of: campaign.id) } == after)
        #expect(try await database.read { try $0.slots(of: campaign.id) } == [after])
    }

    @Test func `a slot that became a post stays one, so that a cancelled post does not come back by itself`()
        async throws
    {
        let posts = try [
            StoredPostFixture.post(1, campaign: "june", slot: "a", state: .draft),
            StoredPostFixture.post(2, campaign: "june", slot: "b", state: .cancelled),
            StoredPostFixture.post(3, campaign: "june", slot: "c", state: .posted), StoredPostFixture.post(4),
        ]
        let database = try await StoredPostFixture.database(posts)
        let june = try Make.slug("june")
        #expect(try await database.read { try $0.postedSlotKeys(of: june) } == ["a", "b", "c"])
    }
}
