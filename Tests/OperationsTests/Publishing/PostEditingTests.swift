import Operations
import Outreach
import Testing

@testable import Office

/// Changing a post, and looking at one before it is made.
struct PostEditingTests {
    @Test func `nobody writes over what somebody else saved meanwhile`() async throws {
        try await Office.open { office in
            let draft = try await office.draft()
            let seen = PostContent(draft).hash
            var edit = PostEdit()
            edit.text = "Gọi 111 ngay"
            _ = try await office.workspace.editPost(
                draft.id.description, edit, seeing: seen, as: try office.user("hoa"), mode: .perform)
            edit.text = "Gọi 111 nhé"
            await #expect(throws: PublishingError.editedMeanwhile(["hoa"])) {
                try await office.workspace.editPost(
                    draft.id.description, edit, seeing: seen, as: try office.user("lan"), mode: .perform)
            }
            #expect(try await office.post(draft).text == "Gọi 111 ngay")
        }
    }

    @Test func `link and last moment can be changed, and a moved post keeps its tolerance`() async throws {
        try await Office.open { office in
            let draft = try await office.draft(tolerance: .seconds(1800))
            var edit = PostEdit()
            edit.link = "https://tongdai111.vn/"
            edit.day = Day("2026-06-02")
            let moved = try await office.workspace.editPost(
                draft.id.description, edit, as: try office.user("lan"), mode: .perform)
            #expect(moved.link == "https://tongdai111.vn/")
            #expect(
                moved.moment == (try office.moment("2026-06-02 08:00"))
                    && moved.notAfter - moved.moment == .seconds(1800))
            edit = PostEdit()
            edit.link = ""
            edit.tolerance = .seconds(7200)
            let again = try await office.workspace.editPost(
                draft.id.description, edit, as: try office.user("lan"), mode: .perform)
            #expect(
                again.link == nil && again.notAfter - again.moment == .seconds(7200) && again.moment == moved.moment)
        }
    }

    @Test func `no post is moved or reworded into one that is there already`() async throws {
        try await Office.open { office in
            _ = try await office.draft(at: "2026-06-01 09:00")
            let other = try await office.draft(at: "2026-06-01 10:00")
            let slot = PublishingError.alreadyScheduled(channel: try slug("page"), at: "09:00 · 01/06/2026")
            await #expect(throws: slot) { try await office.draft(at: "2026-06-01 09:00") }
            var edit = PostEdit()
            edit.time = TimeOfDay("09:00")
            await #expect(throws: slot) {
                try await office.workspace.editPost(
                    other.id.description, edit, as: try office.user("lan"), mode: .perform)
            }
            edit.text = "Gọi 111 ngay"
            _ = try await office.workspace.editPost(
                other.id.description, edit, as: try office.user("lan"), mode: .perform)
            edit.text = "Gọi 111"
            await #expect(throws: slot) {
                try await office.workspace.editPost(
                    other.id.description, edit, as: try office.user("lan"), mode: .perform)
            }
        }
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "tongdai111.vn", "https://", "https://a b.vn/"])
    func `what no browser opens as a page is no link`(link: String) async throws {
        try await Office.open { office in
            let draft = try await office.draft()
            var edit = PostEdit()
            edit.link = link
            await #expect(throws: PublishingError.badLink(link)) {
                try await office.workspace.editPost(
                    draft.id.description, edit, as: try office.user("lan"), mode: .perform)
            }
            #expect(try await office.post(draft).link == nil)
        }
    }

    @Test func `a preview tells how a material comes out, and stores nothing`() async throws {
        try await Office.open { office in
            let before = try await office.rows()
            var draft = PostDraft(
                channel: try slug("office"), material: try slug("goi-111"), day: try #require(Day("2026-06-06")),
                time: try #require(TimeOfDay("09:00")))
            let preview = try await office.workspace.previewPost(
                draft, repeating: Recurrence(.weekly(isoWeekdays: [6]), until: try #require(Day("2026-06-20"))),
                as: try office.user("lan"))
            #expect(preview.title == "Gọi 111" && preview.text.contains("24/24"))
            #expect(preview.length == preview.text.utf16.count && preview.maximum == 200)
            // A Saturday, and the tolerance ends before Monday.
            #expect(preview.opening == .tooLate(try #require(Day("2026-06-08")), try #require(TimeOfDay("07:00"))))
            #expect(preview.days.map(\.description) == ["2026-06-06", "2026-06-13", "2026-06-20"])
            #expect(preview.problems.isEmpty)
            draft.text = String(repeating: "a", count: 201)
            draft.day = try #require(Day("2026-05-19"))
            let wrong = try await office.workspace.previewPost(draft, repeating: nil, as: try office.user("lan"))
            #expect(
                wrong.problems == [
                    PublishingError.inPast("09:00 · 19/05/2026").message,
                    PublishingError.tooLong(length: 201, maximum: 200).message,
                ])
            #expect(try await office.rows() == before)
        }
    }

    @Test func `a material without a variant for the channel is said in the preview`() async throws {
        try await Office.open { office in
            let draft = PostDraft(
                channel: try slug("page"), material: try slug("loa-111"), day: try #require(Day("2026-06-06")),
                time: try #require(TimeOfDay("09:00")))
            let preview = try await office.workspace.previewPost(draft, repeating: nil, as: try office.user("lan"))
            #expect(
                preview.problems.first
                    == PublishingError.noVariant(material: try slug("loa-111"), kind: .social).message)
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.previewPost(draft, repeating: nil, as: try office.user("tay"))
            }
        }
    }
}
