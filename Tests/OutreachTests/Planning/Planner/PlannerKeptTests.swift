import Outreach
import Testing

struct PlannerKeptTests {
    private typealias Make = PlanningFixture

    @Test func `A slot a person changed takes the place of the one with its key, exactly as it is`() throws {
        var request = try Make.request([Make.slot(days: Make.daily(through: .day(1)))])
        var changed = try #require(Planner.propose(request).slots.first)
        changed.day = try Make.june(9)
        changed.time = try Make.time("23:30")
        changed.material = nil
        changed.changedBy = "editor"
        request.kept = [changed]
        let proposal = Planner.propose(request)
        #expect(proposal.slots.map(\.key) == ["launch/page/2", "launch/page/1"])
        #expect(proposal.slots.last == changed)
    }

    @Test func `A slot that was dropped stays dropped and takes up neither time nor material`() throws {
        var request = try Make.request([Make.slot("a"), Make.slot("b")], spacing: 5)
        var dropped = try #require(Planner.propose(request).slots.first)
        dropped.isDropped = true
        request.kept = [dropped]
        let proposal = Planner.propose(request)
        #expect(proposal.moments == ["1 07:30", "1 07:30"])
        #expect(proposal.slots.first == dropped)
        #expect(proposal.slots.last?.material == (try Make.slug("article")))
    }

    @Test func `A kept slot takes up its time, its place in the daily limit and its material's spacing`() throws {
        var request = try Make.request([Make.slot(days: PlaybookDays(from: .day(1)))], spacing: 2)
        var kept = try #require(Planner.propose(request).slots.first)
        request.playbook = try Make.request([Make.slot("other", days: Make.daily(through: .day(3)))], spacing: 2)
            .playbook
        kept.changedBy = "editor"
        request.kept = [kept]
        let proposal = Planner.propose(request)
        #expect(proposal.moments == ["1 07:30", "2 07:30", "2 08:30", "3 07:30", "4 07:30"])
        #expect(proposal.materials == [nil, "article", nil, nil, "article"])
    }

    @Test func `Kept slots count towards audiences and hotline items`() throws {
        let library = [try Make.material("call-111", .hotlineNotice)]
        var request = try Make.request([], audiences: ["parents"], hotlineEvery: 30, library: library)
        let slot = try #require(Planner.propose(request).slots.first)
        request.kept = [slot]
        #expect(Planner.propose(request) == PlanProposal(slots: [slot], notes: []))
    }

    @Test func `Planning again with everything kept changes nothing`() throws {
        let slots = try [Make.slot(days: Make.daily()), Make.slot("talk", as: .session(.clubMeeting, level: nil))]
        let library = try [Make.material("article"), Make.material("call-111", .hotlineNotice)]
        var request = try Make.request(slots, audiences: ["parents"], hotlineEvery: 7, spacing: 3, library: library)
        let first = Planner.propose(request)
        request.kept = first.slots
        #expect(Planner.propose(request).slots == first.slots)
    }

    @Test func `A kept slot on a channel that left the campaign stays`() throws {
        var request = try Make.request([Make.slot()])
        request.kept = Planner.propose(request).slots
        request.channels = []
        #expect(Planner.propose(request).slots == request.kept)
    }

    @Test func `Days gone by are left out and counted, and the turns that remain keep their keys`() throws {
        var request = try Make.request([Make.slot(days: Make.daily(through: .day(4)))])
        request.today = try Make.june(4)
        let proposal = Planner.propose(request)
        #expect(proposal.slots.map(\.key) == ["launch/page/4", "launch/page/5"])
        let note = try #require(proposal.notes(.past).first)
        #expect(note.message.vietnamese.contains("3 lần trước ngày 04/06/2026"))
    }

    @Test func `A kept slot of a day gone by is neither lost nor reported`() throws {
        var request = try Make.request([Make.slot()])
        request.kept = Planner.propose(request).slots
        request.today = try Make.june(4)
        #expect(Planner.propose(request) == PlanProposal(slots: request.kept, notes: []))
    }

    @Test func `Nothing is added on days gone by`() throws {
        let library = [try Make.material("call-111", .hotlineNotice)]
        var request = try Make.request([], audiences: ["parents"], hotlineEvery: 7, library: library)
        request.today = try Make.june(20)
        #expect(Planner.propose(request).slots.map(\.day.day) == [20, 27])
    }
}
