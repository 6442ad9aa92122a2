import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

/// Two people correct one session at the same time.
@Suite("Correcting a session on its page")
struct SessionCorrectionTests {
    private func correct(
        _ session: Session, turns: String, seeing version: String?, reason: String = "Đếm lại", by visitor: Visitor
    ) async throws -> Answer {
        let fields = [
            "unit": "east-youth", "day": session.day.description, "quickPlace": "other", "place": session.place,
            "form": session.form.rawValue, "minutes": "45", "attendance.pupils": turns, "reason": reason,
            "version": version,
        ].compactMapValues(\.self)
        let body = (fields.map { ($0.key, $0.value) } + [("csrf", visitor.csrf)])
            .map { "\(LocalPath.encoded($0.0))=\(LocalPath.encoded($0.1))" }.joined(separator: "&")
        return try await visitor.send(
            .post, "/sessions/\(session.id)/correct",
            headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
    }

    private func logged(_ site: Site) async throws -> Session {
        let session = Session(
            id: site.office.workspace.newSessionID(), unit: try slug("east-youth"),
            day: try #require(Day("2026-05-18")), place: "Trường THCS", form: .schoolSession, minutes: 45,
            attendance: [Attendance(audience: try slug("pupils"), turns: 120)])
        _ = try await site.office.workspace.logSession(
            session, as: try site.office.user("an"), mode: .perform)
        return session
    }

    private func turns(_ session: Session, _ site: Site) async throws -> Int {
        try await site.office.workspace.session(session.id.description, as: .program).record.session.turns
    }

    @Test("an old page does not undo what somebody else corrected; what was typed stays, and may be sent knowingly")
    func oldPage() async throws {
        try await Site.open { site in
            let session = try await logged(site)
            let (an, lan) = (try await site.visitor("an"), try await site.visitor("lan"))
            let page = try await an.get("/sessions/\(session.id)/correct")
            #expect(page.body.contains(#"name="version" value="1""#))
            #expect(try await correct(session, turns: "118", seeing: "1", by: lan).status == 303)
            let late = try await correct(session, turns: "125", seeing: "1", reason: "Sót một lớp", by: an)
            #expect(late.status == 409)
            #expect(late.body.contains("lan") && late.body.contains("Đếm lại"))
            #expect(late.body.contains("125") && late.body.contains("Sót một lớp"))
            #expect(late.body.contains(#"name="version" value="2""#))
            #expect(try await turns(session, site) == 118)
            #expect(try await correct(session, turns: "125", seeing: "2", by: an).status == 303)
            #expect(try await turns(session, site) == 125)
        }
    }

    @Test("a mistake in an old page does not make it a new one, and a form without its version is no form")
    func mistakeFirst() async throws {
        try await Site.open { site in
            let session = try await logged(site)
            let (an, lan) = (try await site.visitor("an"), try await site.visitor("lan"))
            #expect(try await correct(session, turns: "118", seeing: "1", by: lan).status == 303)
            let mistaken = try await correct(session, turns: "125", seeing: "1", reason: " ", by: an)
            #expect(mistaken.status == 422 && mistaken.body.contains(#"name="version" value="1""#))
            #expect(try await correct(session, turns: "125", seeing: nil, by: an).status == 422)
            #expect(try await turns(session, site) == 118)
        }
    }
}
