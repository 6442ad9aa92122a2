import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// The clerk's way: report, rows, narrative, submission, Word file; then a correction.
struct ReportPageTests {
    private static let query = "subject=east-138&period=2026-H1"

    private func session(_ office: Office, turns: Int, on day: String = "2026-05-18") async throws -> Session {
        let session = Session(
            id: office.workspace.newSessionID(), unit: try slug("east-youth"), day: try #require(Day(day)),
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
            #expect(report.body.contains("href=\"#downloads\"") && report.body.contains("id=\"downloads\""))
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
            // Each version opens into the rows it was submitted with.
            for (number, total) in [(1, "150"), (2, "155")] {
                let page = try await clerk.get("/reports/version?\(Self.query)&version=\(number)")
                let path = "/reports/rows?\(Self.query)&version=\(number)&indicator=turns"
                #expect(page.body.contains("\"\(path.replacing("&", with: "&amp;"))\""))
                let rows = try await clerk.get(path)
                #expect(rows.body.contains("cộng lại \(total).") && rows.body.contains("bản \(number) đã nộp"))
                #expect(try await clerk.get(path.replacing("rows?", with: "rows.csv?")).body.contains(total))
            }
            #expect(try await clerk.get("/reports/rows?\(Self.query)&version=9&indicator=turns").status == 404)
        }
    }

    @Test func `a correction that changes no total shows which parts and which words are others`() async throws {
        try await Site.open { site in
            let (office, clerk) = (site.office, try await site.visitor("lan"))
            let session = try await session(office, turns: 120)
            let path = "/reports/submit?\(Self.query)"
            #expect(
                try await clerk.post(path, ["seen": try seen(try await clerk.get(path).body)]).status == 303)
            _ = try await office.workspace.correctSession(
                session.id.description, reason: "Chỉ ước lượng", as: try office.user("an"), mode: .perform
            ) { _ in
                Session(
                    id: session.id, unit: session.unit, day: session.day, place: session.place, form: session.form,
                    minutes: session.minutes, attendance: session.attendance, method: .estimated)
            }
            let form = try await clerk.get(path).body
            #expect(form.contains("cách có số: ước lượng") && !form.contains("Không số nào khác"))
            let sent = try await clerk.post(path, ["seen": try seen(form), "reason": "Số ước lượng"])
            let second = try await clerk.get(try #require(sent.location)).body
            #expect(second.contains("cách có số: ước lượng") && !second.contains("Không số nào khác"))
            _ = try await clerk.post(
                "/reports/narrative?\(Self.query)", ["results": "Đã nói chuyện tại một trường."])
            let words = try await clerk.get(path).body
            #expect(words.contains("Không số nào khác") && words.contains("Phần lời khác bản trước"))
            #expect(words.contains("Đã nói chuyện tại một trường."))
        }
    }

    @Test func `a frozen version leads to the rows of its parts, and from no number to none`() async throws {
        try await Site.open { site in
            _ = try await session(site.office, turns: 120)
            _ = try await session(site.office, turns: 33, on: "2025-05-18")
            let clerk = try await site.visitor("lan")
            let form = try await clerk.get("/reports/submit?\(Self.query)").body
            #expect(try await clerk.post("/reports/submit?\(Self.query)", ["seen": try seen(form)]).status == 303)
            _ = try await session(site.office, turns: 7)
            let query = "\(Self.query)&version=1"
            let version = try await clerk.get("/reports/version?\(query)").body
            let parts = "/reports/parts?\(query)&indicator=turns"
            #expect(version.contains("\"\(parts.replacing("&", with: "&amp;"))\"") && !version.contains("part=before"))
            let page = try await clerk.get(parts).body
            #expect(page.contains("bản 1 đã nộp") && page.contains("part=cumulative") && !page.contains("part=before"))
            #expect(try await clerk.get("/reports/parts?\(Self.query)&indicator=turns").body.contains("part=before"))
            let member = "/reports/rows?\(query)&indicator=turns&part=member:east-youth"
            #expect(page.contains("\"\(member.replacing("&", with: "&amp;"))\""))
            #expect(try await clerk.get(member).body.contains("1 dòng, cộng lại 120."))
            let before = try await clerk.get("/reports/rows?\(query)&indicator=turns&part=before")
            #expect(before.status == 404 && before.body.contains("Bản 1 không giữ các dòng của số cùng kỳ năm trước"))
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

    @Test func `a narrative that somebody else kept meanwhile is not written over unseen`() async throws {
        try await Site.open { site in
            let (lan, hoa) = (try await site.visitor("lan"), try await site.visitor("hoa"))
            let opened = try seen(try await lan.get("/reports/narrative?\(Self.query)").body)
            let first = try await hoa.post(
                "/reports/narrative?\(Self.query)", ["seen": opened, "results": "Hoa: đã tổ chức ba buổi."])
            #expect(first.status == 303)
            let late = try await lan.post(
                "/reports/narrative?\(Self.query)", ["seen": opened, "results": "Lan: đã tổ chức bốn buổi."])
            #expect(late.status == 409)
            #expect(late.body.contains("Hoa: đã tổ chức ba buổi.") && late.body.contains("Lan: đã tổ chức bốn buổi."))
            #expect(try await lan.get("/reports/narrative?\(Self.query)").body.contains("Hoa: đã tổ chức ba buổi."))
            // A mistake of another kind does not count as having seen it.
            let mistaken = try await lan.post(
                "/reports/narrative?\(Self.query)", ["seen": opened, "results": "Lan", "number": "x"])
            let kept = try seen(mistaken.body)
            #expect(mistaken.status == 422 && kept == opened)
            // Told of it, whoever saves again has decided.
            let decided = try await lan.post(
                "/reports/narrative?\(Self.query)",
                ["seen": try seen(late.body), "results": "Lan: đã tổ chức bốn buổi."])
            #expect(decided.status == 303)
            // The same words sent twice are one writer's.
            let again = try await lan.post(
                "/reports/narrative?\(Self.query)", ["seen": opened, "results": "Lan: đã tổ chức bốn buổi."])
            #expect(again.status == 303)
        }
    }

    @Test func `targets are registered all or none, and another person's are not taken back by leaving them alone`()
        async throws
    {
        try await Site.open { site in
            let (lan, hoa) = (try await site.visitor("lan"), try await site.visitor("hoa"))
            func targets() async throws -> [String: String] {
                let found = try await site.office.workspace.targets(
                    of: try slug("east"), period: "2026-H1", as: .program)
                return Dictionary(uniqueKeysWithValues: found.map { ($0.key.description, $0.value.description) })
            }
            let path = "/reports/targets?subject=east&period=2026-H1"
            let wrong = try await lan.post(
                path, ["t-sessions-held": "12", "seen-sessions-held": "", "t-turns": "-5", "seen-turns": ""])
            #expect(wrong.status == 400 && wrong.body.contains("Chưa lưu gì"))
            #expect(try await targets() == [:])
            // Both opened the empty form; Hoa sets one, Lan the other.
            #expect(try await hoa.post(path, ["t-turns": "500", "seen-turns": ""]).status == 303)
            let other = try await lan.post(
                path, ["t-sessions-held": "12", "seen-sessions-held": "", "t-turns": "", "seen-turns": ""])
            #expect(other.status == 303)
            #expect(try await targets() == ["turns": "500", "sessions-held": "12"])
            // Lan sets the very one that Hoa did.
            let late = try await lan.post(path, ["t-turns": "700", "seen-turns": ""])
            #expect(late.status == 409 && late.body.contains("500") && late.body.contains("value=\"700\""))
            #expect(try await targets()["turns"] == "500")
            #expect(late.body.contains("name=\"seen-turns\" value=\"500\""))
            #expect(try await lan.post(path, ["t-turns": "700", "seen-turns": "500"]).status == 303)
            #expect(try await targets()["turns"] == "700")
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
