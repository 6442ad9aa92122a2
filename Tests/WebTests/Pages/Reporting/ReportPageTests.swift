import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// The clerk's way: report, rows, narrative, submission, Word file; then a correction.
struct ReportPageTests {
    private static let query = "subject=east-138&period=2026-H1"

    private func session(_ office: Office, turns: Int) async throws -> Session {
        let session = Session(
            id: office.workspace.newSessionID(), unit: try slug("east-youth"), day: try #require(Day("2026-05-18")),
            place: "Trường A", form: .schoolSession, minutes: 45,
            attendance: [Attendance(audience: try slug("pupils"), turns: turns)])
        _ = try await office.workspace.logSession(session, as: try office.user("an"), mode: .perform)
        return session
    }

    /// The hash the form carries.
    private func seen(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)).1)
    }

    @Test func `from the report to its rows, the narrative, the frozen version and its Word file`() async throws {
        try await Site.open { site in
            _ = try await session(site.office, turns: 120)
            let clerk = try await site.visitor("lan")
            let report = try await clerk.get("/reports?\(Self.query)")
            #expect(
                report.status == 200
                    && report.body.contains("/reports/rows?\(Self.query.replacing("&", with: "&amp;"))"))
            let rows = try await clerk.get("/reports/rows?\(Self.query)&indicator=turns")
            #expect(rows.body.contains("Trường A") && rows.body.contains("120"))
            let parts = try await clerk.get("/reports/parts?\(Self.query)&indicator=turns")
            #expect(parts.body.contains("part=audience:pupils") && parts.body.contains("part=member:east-youth"))
            let slice = try await clerk.get("/reports/rows?\(Self.query)&indicator=turns&part=member:east-police")
            #expect(slice.status == 200 && !slice.body.contains("Trường A"))
            let written = try await clerk.post(
                "/reports/narrative?\(Self.query)", ["number": "7", "date": "2026-06-30"])
            #expect(written.status == 303)
            let form = try await clerk.get("/reports/submit?\(Self.query)")
            let sent = try await clerk.post("/reports/submit?\(Self.query)", ["seen": try seen(form.body)])
            #expect(sent.location == "/reports/version?\(Self.query)&version=1")
            let version = try await clerk.get(try #require(sent.location))
            #expect(version.body.contains("nguyên vẹn") && version.body.contains("format=docx"))
            let word = try await clerk.get("/reports/download?\(Self.query)&version=1&format=docx")
            #expect(word.status == 200 && word.headers[.contentDisposition]?.contains(".docx") == true)
            for format in ["xlsx", "csv", "json", "html", "md"] {
                #expect(try await clerk.get("/reports/download?\(Self.query)&version=1&format=\(format)").status == 200)
            }
        }
    }

    @Test func `what changed after it was seen is not frozen, and a correction shows the difference`() async throws {
        try await Site.open { site in
            _ = try await session(site.office, turns: 120)
            let clerk = try await site.visitor("lan")
            let stale = try seen(try await clerk.get("/reports/submit?\(Self.query)").body)
            _ = try await session(site.office, turns: 30)
            let refused = try await clerk.post("/reports/submit?\(Self.query)", ["seen": stale])
            #expect(refused.status != 303 && refused.body.contains("Số liệu đã đổi"))
            let fresh = try seen(try await clerk.get("/reports/submit?\(Self.query)").body)
            #expect(try await clerk.post("/reports/submit?\(Self.query)", ["seen": fresh]).status == 303)
            _ = try await session(site.office, turns: 5)
            let correction = try await clerk.get("/reports/submit?\(Self.query)")
            #expect(correction.body.contains("Lý do đính chính") && correction.body.contains("155"))
            let unreasoned = try await clerk.post(
                "/reports/submit?\(Self.query)", ["seen": try seen(correction.body), "reason": ""])
            #expect(unreasoned.status != 303)
            let second = try await clerk.post(
                "/reports/submit?\(Self.query)", ["seen": try seen(correction.body), "reason": "Bổ sung một buổi"])
            #expect(second.location?.hasSuffix("version=2") == true)
        }
    }

    @Test func `who may only look sees the report and no way to submit it`() async throws {
        try await Site.open { site in
            let office = site.office
            _ = try await office.workspace.addUser(
                try slug("xem"), name: "Xem", grant: Grant(role: .viewer, unit: try slug("east")),
                as: try office.user("admin"), mode: .perform)
            let viewer = try await site.visitor("xem")
            let page = try await viewer.get("/reports?\(Self.query)")
            #expect(page.status == 200 && !page.body.contains("/reports/submit"))
            #expect(try await viewer.get("/reports/submit?\(Self.query)").status == 403)
            #expect(try await viewer.post("/reports/narrative?\(Self.query)", ["results": "x"]).status == 403)
        }
    }

    @Test func `the page of completeness names every member's state and keeps decisions with their reason`()
        async throws
    {
        try await Site.open { site in
            let clerk = try await site.visitor("lan")
            let query = "subject=east-138&period=2025-H2"
            let page = try await clerk.get("/reports/status?\(query)")
            #expect(page.body.contains("trễ hạn, còn nhận") && page.body.contains("Đoàn xã Đông"))
            let decided = try await clerk.post(
                "/reports/status?\(query)", ["unit": "east-youth", "kind": "excused", "reason": "Mới thành lập"])
            #expect(decided.status == 303)
            #expect(try await clerk.get("/reports/status?\(query)").body.contains("Mới thành lập"))
        }
    }
}
