import Outreach
import Testing

@testable import Office
@testable import Operations
@testable import Storage

/// Whatever people write beside the numbers leaves with them, so a few cases in one commune are told nowhere in a report.
struct ReportWordingTests {
    private let period = "2026-H1"
    private let words = "Trong kỳ xảy ra 2 vụ xâm hại tình dục trẻ em"

    private func expectRefused<Result>(
        _ location: SourceLocation = #_sourceLocation, _ change: () async throws -> Result
    ) async {
        do {
            _ = try await change()
            Issue.record("It was not refused.", sourceLocation: location)
        } catch ReportingError.fewCases(let found) {
            #expect(!found.isEmpty, sourceLocation: location)
        } catch {
            Issue.record("It was refused as \(error).", sourceLocation: location)
        }
    }

    private func register(_ value: String, of subject: String, in office: Office) async throws {
        _ = try await office.workspace.registerTarget(
            value, indicator: try slug("turns"), unit: try slug(subject), period: period, as: .program, mode: .perform)
    }

    @Test(arguments: ["east-138", "east-youth", "east"])
    func `a target in words tells of no few cases in one commune`(subject: String) async throws {
        try await Office.open { office in
            await expectRefused { try await register(words, of: subject, in: office) }
            let kept = try await office.workspace.targets(of: try slug(subject), period: period, as: .program)
            #expect(kept.isEmpty)
            try await register("Khi có hướng dẫn, không quá 2 buổi", of: subject, in: office)
            // Of a province it tells nobody's case.
            try await register(words, of: "city", in: office)
        }
    }

    @Test func `of many targets none is kept where one tells of few cases`() async throws {
        try await Office.open { office in
            let entries = [
                TargetEntry(indicator: try slug("sessions-held"), value: "12", seen: ""),
                TargetEntry(indicator: try slug("turns"), value: words, seen: ""),
            ]
            await expectRefused {
                try await office.workspace.registerTargets(
                    entries, unit: try slug("east-138"), period: period, as: try office.user("lan"), mode: .perform)
            }
            #expect(
                try await office.workspace.targets(of: try slug("east-138"), period: period, as: .program).isEmpty)
        }
    }

    @Test func `the reason of a correction tells of no few cases`() async throws {
        try await Office.open { office in
            let committee = try slug("east-138")
            func submit(_ reason: String) async throws -> ReportVersion {
                try await office.workspace.submitReport(
                    on: committee, period: period, seeing: nil, reason: reason, as: try office.user("lan"),
                    mode: .perform)
            }
            _ = try await submit("")
            _ = try await office.workspace.logSession(
                try office.session(turns: 7), as: try office.user("an"), mode: .perform)
            await expectRefused { try await submit("Bổ sung: \(words)") }
            #expect(try await submit("Bổ sung một buổi").number == 2)
        }
    }

    @Test func `the head of the paper tells of no few cases, in none of its lines`() async throws {
        try await Office.open { office in
            let (committee, lan) = (try slug("east-138"), try office.user("lan"))
            let known = try await office.workspace.reportHead(of: committee, as: lan)
            let changes: [(inout ReportHead) -> Void] = [
                { $0.addressees = [words] }, { $0.recipients = ["Như trên", words] }, { $0.signing = [words] },
                { $0.issuer = words }, { $0.place = words }, { $0.archive = words },
            ]
            for change in changes {
                var head = known
                change(&head)
                await expectRefused {
                    try await office.workspace.setReportHead(head, of: committee, as: lan, mode: .perform)
                }
            }
            #expect(try await office.workspace.reportHead(of: committee, as: lan) == known)
        }
    }

    @Test func `what was kept before the rules were asked does not leave either`() async throws {
        try await Office.open { office in
            let (committee, now) = (try slug("east-138"), office.workspace.now)
            try await office.workspace.database.write { tx in
                try tx.register(
                    .text(words), unit: committee, indicator: try slug("turns"), period: period, by: "lan", at: now)
            }
            for format in [ReportFormat.docx, .xlsx, .csv, .html, .json, .markdown] {
                await expectRefused {
                    try await office.workspace.reportFile(
                        format, of: nil, on: committee, period: period, language: .vietnamese, as: .program)
                }
            }
            await expectRefused {
                try await office.workspace.submitReport(
                    on: committee, period: period, seeing: nil, as: try office.user("lan"), mode: .perform)
            }
        }
    }
}
