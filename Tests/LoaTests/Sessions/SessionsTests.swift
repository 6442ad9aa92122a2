import Foundation
import Testing

struct SessionsTests {
    private struct Record: Decodable {
        let session: Session
        let version: Int
    }

    private struct Session: Decodable {
        let id: String
        let minutes: Int
        let placeUnit: String?
    }

    private static let id = "01a1e240-7c00-7000-8000-0000000000a1"

    @Test func `the same session sent twice is counted once, and a correction keeps what was there`() async throws {
        let office = try await Office.open()
        func log(_ minutes: String) async throws -> Answer {
            try await office.loa(
                "sessions", "log", "--id", Self.id, "--unit", Office.youthUnion, "--day", "2026-06-03", "--form",
                "school-session", "--place", "Trường (mẫu)", "--level", "primary", "--minutes", minutes, "--turns",
                "primary-pupils=120/70/50", as: Office.logger)
        }
        try await log("45").succeeded()
        try await log("45").succeeded()
        #expect(try await records(in: office).count == 1)
        // The same id for something else is no repetition.
        try await log("90").refused(65)

        try await office.loa(
            "sessions", "correct", Self.id, "--reason", "Ghi nhầm", "--minutes", "60", as: Office.logger
        ).succeeded()
        let corrected = try await records(in: office)
        #expect(corrected.map(\.version) == [2])
        #expect(corrected.map(\.session.minutes) == [60])
        let shown = try await office.loa("sessions", "show", Self.id, as: Office.logger).succeeded()
        #expect(try shown.keys() == ["record", "corrections"])
        #expect(shown.output.contains("Ghi nhầm"))
    }

    @Test func `a correction to another place leaves the school, unless it names it`() async throws {
        let office = try await Office.open()
        let school = "truong-thcs-thanh-xuan"
        try await office.loa(
            "sessions", "log", "--id", Self.id, "--unit", Office.youthUnion, "--day", "2026-06-03", "--form",
            "school-session", "--place", "Trường THCS Thạnh Xuân", "--place-unit", school, "--minutes", "45", "--turns",
            "primary-pupils=120", as: Office.logger
        ).succeeded()
        for (corrected, unit) in [
            (["--place", "Nhà văn hóa ấp 5", "--form", "conference"], nil),
            (["--place", "Trường THCS Thạnh Xuân"], school),
            (["--place", "Sân vận động", "--place-unit", school], school),
            (["--place", "Nhà văn hóa ấp 5", "--place-unit", school], school),
        ] as [([String], String?)] {
            try await office.loa(
                ["sessions", "correct", Self.id, "--reason", "Ghi nhầm nơi"] + corrected, as: Office.logger
            ).succeeded()
            #expect(try await records(in: office).map(\.session.placeUnit) == [unit])
        }
    }

    private func records(in office: Office) async throws -> [Record] {
        try await office.loa("sessions", "list", "--json", as: Office.logger).succeeded().decoded()
    }

    private static let impossible: [(wrong: [String], code: Int32)] = [
        (["--turns", "nguoi-la=5"], 65), (["--turns", "primary-pupils=10/8/8"], 65),
        (["--turns", "primary-pupils=10", "--day", "2099-01-01"], 65),
        (["--turns", "primary-pupils=10", "--minutes", "0"], 65),
        (["--turns", "primary-pupils=10", "--unit", "ca-thanh-xuan"], 64),
        (["--turns", "primary-pupils=10", "--unit", "xa-khong-co"], 64), (["--turns", "primary-pupils=-5"], 64),
        (["--turns", "primary-pupils=10", "--id", "abc"], 64),
    ]

    @Test(arguments: impossible)
    func `a session that cannot be is not logged`(wrong: [String], code: Int32) async throws {
        let office = try await Office.open()
        var arguments = ["sessions", "log", "--form", "school-session", "--place", "Trường (mẫu)"] + wrong
        if !wrong.contains("--unit") { arguments += ["--unit", Office.youthUnion] }
        if !wrong.contains("--minutes") { arguments += ["--minutes", "45"] }
        try await office.loa(arguments, as: Office.logger).refused(code)
        #expect(try await records(in: office).isEmpty)
    }

    @Test func `a table of sessions is imported whole or not at all, and twice changes nothing`() async throws {
        let office = try await Office.open()
        let heading = "ngày,hình thức,địa điểm,số phút,đối tượng,số lượt\n"
        let rows = (1...3).map { "0\($0)/06/2026,school-session,Trường \($0),45,primary-pupils,1.\($0)00\n" }.joined()
        let wrong = try office.write(heading + rows + "04/06/2026,hát,Trường 4,45,primary-pupils,10\n", to: "a.csv")
        let right = try office.write(heading + rows, to: "b.csv")
        let refused = try await office.loa(
            "sessions", "import", wrong, "--unit", Office.youthUnion, as: Office.logger
        ).refused(65)
        #expect(refused.messages.contains("\(wrong):5"))
        #expect(try await records(in: office).isEmpty)
        for _ in 1...2 {
            try await office.loa("sessions", "import", right, "--unit", Office.youthUnion, as: Office.logger)
                .succeeded()
            #expect(try await records(in: office).count == 3)
        }
    }
}
