import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// What was handed in stays as it was; what changes afterwards is a new version with a reason.
struct ReportSubmissionTests {
    private let period = "2026-H1"

    private func log(_ turns: Int, in office: Office) async throws -> Session {
        let session = try office.session(turns: turns)
        _ = try await office.workspace.logSession(session, as: try office.user("an"), mode: .perform)
        return session
    }

    private func dossier(_ office: Office) async throws -> ReportDossier {
        try await office.workspace.reportDossier(on: try slug("east-138"), period: period, as: try office.user("lan"))
    }

    private func submit(
        _ office: Office, seeing: ContentHash? = nil, reason: String = "", by name: String = "lan",
        mode: ChangeMode = .perform
    ) async throws -> ReportVersion {
        try await office.workspace.submitReport(
            on: try slug("east-138"), period: period, seeing: seeing, reason: reason, as: try office.user(name),
            mode: mode)
    }

    private func turns(_ version: Int, _ office: Office) async throws -> Int? {
        let found = try await office.workspace.reportVersion(
            version, on: try slug("east-138"), period: period, as: .program)
        #expect(found.isIntact)
        return found.content.report.line(try slug("turns"))?.value
    }

    @Test func `a correction of one session makes one new version, and the frozen one stays`() async throws {
        try await Office.open { office in
            let session = try await log(120, in: office)
            let first = try await submit(office)
            #expect(first.number == 1 && first.reason == nil)
            #expect(try await dossier(office).differs == false)
            _ = try await office.workspace.correctSession(
                session.id.description, reason: "Đếm lại", as: try office.user("an"), mode: .perform
            ) { _ in try office.session(session.id, turns: 118) }
            let changed = try await dossier(office)
            #expect(changed.differs && changed.changes.contains { $0.old == "120" && $0.new == "118" })
            let second = try await submit(office, seeing: changed.hash, reason: "Đếm lại số lượt")
            #expect(second.number == 2 && second.reason == "Đếm lại số lượt" && second.hash != first.hash)
            #expect(try await turns(1, office) == 120)
            #expect(try await turns(2, office) == 118)
            #expect(try await dossier(office).versions == [first, second])
        }
    }

    @Test func `nothing is submitted twice, without a reason, or unseen`() async throws {
        try await Office.open { office in
            _ = try await log(120, in: office)
            let seen = try await dossier(office).hash
            _ = try await log(30, in: office)
            await #expect(throws: ReportingError.changedSinceSeen) { try await submit(office, seeing: seen) }
            _ = try await submit(office)
            await #expect(throws: ReportingError.nothingChanged(1)) { try await submit(office, reason: "x") }
            _ = try await log(7, in: office)
            await #expect(throws: ReportingError.noReason) { try await submit(office, reason: "  ") }
            #expect(try await dossier(office).versions.count == 1)
        }
    }

    @Test func `a rehearsal submits nothing`() async throws {
        try await Office.open { office in
            _ = try await log(120, in: office)
            let before = try await office.rows()
            #expect(try await submit(office, mode: .rehearse).number == 1)
            #expect(try await office.rows() == before)
        }
    }

    @Test(arguments: ["an", "tay", "duyet"])
    func `only those who write a committee's reports submit them`(name: String) async throws {
        try await Office.open { office in
            _ = try await log(120, in: office)
            await #expect(throws: OrganisationError.self) { try await submit(office, by: name) }
        }
    }

    @Test func `a frozen version cannot be changed or taken away, not even in the database`() async throws {
        try await Office.open { office in
            _ = try await log(120, in: office)
            _ = try await submit(office)
            let database = try office.database()
            for statement in ["UPDATE report_versions SET body = '{}'", "DELETE FROM report_versions"] {
                await #expect(throws: (any Error).self) {
                    try await database.write { tx in _ = try tx.execute(statement) }
                }
            }
            try await database.write { tx in
                try tx.execute("DROP TRIGGER report_versions_unchanged")
                try tx.execute(#"UPDATE report_versions SET body = replace(body, '120', '121')"#)
            }
            let found = try await office.workspace.reportVersion(
                1, on: try slug("east-138"), period: period, as: .program)
            #expect(!found.isIntact)
        }
    }

    @Test func `the narrative is kept with the version`() async throws {
        try await Office.open { office in
            _ = try await log(120, in: office)
            let narrative = ReportNarrative(number: 5, date: Day("2026-07-01"))
            _ = try await office.workspace.writeNarrative(
                narrative, on: try slug("east-138"), period: period, as: try office.user("lan"), mode: .perform)
            _ = try await submit(office)
            let found = try await office.workspace.reportVersion(
                1, on: try slug("east-138"), period: period, as: .program)
            #expect(found.content.narrative == narrative)
        }
    }

    @Test func `of a unit that was not there in a period no report is waited for`() async throws {
        try await Office.open { office in
            let completeness = try await office.workspace.completeness(
                of: try slug("old-youth"), period: "2026-H1", as: try office.user("lan"))
            #expect(completeness.standings.map(\.state) == [.absent] && completeness.expected == 0)
        }
    }

    @Test func `the state follows the days, and decisions of whoever it reports to`() async throws {
        try await Office.open { office in
            let states = {
                try await office.workspace.completeness(
                    of: try slug("east-138"), period: "2025-H2", as: try office.user("lan")
                ).standings.map(\.state)
            }
            #expect(try await states() == [.late, .late, .late, .late])
            for (unit, kind) in [("east-culture", ReportException.Kind.excused), ("east-youth", .reopened)] {
                _ = try await office.workspace.decideReport(
                    kind, on: try slug(unit), period: "2025-H2", reason: "Mới thành lập", as: try office.user("lan"),
                    mode: .perform)
            }
            #expect(try await states() == [.late, .late, .excused, .late])
            await #expect(throws: ReportingError.noReason) {
                try await office.workspace.decideReport(
                    .excused, on: try slug("east-youth"), period: "2025-H2", reason: " ",
                    as: try office.user("lan"), mode: .perform)
            }
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.decideReport(
                    .excused, on: try slug("east-youth"), period: "2025-H2", reason: "x", as: try office.user("tay"),
                    mode: .perform)
            }
        }
    }

    @Test func `a period that has not begun is not submitted`() async throws {
        try await Office.open { office in
            await #expect(throws: ReportingError.self) {
                try await office.workspace.submitReport(
                    on: try slug("east-138"), period: "2026-H2", seeing: nil, as: try office.user("lan"),
                    mode: .perform)
            }
        }
    }

    /// A calendar whose reports are asked for.
    private static let calendars = """
        calendars:
          - id: half-year
            name: {vi: "Nửa năm", en: "Half-year"}
            required: true
            periods:
              - {code: "{year}-H1", name: {vi: "Đầu năm", en: "First"}, from: "01-01", to: "06-30", due: "07-05"}
        """

    @Test func `a committee submits without the reports of members only when it says so, and they are named`()
        async throws
    {
        try await Office.open { office in
            try await office.rewrite("Content/calendars.yaml", Self.calendars)
            try office.turn(to: "2026-07-02 09:00")
            _ = try await office.workspace.decideReport(
                .excused, on: try slug("east-police"), period: period, reason: "Không có hoạt động",
                as: try office.user("admin"), mode: .perform)
            _ = try await office.workspace.submitReport(
                on: try slug("east-youth"), period: period, seeing: nil, as: try office.user("lan"), mode: .perform)
            let missing = try await dossier(office).missing
            #expect(missing.map(\.id.description).contains("east-culture"))
            #expect(!missing.map(\.id.description).contains { ["east-police", "east-youth"].contains($0) })
            await #expect(throws: ReportingError.membersMissing(missing.map(\.name))) { try await submit(office) }
            #expect(try await dossier(office).versions.isEmpty)
            _ = try await office.workspace.submitReport(
                on: try slug("east-138"), period: period, seeing: nil, withoutMembers: true,
                as: try office.user("lan"), mode: .perform)
            let found = try await office.workspace.reportVersion(
                1, on: try slug("east-138"), period: period, as: .program)
            #expect(found.content.missing == missing && found.isIntact)
            #expect(found.content.countedAnew == nil)
        }
    }

    @Test func `after the lock who was excused is let in again as everybody else, by whoever it reports to`()
        async throws
    {
        try await Office.open { office in
            let locking = Self.calendars.replacing("due: \"07-05\"", with: "due: \"07-05\", lock: \"07-31\"")
            try await office.rewrite("Content/calendars.yaml", locking)
            let (youth, police, lan) = (try slug("east-youth"), try slug("east-police"), try office.user("lan"))
            func decide(_ kind: ReportException.Kind, _ unit: Slug) async throws {
                _ = try await office.workspace.decideReport(
                    kind, on: unit, period: period, reason: "Không có hoạt động", as: lan, mode: .perform)
            }
            func submit(_ unit: Slug) async throws -> Int {
                try await office.workspace.submitReport(on: unit, period: period, seeing: nil, as: lan, mode: .perform)
                    .number
            }
            try await decide(.excused, youth)
            try await decide(.excused, police)
            try office.turn(to: "2026-07-31 09:00")
            #expect(try await submit(police) == 1)
            try office.turn(to: "2026-08-01 09:00")
            let dossier = try await office.workspace.reportDossier(on: youth, period: period, as: lan)
            #expect(dossier.state == .excused && dossier.isLocked)
            await #expect(throws: ReportingError.locked(dossier.content.report.period)) { try await submit(youth) }
            try await decide(.reopened, youth)
            #expect(try await submit(youth) == 1)
            #expect(try await office.workspace.reportDossier(on: youth, period: period, as: lan).isLocked == false)
        }
    }

    @Test func `a committee is told of members whose numbers changed after their own reports`() async throws {
        try await Office.open { office in
            try await office.rewrite("Content/calendars.yaml", Self.calendars)
            try office.turn(to: "2026-07-02 09:00")
            let (lan, youth, committee) = (try office.user("lan"), try slug("east-youth"), try slug("east-138"))
            _ = try await office.workspace.submitReport(
                on: youth, period: period, seeing: nil, as: lan, mode: .perform)
            let counted = {
                try await office.workspace.membersCountedAnew(on: committee, period: period, as: lan).map(\.id)
            }
            #expect(try await counted().isEmpty)
            _ = try await office.workspace.logSession(
                try office.session(), as: try office.user("an"), mode: .perform)
            #expect(try await counted() == [youth])
            _ = try await office.workspace.submitReport(
                on: committee, period: period, seeing: nil, withoutMembers: true, as: lan, mode: .perform)
            let found = try await office.workspace.reportVersion(1, on: committee, period: period, as: .program)
            #expect(found.content.countedAnew?.map(\.id) == [youth] && found.isIntact)
        }
    }
}
