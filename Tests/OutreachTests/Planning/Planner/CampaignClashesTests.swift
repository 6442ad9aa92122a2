import Outreach
import Testing

struct CampaignClashesTests {
    private typealias Make = PlanningFixture

    /// What clashes once the slots of a plan have been changed.
    private func clashes(
        _ request: PlanningRequest, _ change: (inout [Slot]) throws -> Void = { _ in }
    ) throws -> [CampaignClash] {
        var slots = Planner.propose(request).slots
        try change(&slots)
        return CampaignClashes.find(in: slots, of: request)
    }

    @Test func `A plan nobody touched has no clashes`() throws {
        let slot = try Make.slot(days: Make.daily(every: 5))
        #expect(try clashes(Make.request([slot], audiences: ["parents"], spacing: 5)).isEmpty)
    }

    @Test func `A post moved into the quiet hours clashes, in words`() throws {
        let hours = PostingHours(quietHours: try Make.span("21:00", "06:00"))
        let request = try Make.request([Make.slot()], channels: [Make.channel(hours: hours)])
        let clash = try #require(try clashes(request) { $0[0].time = .lastMinute }.first)
        #expect(clash.kind == .closedTime)
        #expect(clash.slots == ["launch/page/1"])
        #expect(
            clash.message.vietnamese
                == "“What launch” trên page, 23:59 ngày 01/06/2026: 23:59 nằm trong giờ yên lặng của kênh. Dời sang giờ khác."
        )
    }

    @Test func `Two posts of one channel in the same hour clash`() throws {
        let request = try Make.request([Make.slot("a"), Make.slot("b")])
        let clash = try #require(try clashes(request) { $0[1].time = try Make.time("07:45") }.first)
        #expect(clash.kind == .tooClose)
        #expect(clash.slots == ["a/page/1", "b/page/1"])
        #expect(clash.message.english.contains("15 minutes apart"))
    }

    @Test func `A post too near one outside the campaign clashes, two outside posts do not`() throws {
        var request = try Make.request([Make.slot()])
        let slots = Planner.propose(request).slots
        request.occupied = try ["07:00", "12:00", "12:10"].map { time in
            OccupiedPlace(
                channel: try Make.slug("page"), day: try Make.june(1), time: try Make.time(time), material: nil)
        }
        let clashes = CampaignClashes.find(in: slots, of: request)
        #expect(clashes.map(\.kind) == [.tooClose])
        #expect(clashes.first?.message.vietnamese.contains("một bài ngoài chiến dịch") == true)
    }

    @Test func `More posts on a day than a channel takes clash once for that day`() throws {
        let slots = try ["a", "b", "c"].map { try Make.slot($0) }
        let request = try Make.request(slots, channels: [Make.channel(dailyLimit: 1)])
        let found = try clashes(request) { slots in
            for index in slots.indices {
                slots[index].day = try Make.june(5)
                slots[index].time = try #require(TimeOfDay(minutes: 480 + index * 120))
            }
        }
        #expect(found.map(\.kind) == [.overDailyLimit])
        #expect(found.first?.slots == ["a/page/1", "b/page/1", "c/page/1"])
    }

    @Test func `A material that comes again within the spacing clashes`() throws {
        let slot = try Make.slot(days: Make.daily(through: .day(10), every: 10))
        let found = try clashes(Make.request([slot], spacing: 10)) { $0[1].day = try Make.june(9) }
        #expect(found.map(\.kind) == [.repeatTooSoon])
        #expect(found.first?.slots == ["launch/page/1", "launch/page/2"])
    }

    @Test func `A material that is missing, unknown, expired, without a variant or for others clashes`() throws {
        let library = try [
            Make.material("article"), Make.material("expired", valid: Validity(until: Make.june(1) - 1)),
            Make.material("script", on: [.loudspeaker]), Make.material("for-teachers", for: ["teachers"]),
        ]
        let request = try Make.request([Make.slot()], library: library)
        let expected: [(String?, CampaignClash.Kind)] = [
            (nil, .noMaterial), ("gone", .unknownMaterial), ("expired", .notValid), ("script", .noVariant),
            ("for-teachers", .wrongAudience),
        ]
        for (material, kind) in expected {
            let found = try clashes(request) { $0[0].material = try material.map(Make.slug) }
            #expect(found.map(\.kind) == [kind])
        }
    }

    @Test func `A session kit of another level clashes`() throws {
        let library = try [
            Make.material("a", .sessionKit, level: .primary), Make.material("b", .sessionKit, level: .upperSecondary),
        ]
        let slot = try Make.slot(as: .session(.schoolSession, level: .primary))
        let found = try clashes(Make.request([slot], library: library)) { $0[0].material = try Make.slug("b") }
        #expect(found.map(\.kind) == [.wrongLevel])
    }

    @Test func `A school session on a Sunday clashes`() throws {
        let slot = try Make.slot(as: .session(.schoolSession, level: nil))
        let found = try clashes(Make.request([slot])) { $0[0].day = try Make.june(7) }
        #expect(found.map(\.kind) == [.closedTime])
    }

    @Test func `Dropping the only slot for an audience leaves it uncovered`() throws {
        let found = try clashes(Make.request([Make.slot()], audiences: ["parents"])) { $0[0].isDropped = true }
        #expect(found.map(\.kind) == [.audienceUncovered])
    }

    @Test func `A week that loses its Hotline 111 item is named`() throws {
        let library = [try Make.material("call-111", .hotlineNotice)]
        let request = try Make.request([], hotlineEvery: 7, library: library)
        let found = try clashes(request) { $0[1].isDropped = true }
        #expect(found.map(\.kind) == [.hotlineMissing])
        #expect(found.first?.message.english.contains("from 08/06/2026 to 14/06/2026") == true)
    }

    @Test func `A slot on a channel that left the campaign clashes`() throws {
        var request = try Make.request([Make.slot()])
        let slots = Planner.propose(request).slots
        request.channels = []
        #expect(CampaignClashes.find(in: slots, of: request).map(\.kind) == [.unknownPlace])
    }

    @Test func `What has passed is not brought up any more`() throws {
        var request = try Make.request([Make.slot()])
        let slots = Planner.propose(request).slots
        request.library = []
        request.today = try Make.june(2)
        #expect(CampaignClashes.find(in: slots, of: request).isEmpty)
    }
}
