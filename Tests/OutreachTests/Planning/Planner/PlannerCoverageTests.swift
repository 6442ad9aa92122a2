import Outreach
import Testing

struct PlannerCoverageTests {
    private typealias Make = PlanningFixture

    private var hotline: PlanningMaterial {
        get throws {
            try Make.material("call-111", .hotlineNotice, about: ["hotline-111"], on: [.social, .loudspeaker])
        }
    }

    /// The days of the month on which a Hotline 111 item stands.
    private func hotlineDays(_ proposal: PlanProposal) -> [Int] {
        proposal.slots.filter { $0.material?.description.hasPrefix("call-111") == true }.map(\.day.day)
    }

    @Test func `A stretch without a Hotline 111 item gets one on its last day, and the slot says why`() throws {
        let request = try Make.request([], hotlineEvery: 7, library: [hotline])
        let proposal = Planner.propose(request)
        #expect(hotlineDays(proposal) == [7, 14, 21, 28])
        let slot = try #require(proposal.slots.first)
        #expect(slot.key == "added.hotline-111/page/1")
        #expect(slot.audiences == (try Make.slugs(["parents"])))
        #expect(slot.why.vi.contains("cứ 7 ngày"))
        #expect(proposal.notes.map(\.kind) == [.addedHotline, .addedHotline, .addedHotline, .addedHotline])
    }

    @Test func `Hotline items of the playbook count, and only the stretches between them are filled`() throws {
        let slot = try Make.slot(days: Make.daily(through: .day(20), every: 10), only: ["call-111"])
        let proposal = Planner.propose(try Make.request([slot], hotlineEvery: 7, library: [hotline]))
        #expect(hotlineDays(proposal) == [1, 8, 11, 18, 21, 28])
    }

    @Test func `Added hotline items take turns on the channels`() throws {
        let channels = try [Make.channel("a"), Make.channel("b", .loudspeaker), Make.channel("c", .portal)]
        let proposal = Planner.propose(
            try Make.request([], hotlineEvery: 7, spacing: 14, channels: channels, library: [hotline]))
        #expect(proposal.slots.compactMap(\.channel?.description) == ["a", "b", "a", "b"])
    }

    @Test func `An observance shorter than a stretch still gets one hotline item`() throws {
        let proposal = Planner.propose(try Make.request([], hotlineEvery: 7, lastDay: 3, library: [hotline]))
        #expect(hotlineDays(proposal) == [3])
    }

    @Test func `A playbook that asks for no hotline items gets none`() throws {
        #expect(Planner.propose(try Make.request([], library: [hotline])).slots.isEmpty)
    }

    @Test func `A closed day moves the added hotline item before it, never after the stretch`() throws {
        let hours = PostingHours(windows: [try Make.window("mon-sat", "06:00", "20:00")])
        let proposal = Planner.propose(
            try Make.request(
                [], hotlineEvery: 7, lastDay: 9, channels: [Make.channel(hours: hours)], library: [hotline]))
        #expect(hotlineDays(proposal) == [6])
    }

    @Test func `Without a hotline material every stretch is reported, with what to write`() throws {
        let proposal = Planner.propose(try Make.request([], hotlineEvery: 10))
        #expect(proposal.slots.isEmpty)
        #expect(proposal.notes.map(\.kind) == [.hotlineMissing, .hotlineMissing, .hotlineMissing])
        let note = try #require(proposal.notes.first)
        #expect(note.message.vietnamese.contains("từ ngày 01/06/2026 đến ngày 10/06/2026"))
        #expect(note.message.vietnamese.contains("viết một tài liệu"))
    }

    @Test func `A session that speaks of Hotline 111 is no item on a channel`() throws {
        let slot = try Make.slot(as: .session(.clubMeeting, level: nil), only: ["call-111"])
        let proposal = Planner.propose(try Make.request([slot], hotlineEvery: 7, lastDay: 7, library: [hotline]))
        #expect(proposal.notes(.addedHotline).count == 1)
    }

    @Test func `An added hotline item taken out by a person is not brought back, but reported`() throws {
        var request = try Make.request([], hotlineEvery: 7, lastDay: 7, library: [hotline])
        var dropped = try #require(Planner.propose(request).slots.first)
        dropped.isDropped = true
        request.kept = [dropped]
        let proposal = Planner.propose(request)
        #expect(proposal.slots == [dropped])
        #expect(proposal.notes.map(\.kind) == [.hotlineMissing])
    }

    @Test func `An audience no slot reaches gets one where the library allows, on the emptiest place`() throws {
        let slots = [try Make.slot(for: ["parents"])]
        let channels = try [Make.channel("page"), Make.channel("portal", .portal)]
        let library = try [Make.material("a"), Make.material("b", for: ["teachers"], on: [.social, .portal])]
        let proposal = Planner.propose(
            try Make.request(slots, audiences: ["parents", "teachers"], channels: channels, library: library))
        #expect(proposal.slots.map(\.key) == ["launch/page/1", "added.audience-teachers/portal/1"])
        #expect(proposal.slots.last?.audiences == (try Make.slugs(["teachers"])))
        #expect(proposal.slots.last?.why.vi.contains("teachers") == true)
        #expect(proposal.notes.map(\.kind) == [.addedAudience])
    }

    @Test func `An added slot prefers materials on the playbook's topics`() throws {
        let library = try [Make.material("a", about: ["other"]), Make.material("b", about: ["rights"])]
        let slots = [try Make.slot(topics: ["rights"], for: ["teachers"])]
        let proposal = Planner.propose(try Make.request(slots, audiences: ["parents"], library: library))
        #expect(proposal.slots.last?.material == (try Make.slug("b")))
    }

    @Test func `An audience no channel can reach gets a session where the library has a kit`() throws {
        let kit = try Make.material("kit", .sessionKit, for: ["pupils"], on: [], level: .primary)
        let proposal = Planner.propose(try Make.request([], audiences: ["pupils"], library: [kit]))
        #expect(proposal.slots.map(\.place) == [.session(.schoolSession, level: .primary)])
        #expect(proposal.slots.map(\.key) == ["added.audience-pupils/commune/1"])
    }

    @Test func `An audience the library has nothing for is reported`() throws {
        let proposal = Planner.propose(try Make.request([Make.slot()], audiences: ["parents", "lodging-owners"]))
        #expect(proposal.notes.map(\.kind) == [.audienceUncovered])
        #expect(proposal.notes.first?.message.english.contains("lodging-owners") == true)
    }

    @Test func `A slot without a material reaches nobody`() throws {
        let slot = try Make.slot(only: ["nothing"])
        let proposal = Planner.propose(try Make.request([slot], audiences: ["parents"]))
        #expect(proposal.slots.map(\.key) == ["launch/page/1", "added.audience-parents/page/1"])
    }

    @Test func `An added slot for an audience taken out by a person is not brought back, but reported`() throws {
        var request = try Make.request([], audiences: ["parents"])
        var dropped = try #require(Planner.propose(request).slots.first)
        dropped.isDropped = true
        request.kept = [dropped]
        let proposal = Planner.propose(request)
        #expect(proposal.slots == [dropped])
        #expect(proposal.notes.map(\.kind) == [.audienceUncovered])
    }
}
