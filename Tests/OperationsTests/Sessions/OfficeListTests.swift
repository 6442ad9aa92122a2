import Documents
import Foundation
import Operations
import Outreach
import Testing

@testable import Office

/// Lists as offices write them, in `Fixtures/Lists`, read with the content that Loa ships.
struct OfficeListTests {
    /// Sessions and turns, or a word and perhaps a number: `refused`, `errors 6`.
    private enum Expected: Decodable {
        case counted(sessions: Int, turns: Int)
        case said(String)

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self = .said(text)
            } else {
                let numbers = try decoder.singleValueContainer().decode([Int].self)
                self = .counted(sessions: numbers[0], turns: numbers[1])
            }
        }
    }

    private func withLists(_ test: (Workspace, [String: Expected], URL) async throws -> Void) async throws {
        let lists = try #require(Bundle.module.resourceURL).appending(path: "Fixtures/Lists")
        let expected = try JSONDecoder().decode(
            [String: Expected].self, from: Data(contentsOf: lists.appending(path: "expected.json")))
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        try await Office.inFolder { folder in
            let root = folder.appending(path: "workspace")
            try WorkspaceCreation.create(at: root, name: "Xã mẫu", copying: repository)
            let clock = TurnedClock(try #require(Instant("2026-11-28T08:00:00+07:00")))
            let workspace = try await Workspace(at: root, time: clock.source, environment: [:])
            _ = try await workspace.importContent(as: .program, mode: .perform)
            try await test(workspace, expected, lists)
        }
    }

    @Test func `every list is read as its office meant it`() async throws {
        try await withLists { workspace, expected, lists in
            #expect(expected.count >= 23)
            for (name, expected) in expected.sorted(by: { $0.key < $1.key }) {
                let bytes = Array(try Data(contentsOf: lists.appending(path: name)))
                let report = try await workspace.importSessions(
                    bytes, unit: try slug("doan-thanh-xuan"), as: .program, mode: .rehearse)
                let errors = report.errors.map { "\($0.row ?? 0) \($0.column ?? ""): \($0.reason.english)" }
                switch expected {
                case .counted(let sessions, let turns):
                    #expect(errors == [] && report.refused == nil, "\(name)")
                    #expect(report.sessions.count == sessions && report.turns == turns, "\(name): \(report.turns)")
                case .said("refused"): #expect(report.refused != nil && report.sessions.isEmpty, "\(name)")
                case .said(let text):
                    #expect("errors \(report.errors.count)" == text && report.sessions.isEmpty, "\(name): \(errors)")
                }
            }
        }
    }

    @Test func `encodings are recognised and said`() async throws {
        try await withLists { workspace, _, lists in
            for (name, encoding) in [
                ("01-bom.csv", "UTF-8 with BOM"), ("02-utf16.txt", "UTF-16LE"), ("03-tab.tsv", "UTF-8"),
                ("04-cp1258.csv", "CP1258"), ("05-tcvn3.csv", "TCVN3"),
            ] {
                let report = try await workspace.importSessions(
                    Array(try Data(contentsOf: lists.appending(path: name))), unit: try slug("doan-thanh-xuan"),
                    as: .program, mode: .rehearse)
                #expect(report.format?.delimited?.encoding.rawValue == encoding, "\(name)")
                // The same table in every encoding: the same sessions but for their ids.
                #expect(report.sessions.first?.placeUnit != nil || name != "01-bom.csv")
            }
        }
    }

    @Test func `columns are called by their headings, whatever lines stand between those and the rows`() async throws {
        try await withLists { workspace, _, lists in
            let report = try await workspace.importSessions(
                Array(try Data(contentsOf: lists.appending(path: "06-two-row.csv"))), unit: try slug("doan-thanh-xuan"),
                as: .program, mode: .rehearse)
            let sums = Dictionary(uniqueKeysWithValues: report.totals.map { ($0.column, $0.sum) })
            #expect(
                sums == ["Tổng số": 325, "Học sinh": 230, "Giáo viên": 25, "Phụ huynh": 70, "Thời lượng (phút)": 105])
        }
    }

    @Test func `what a row says beside its numbers is kept where it belongs`() async throws {
        try await withLists { workspace, _, lists in
            func first(_ name: String) async throws -> Session {
                let report = try await workspace.importSessions(
                    Array(try Data(contentsOf: lists.appending(path: name))), unit: try slug("doan-thanh-xuan"),
                    as: .program, mode: .rehearse)
                return try #require(report.sessions.first)
            }
            let held = try await first("21-cohost.csv")
            #expect(held.coHosts.map(\.description) == ["ca-thanh-xuan"] && held.unit.description == "doan-thanh-xuan")
            // Names of speakers are not kept.
            #expect(held.speakers == ["Công an xã"])
            let merged = try await first("07-merged.xlsx")
            #expect(merged.day.description == "2026-03-02" && merged.level == .primary && merged.cost == 1_500_000)
            #expect(merged.attendance.first?.female == 160 && merged.attendance.first?.male == 140)
            let timed = try await first("02-utf16.txt")
            #expect(timed.time == TimeOfDay("07:30") && timed.form == .schoolSession && timed.minutes == nil)
        }
    }
}
