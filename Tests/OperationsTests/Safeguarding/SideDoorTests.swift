import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Storage

/// What reaches people beside posts and materials: links, names, notes of slots, narratives, feeds.
struct SideDoorTests {
    private static let naming = "https://example.vn/be-gai-nguyen-thi-lan-13-tuoi-bi-hiep-dam-o-ap-3.html"
    private static let story = "Cháu Nguyễn Thị Lan, 13 tuổi, bị xâm hại ở ấp 3."

    private func makeLink(to target: String, code: String? = nil, in office: Office) async throws -> TrackedLink {
        try await office.workspace.makeLink(
            to: target, title: "Bảng tin ấp 3", unit: try slug("east-culture"), code: code, as: try office.user("lan"),
            mode: .perform)
    }

    @Test func `a counted link leads to no address that names a child, and the log keeps the host alone`() async throws
    {
        try await Office.open { office in
            let error = await #expect(throws: SafeguardingRefusal.self) {
                try await makeLink(to: Self.naming, in: office)
            }
            #expect(error?.findings.contains { $0.rule == .placeOfCase } == true)
            let link = try await makeLink(to: "https://example.vn/111?a=1", in: office)
            let entries = try await office.workspace.auditEntries(
                limit: 1, subject: link.code, as: try office.user("admin"))
            #expect(entries.map(\.detail) == ["example.vn"])
        }
    }

    @Test func `a code that a submitted post names already is given to nobody`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: "Gọi 111. Xem https://loa.example.vn/go/ma-moi-tao")
            _ = try await office.review(draft, .submit, by: "lan")
            await #expect(throws: LinkError.codeInPost("ma-moi-tao")) {
                try await makeLink(to: "https://example.vn/111", code: "ma-moi-tao", in: office)
            }
            #expect(try await makeLink(to: "https://example.vn/111", code: "ma-khac", in: office).code == "ma-khac")
        }
    }

    @Test func `a note of a slot says nothing that must not go out`() async throws {
        try await Office.open { office in
            let lan = try office.user("lan")
            let planned = try await office.workspace.planCampaign(
                playbook: try slug("june"), year: 2026, owner: try slug("east"), units: [], as: lan, mode: .perform)
            let key = try #require(planned.proposal.slots.first?.key)
            var change = SlotChange()
            change.note = Self.story
            await #expect(throws: NoteError.self) {
                try await office.workspace.changeSlot(key, of: planned.campaign.id, to: change, as: lan, mode: .perform)
            }
        }
    }

    @Test func `a unit bears no name that names a child`() async throws {
        try await Office.open { office in
            let name = LocalizedText(vi: Self.story, en: "A club")
            let club = Unit(id: try slug("cau-lac-bo"), name: name, kind: .club, parent: try slug("east"))
            await #expect(throws: NoteError.self) {
                try await office.workspace.addUnit(club, as: try office.user("admin"), mode: .perform)
            }
            #expect(try await office.workspace.unitTree().units[club.id] == nil)
        }
    }

    @Test func `a narrative is read with the words of its addresses`() async throws {
        try await Office.open { office in
            let findings = try await office.workspace.writeNarrative(
                ReportNarrative(results: "Xem \(Self.naming)"), on: try slug("east-culture"), period: "2026-H1",
                as: try office.user("lan"), mode: .perform)
            #expect(findings.contains { $0.rule == .placeOfCase && $0.level == .block })
        }
    }

    @Test func `a held post leaves by the calendar without its words`() async throws {
        try await Office.open { office in
            _ = try await office.approved(text: "Gọi 111 miễn phí.")
            let day = try #require(Day("2026-06-01"))
            let range = try #require(DayRange(day, day + 1))
            let lan = try office.user("lan")
            let open = String(decoding: try await office.workspace.calendar(during: range, as: lan), as: UTF8.self)
            #expect(open.contains("Gọi 111 miễn phí.") && !open.contains("TENTATIVE"))
            _ = try await office.workspace.hold(.everything, reason: "Kiểm tra lại", as: lan, mode: .perform)
            let held = String(decoding: try await office.workspace.calendar(during: range, as: lan), as: UTF8.self)
            #expect(!held.contains("Gọi 111 miễn phí.") && held.contains("TENTATIVE"))
        }
    }

    @Test func `a post with a secret in its text is not submitted`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(text: "Gọi 111. s3cret-of-page")
            await #expect(throws: NoteError.postHoldsSecret) { try await office.review(draft, .submit, by: "lan") }
            #expect(try await office.post(draft).state == .draft)
        }
    }
}
