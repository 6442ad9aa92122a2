import Delivery
import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations

struct ContentImportTests {
    @Test func `what has not changed changes nothing, not even the audit log`() async throws {
        try await Office.open { office in
            let before = try await office.rows()
            let report = try await office.workspace.importContent(as: try office.user("lan"), mode: .perform)
            #expect(report.count(.added) == 0 && report.count(.changed) == 0 && report.toApprove.isEmpty)
            #expect(report.effects["material"]?[.unchanged] == 3)
            #expect(try await office.rows() == before)
        }
    }

    @Test func `a changed material is a new revision to approve, and the approved one is used until then`() async throws
    {
        try await Office.open { office in
            let path = "Content/materials/article/goi-111.md"
            try await office.rewrite(
                path, try #require(OfficeContent.files[path]).replacing("miễn phí", with: "không mất tiền"))
            let view = try await office.workspace.material(try slug("goi-111"))
            #expect(view.revisions.map(\.number) == [2, 1] && view.approved?.number == 1)
            #expect(view.approved?.content.variant(for: .social)?.text.contains("miễn phí") == true)
        }
    }

    @Test func `a material that a rule blocks is imported, named, and cannot be approved`() async throws {
        try await Office.open { office in
            let path = "Content/materials/article/goi-111.md"
            let text = try #require(OfficeContent.files[path])
            let named = text.replacing("miễn phí", with: "miễn phí. Cháu N.T.A. (13 tuổi) bị xâm hại")
            try Office.write(named, to: office.folder.appending(path: path))
            let report = try await office.workspace.importContent(as: try office.user("lan"), mode: .perform)
            #expect(report.toApprove == [try slug("goi-111")] && report.blocked == report.toApprove)
            await #expect(throws: MaterialRefusal.self) {
                try await office.workspace.decideMaterials(
                    [try slug("goi-111")], .approved, as: try office.user("minh"), mode: .perform)
            }
        }
    }

    @Test func `a broken file is left out and told, and everything else is imported`() async throws {
        try await Office.open { office in
            try Office.write(
                "---\ntitle: x\n---\n", to: office.folder.appending(path: "Content/materials/clip/hong.md"))
            let audiences = try #require(OfficeContent.files["Content/audiences.yaml"])
            try Office.write(
                audiences + "\n  - {id: teachers, name: {vi: \"Giáo viên\", en: \"Teachers\"}, children: false}\n",
                to: office.folder.appending(path: "Content/audiences.yaml"))
            let report = try await office.workspace.importContent(as: try office.user("admin"), mode: .perform)
            #expect(!report.problems.isEmpty && report.problems.allSatisfy { $0.file.hasSuffix("clip/hong.md") })
            #expect(report.effects["audience"]?[.added] == 1)
            await #expect(throws: LibraryError.self) { try await office.workspace.material(try slug("hong")) }
        }
    }

    @Test func `a material without an approved revision cannot be posted`() async throws {
        try await Office.open { office in
            let text = try #require(OfficeContent.files["Content/materials/article/goi-111.md"])
            try await office.rewrite("Content/materials/article/moi.md", text)
            let draft = PostDraft(
                channel: try slug("page"), material: try slug("moi"), day: try #require(Day("2026-06-01")),
                time: try #require(TimeOfDay("08:00")))
            await #expect(throws: LibraryError.noApprovedRevision(try slug("moi"))) {
                try await office.workspace.createPosts(draft, as: try office.user("lan"), mode: .perform)
            }
            _ = try await office.workspace.decideMaterials(
                [try slug("moi")], .rejected, comment: "Cần sửa", as: try office.user("minh"), mode: .perform)
            await #expect(throws: LibraryError.noApprovedRevision(try slug("moi"))) {
                try await office.workspace.createPosts(draft, as: try office.user("lan"), mode: .perform)
            }
        }
    }

    @Test func `a material is found by what it says, and one that is not there brings up its neighbours`() async throws
    {
        try await Office.open { office in
            let found = try await office.workspace.searchLibrary(LibraryQuery(text: "to roi"))
            #expect(found.first?.material.description == "to-roi")
            let error = await #expect(throws: LibraryError.self) {
                try await office.workspace.material(try slug("loa"))
            }
            #expect(error == .unknownMaterial(try slug("loa"), suggestions: [try slug("loa-111")]))
        }
    }

    @Test func `an editor brings in materials; units, channels and lists are for an administrator of the whole`()
        async throws
    {
        try await Office.open { office in
            let path = "Content/materials/article/goi-111.md"
            let text = try #require(OfficeContent.files[path]) + "\nThêm."
            try Office.write(text, to: office.folder.appending(path: path))
            let report = try await office.workspace.importContent(as: try office.user("lan"), mode: .perform)
            #expect(report.toApprove.map(\.description) == ["goi-111"])
            let before = try await office.rows()
            for (path, text) in [
                ("Channels/channels.yaml", OfficeChannels.register(port: 9, path: "elsewhere")),
                (
                    "Content/units.yaml",
                    try #require(OfficeContent.files["Content/units.yaml"]).replacing("Xã Đông", with: "Xã Nam")
                ),
            ] {
                let kept = try String(contentsOf: office.folder.appending(path: path), encoding: .utf8)
                try Office.write(text, to: office.folder.appending(path: path))
                await #expect(throws: OrganisationError.self) {
                    try await office.workspace.importContent(as: try office.user("lan"), mode: .perform)
                }
                try Office.write(kept, to: office.folder.appending(path: path))
            }
            #expect(try await office.rows() == before)
        }
    }

    @Test func `a mistake in the register leaves the channels in use as they are`() async throws {
        try await Office.open { office in
            let post = try await office.approved()
            try await office.rewrite(
                "Channels/channels.yaml",
                OfficeChannels.register(port: 9).replacing("preset: hook", with: "preset: hok"))
            try office.turn(to: "2026-06-01 08:00")
            #expect(try await office.claim().map(\.post) == [post.id])
        }
    }

    @Test func `checking reads everything and changes nothing`() async throws {
        try await Office.open { office in
            let before = try await office.rows()
            try Office.write("channels: [oops\n", to: office.folder.appending(path: "Channels/channels.yaml"))
            let report = try office.workspace.checkContent()
            #expect(report.problems.map(\.file) == ["Channels/channels.yaml"])
            #expect(try await office.rows() == before)
        }
    }
}
