import Outreach
import Testing

struct PlannerMaterialTests {
    private typealias Make = PlanningFixture

    private func materials(_ library: [PlanningMaterial], for slot: PlaybookSlot, spacing: Int = 0) throws -> [String?]
    {
        Planner.propose(try Make.request([slot], spacing: spacing, library: library)).materials
    }

    @Test func `Only a material with a variant for the kind of channel is used`() throws {
        let library = try [Make.material("a", on: [.portal]), Make.material("b", on: [.social])]
        #expect(try materials(library, for: Make.slot()) == ["b"])
    }

    @Test func `Only a material that is valid on the day is used`() throws {
        let library = try [
            Make.material("expired", valid: Validity(until: Make.june(1) - 1)),
            Make.material("later", valid: Validity(from: Make.june(2))),
            Make.material("valid", valid: Validity(from: Make.june(1), until: Make.june(1))),
        ]
        #expect(try materials(library, for: Make.slot()) == ["valid"])
    }

    @Test func `Only a material of the kinds, topics and slugs asked for is used`() throws {
        let library = try [
            Make.material("a", .poster), Make.material("b", about: ["law"]), Make.material("c"), Make.material("d"),
        ]
        let slot = try Make.slot(kinds: [.article], topics: ["rights"], only: ["a", "b", "d"])
        #expect(try materials(library, for: slot) == ["d"])
    }

    @Test func `A material must be for one of those the slot is for`() throws {
        let library = try [Make.material("a", for: ["teachers"]), Make.material("b", for: ["teachers", "parents"])]
        #expect(try materials(library, for: Make.slot()) == ["b"])
    }

    @Test func `A channel narrows a slot to those it reaches`() throws {
        let request = try Make.request(
            [Make.slot(for: ["parents", "teachers"])],
            channels: [Make.channel(for: ["teachers", "youth"])],
            library: [Make.material("a"), Make.material("b", for: ["teachers"])])
        let proposal = Planner.propose(request)
        #expect(proposal.materials == ["b"])
        #expect(proposal.slots.first?.audiences == (try Make.slugs(["teachers"])))
    }

    @Test func `A channel for the public reaches everyone`() throws {
        let request = try Make.request([Make.slot()], channels: [Make.channel(for: ["public"])])
        #expect(Planner.propose(request).slots.first?.audiences == (try Make.slugs(["parents"])))
    }

    @Test func `A channel that reaches none of those a slot is for does not get it`() throws {
        let request = try Make.request(
            [Make.slot()], channels: [Make.channel(for: ["teachers"]), Make.channel("page-2")])
        #expect(Planner.propose(request).slots.map(\.key) == ["launch/page-2/1"])
    }

    @Test func `The best fit by topics, then by audiences, comes first`() throws {
        let library = try [
            Make.material("a", for: ["parents", "teachers"]),
            Make.material("b", about: ["rights", "law"]),
            Make.material("c", for: ["parents", "teachers"], about: ["rights", "law"]),
        ]
        let slot = try Make.slot(
            days: Make.daily(through: .day(2)), topics: ["rights", "law"], for: ["parents", "teachers"])
        #expect(try materials(library, for: slot, spacing: 3) == ["c", "b", "a"])
    }

    @Test func `Among equals the one used least comes first, then the first by name`() throws {
        let library = try ["c", "b", "a"].map { try Make.material($0) }
        let slot = try Make.slot(days: Make.daily(through: .day(4)))
        #expect(try materials(library, for: slot) == ["a", "b", "c", "a", "b"])
    }

    @Test func `A channel gets what it has not carried yet before the best fit comes again`() throws {
        let library = try [
            Make.material("best", about: ["rights", "law"]), Make.material("new"),
            Make.material("other-topic", about: []),
        ]
        let slot = try Make.slot(days: Make.daily(through: .day(3)), topics: ["rights", "law"])
        #expect(try materials(library, for: slot) == ["best", "new", "best", "new"])
    }

    @Test func `Among equals one that earlier campaigns never used comes first`() throws {
        let library = try [Make.material("a", timesUsed: 2), Make.material("b"), Make.material("c", timesUsed: 1)]
        let slot = try Make.slot(days: Make.daily(through: .day(2)))
        #expect(try materials(library, for: slot) == ["b", "c", "a"])
    }

    @Test func `The same material does not come again on the same channel within the spacing`() throws {
        let slot = try Make.slot(days: Make.daily(through: .day(6), every: 3))
        let proposal = Planner.propose(try Make.request([slot], spacing: 5))
        #expect(proposal.materials == ["article", nil, "article"])
        let note = try #require(proposal.notes(.noMaterial).first)
        #expect(note.slot == "launch/page/2")
        #expect(note.message.english.contains("within 5 days"))
    }

    @Test func `The spacing looks at posts outside the campaign too, before and after`() throws {
        var request = try Make.request([Make.slot(days: PlaybookDays(from: .day(3)))], spacing: 3)
        request.occupied = [
            OccupiedPlace(
                channel: try Make.slug("page"), day: try Make.june(6), time: .midnight,
                material: try Make.slug("article"))
        ]
        #expect(Planner.propose(request).materials == [nil])
    }

    @Test func `The same material may stand on two channels on the same day`() throws {
        let channels = try [Make.channel(), Make.channel("group")]
        let proposal = Planner.propose(try Make.request([Make.slot()], spacing: 10, channels: channels))
        #expect(proposal.materials == ["article", "article"])
    }

    @Test func `A session uses a kit of its own level only`() throws {
        let library = try [
            Make.material("a", .sessionKit, level: .primary), Make.material("b", .sessionKit),
            Make.material("c", .sessionKit, level: .lowerSecondary),
        ]
        #expect(try materials(library, for: Make.slot(as: .session(.schoolSession, level: .lowerSecondary))) == ["c"])
    }

    @Test func `A school holds no sessions of another level`() throws {
        let units = try [Make.unit("primary-school", level: .primary), Make.unit("youth-union")]
        let slot = try Make.slot(as: .session(.schoolSession, level: .lowerSecondary))
        let proposal = Planner.propose(try Make.request([slot], units: units))
        #expect(proposal.slots.map(\.unit) == (try Make.slugs(["youth-union"])))
    }

    @Test func `Units that hold no sessions are given none`() throws {
        let slot = try Make.slot(as: .session(.clubMeeting, level: nil))
        let proposal = Planner.propose(try Make.request([slot], units: [Make.unit(holdsSessions: false)]))
        #expect(proposal.slots.isEmpty)
        #expect(proposal.notes.map(\.kind) == [.noPlace])
    }

    @Test func `Where nothing suits the slot stands without a material and says what to write`() throws {
        var request = try Make.request([Make.slot(topics: ["law"])])
        request.taxonomy = Taxonomy(
            audiences: [], topics: [Topic(id: try Make.slug("law"), name: LocalizedText(vi: "Pháp luật", en: "Law"))],
            helpLines: [])
        let proposal = Planner.propose(request)
        #expect(proposal.materials == [nil])
        let note = try #require(proposal.notes.first)
        #expect(note.kind == .noMaterial)
        #expect(note.severity == .unmet)
        #expect(
            note.message.vietnamese.contains("không có tài liệu về “Pháp luật” cho “parents” có bản cho mạng xã hội"))
    }

    @Test func `Where everything that suits has expired the note names the day`() throws {
        let library = [try Make.material("a", valid: Validity(until: Make.june(1) - 1))]
        let proposal = Planner.propose(try Make.request([Make.slot()], library: library))
        let note = try #require(proposal.notes.first)
        #expect(note.message.vietnamese.contains("còn hiệu lực ngày 01/06/2026"))
    }
}
