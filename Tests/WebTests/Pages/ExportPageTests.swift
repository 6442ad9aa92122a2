import Foundation
import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("Taking everything away by browser")
struct ExportPageTests {
    @Test("the administrator exports everything and downloads it; a later export takes its place")
    func exporting() async throws {
        try await Site.open { site in
            let admin = try await site.visitor("admin")
            #expect(!(try await admin.get("/settings/upkeep").body.contains("/settings/upkeep/exports/")))
            let first = try await export(by: admin)
            let file = try await admin.get(first)
            #expect(file.status == 200 && file.headers[.contentType] == "application/zip")
            #expect(file.headers[.contentDisposition]?.contains(".zip") == true && file.body.hasPrefix("PK"))
            #expect(file.headers[.cacheControl]?.contains("no-store") == true)
            #expect(try await admin.get("/settings/upkeep").body.contains(first))
            site.office.clock.advance(by: .seconds(60))
            let second = try await export(by: admin)
            #expect(second != first)
            #expect(try await admin.get(first).status == 404)
            #expect(try await admin.get(second).status == 200)
        }
    }

    @Test("nobody else takes it away, and no other file goes by that way")
    func refusing() async throws {
        try await Site.open { site in
            let path = try await export(by: try await site.visitor("admin"))
            _ = try await site.office.workspace.addUser(
                try slug("quan-tay"), name: "Quản trị Tây", grant: Grant(role: .administrator, unit: try slug("west")),
                as: try site.office.user("admin"), mode: .perform)
            let west = try await site.visitor("quan-tay")
            #expect(try await west.get(path).status == 403)
            #expect(try await west.post("/settings/upkeep/export").status == 403)
            #expect(!(try await west.get("/settings/upkeep").body.contains("/settings/upkeep/export")))
            #expect(try await site.visitor("lan").get(path).status == 403)
            #expect(try await site.stranger.get(path).status == 303)
            let admin = try await site.visitor("admin")
            for name in ["loa.db", "unfinished", "..%2Floa.db", "%2E%2E%2Floa.db"] {
                #expect(try await admin.get("/settings/upkeep/exports/\(name)").status == 404, "\(name)")
            }
        }
    }

    /// Starts it, waits for its end, and gives the address of the file.
    private func export(by admin: Visitor) async throws -> String {
        let job = try #require(try await admin.post("/settings/upkeep/export").location)
        let end = try await admin.get("\(job)/events").body
        return String(try #require(end.firstMatch(of: /\/settings\/upkeep\/exports\/loa-[0-9]{14}\.zip/)).output)
    }
}
