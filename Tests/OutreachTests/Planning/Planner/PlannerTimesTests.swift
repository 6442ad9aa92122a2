import Outreach
import Testing

struct PlannerTimesTests {
    private typealias Make = PlanningFixture

    @Test func `A slot that fits stands where the playbook wants it, with nothing to note`() throws {
        let proposal = Planner.propose(try Make.request([Make.slot()]))
        let slot = try #require(proposal.slots.first)
        #expect(proposal.slots.count == 1)
        #expect(slot.key == "launch/page/1")
        #expect(slot.place == .channel(try Make.slug("page"), .social))
        #expect(proposal.moments == ["1 07:30"])
        #expect(slot.audiences == (try Make.slugs(["parents"])))
        #expect(slot.why == Make.name("Why launch."))
        #expect(slot.material == (try Make.slug("article")))
        #expect(proposal.notes.isEmpty)
    }

    @Test func `A time in the quiet hours moves to the nearest quarter before them, and the slot says why`() throws {
        let hours = PostingHours(quietHours: try Make.span("21:00", "06:00"))
        let proposal = Planner.propose(
            try Make.request([Make.slot(at: "22:00")], channels: [Make.channel(hours: hours)]))
        #expect(proposal.moments == ["1 20:45"])
        let note = try #require(proposal.notes(.movedTime).first)
        #expect(note.severity == .satisfied)
        #expect(note.slot == "launch/page/1")
        #expect(note.message.vietnamese.contains("22:00 nằm trong giờ yên lặng"))
        let why = try #require(proposal.slots.first?.why)
        #expect(why.vi.hasPrefix("Why launch. Dời từ 22:00 ngày 01/06/2026 sang 20:45 cùng ngày"))
        #expect(why.en.hasPrefix("Why launch. Moved from 22:00 on 01/06/2026 to 20:45 the same day"))
    }

    @Test func `A time between two windows moves into the nearer one`() throws {
        let hours = PostingHours(windows: [
            try Make.window("mon-sun", "05:00", "06:00"), try Make.window("mon-sun", "16:20", "18:00"),
        ])
        let slots = try [Make.slot("early", at: "09:00"), Make.slot("late", at: "13:00")]
        let proposal = Planner.propose(try Make.request(slots, channels: [Make.channel(hours: hours)]))
        #expect(proposal.moments == ["1 05:45", "1 16:30"])
        #expect(proposal.notes(.movedTime).allSatisfy { $0.message.english.contains("posting windows") })
    }

    @Test func `A window without a quarter of an hour in it is used all the same`() throws {
        let hours = PostingHours(windows: [try Make.window("mon-sun", "05:02", "05:10")])
        let proposal = Planner.propose(try Make.request([Make.slot()], channels: [Make.channel(hours: hours)]))
        #expect(proposal.moments == ["1 05:09"])
    }

    @Test func `A day on which the channel posts nothing pushes the slot to the next open one`() throws {
        let hours = PostingHours(windows: [try Make.window("wed", "06:00", "09:00")])
        let proposal = Planner.propose(try Make.request([Make.slot()], channels: [Make.channel(hours: hours)]))
        #expect(proposal.moments == ["3 07:30"])
        let note = try #require(proposal.notes(.movedDay).first)
        #expect(note.message.vietnamese.contains("kênh không đăng vào thứ Hai"))
    }

    @Test func `More slots than the daily limit go to the following days, each with a word about it`() throws {
        let slots = try ["a", "b", "c"].map { try Make.slot($0) }
        let proposal = Planner.propose(try Make.request(slots, channels: [Make.channel(dailyLimit: 1)]))
        #expect(proposal.moments == ["1 07:30", "2 07:30", "3 07:30"])
        #expect(proposal.notes(.movedDay).count == 2)
        #expect(
            proposal.notes(.movedDay).allSatisfy {
                $0.message.english.contains("as many posts that day as it takes (1)")
            })
    }

    @Test func `Posts outside the campaign count towards the daily limit`() throws {
        var request = try Make.request([Make.slot()], channels: [Make.channel(dailyLimit: 1)])
        request.occupied = [
            OccupiedPlace(channel: try Make.slug("page"), day: try Make.june(1), time: .midnight, material: nil)
        ]
        #expect(Planner.propose(request).moments == ["2 07:30"])
    }

    @Test func `Two posts of one channel keep an hour between them, the later slot giving way`() throws {
        let slots = try [Make.slot("a"), Make.slot("b"), Make.slot("c", at: "07:40")]
        let proposal = Planner.propose(try Make.request(slots))
        #expect(proposal.slots.map(\.key) == ["c/page/1", "a/page/1", "b/page/1"])
        #expect(proposal.moments == ["1 06:30", "1 07:30", "1 08:30"])
        #expect(proposal.notes(.movedTime).allSatisfy { $0.message.english.contains("less than 60 minutes away") })
    }

    @Test func `The distance between posts holds over midnight`() throws {
        var request = try Make.request([Make.slot(at: "00:10")])
        request.occupied = [
            OccupiedPlace(
                channel: try Make.slug("page"), day: try Make.june(1) - 1, time: .lastMinute, material: nil)
        ]
        #expect(Planner.propose(request).moments == ["1 01:00"])
    }

    @Test func `Slots on different channels do not stand in each other's way`() throws {
        let channels = try [Make.channel("page"), Make.channel("group")]
        let proposal = Planner.propose(try Make.request([Make.slot()], channels: channels))
        #expect(proposal.moments == ["1 07:30", "1 07:30"])
        #expect(proposal.slots.map(\.key) == ["launch/group/1", "launch/page/1"])
    }

    @Test func `A slot for which no day has room is left out with a note, never squeezed in`() throws {
        let slots = try ["a", "b"].map { try Make.slot($0, days: PlaybookDays(from: .last)) }
        let proposal = Planner.propose(try Make.request(slots, channels: [Make.channel(dailyLimit: 1)]))
        #expect(proposal.slots.map(\.key) == ["a/page/1"])
        let note = try #require(proposal.notes(.noTime).first)
        #expect(note.slot == "b/page/1")
        #expect(note.severity == .unmet)
    }

    @Test func `A school session never falls on a Sunday`() throws {
        let slots = try [
            Make.slot("talk", days: PlaybookDays(from: .day(6)), as: .session(.schoolSession, level: nil)),
            Make.slot("meeting", days: PlaybookDays(from: .day(6)), as: .session(.clubMeeting, level: nil)),
        ]
        let proposal = Planner.propose(try Make.request(slots))
        #expect(proposal.slots.map(\.key) == ["meeting/commune/1", "talk/commune/1"])
        #expect(proposal.moments == ["7 07:30", "8 07:30"])
    }

    @Test func `Two sessions of one unit leave time to hold the first and travel to the second`() throws {
        let slots = try ["a", "b"].map { try Make.slot($0, as: .session(.clubMeeting, level: nil)) }
        #expect(Planner.propose(try Make.request(slots)).moments == ["1 07:30", "1 09:30"])
    }

    @Test func `Slots before the observance may come before its first day`() throws {
        let proposal = Planner.propose(try Make.request([Make.slot(days: PlaybookDays(from: .day(-3)))]))
        #expect(proposal.slots.map(\.day) == [try Make.june(1) - 3])
    }

    @Test func `A slot with no channel of its kind in the campaign is left out with a note`() throws {
        let proposal = Planner.propose(try Make.request([Make.slot(as: .posts([.loudspeaker]))]))
        #expect(proposal.slots.isEmpty)
        #expect(proposal.notes.map(\.kind) == [.noPlace])
    }

    @Test func `Channels of units that do not take part are left alone`() throws {
        let channels = try [Make.channel(), Make.channel("stranger", of: "elsewhere")]
        let proposal = Planner.propose(try Make.request([Make.slot()], channels: channels))
        #expect(proposal.slots.map(\.key) == ["launch/page/1"])
    }
}
