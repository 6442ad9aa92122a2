import Operations
import Outreach
import Testing

@testable import Office

/// "1h30" is a length or a time of day: the column decides, and where it does not, a person.
struct HoursColumnTests {
    private func list(_ heading: String, _ cells: [String]) -> ClerkList {
        var rows = ["Ngày;Địa điểm;Học sinh;\(heading)"]
        for (number, cell) in cells.enumerated() { rows.append("\(number + 10)/05/2026;Trường THCS A;120;\(cell)") }
        return ClerkList(rows.joined(separator: "\n"))
    }

    @Test(
        arguments: [
            ("Thời gian", ["1h30", "2h", "90 phút"], [90, 120, 90]), ("Thời gian", ["1h30", "2h"], [90, 120]),
            ("Thời lượng", ["1h30", "2h", "45"], [90, 120, 45]), ("Thời gian", ["45", "90"], [45, 90]),
            ("Thời gian (giờ)", ["2", "1,5"], [120, 90]),
            ("Thời gian tổ chức", ["2 tiếng", "1 giờ 30 phút"], [120, 90]),
            ("Thời lượng", ["8h", "45 phút"], [480, 45]), ("Giờ", ["90 phút", "45 phút"], [90, 45]),
            ("Thời lượng (giờ)", ["2", "3"], [120, 180]), ("Số phút", ["5", "8"], [5, 8]),
            ("Thời gian", ["2 tiết", "1 tiết"], [90, 45]), ("Thời gian", ["01:30", "02:00"], [90, 120]),
        ] as [(String, [String], [Int])])
    func `a length is one by its unit and its neighbours`(
        heading: String, cells: [String], minutes: [Int]
    ) async throws {
        try await Office.open { office in
            let report = try await list(heading, cells).read(in: office)
            #expect(report.errors.isEmpty && report.sessions.map(\.minutes) == minutes, "\(report.errors)")
            #expect(report.sessions.allSatisfy { $0.time == nil })
        }
    }

    @Test(
        arguments: [
            ("Thời gian", ["8h30", "14h"], ["08:30", "14:00"]), ("Giờ", ["7h30", "9h"], ["07:30", "09:00"]),
            ("Thời lượng", ["14h", "8h30"], ["14:00", "08:30"]),
            ("Thời gian", ["2h chiều", "8h sáng"], ["14:00", "08:00"]),
            ("Bắt đầu", ["07:30", "13:30"], ["07:30", "13:30"]), ("Thời gian", ["7 giờ 30 phút"], ["07:30"]),
        ] as [(String, [String], [String])])
    func `a time of day is one by its hour`(heading: String, cells: [String], times: [String]) async throws {
        try await Office.open { office in
            let report = try await list(heading, cells).read(in: office)
            #expect(report.errors.isEmpty, "\(report.errors)")
            #expect(report.sessions.map { $0.time?.description ?? "" } == times)
            #expect(report.sessions.allSatisfy { $0.minutes == nil })
        }
    }

    @Test(
        arguments: [
            ("Thời gian", ["8h30", "90 phút"]), ("Thời gian", ["8h30", "2h"]), ("Thời gian", ["4h", "4h"]),
            ("Thời gian", ["2", "3"]), ("Thời lượng", ["8h"]), ("Thời lượng", ["14h", "45"]), ("Giờ", ["2h", "1h30"]),
            ("Thời lượng", ["2", "3"]),
        ] as [(String, [String])])
    func `what may be either is asked, and whoever is asked is believed`(
        heading: String, cells: [String]
    ) async throws {
        try await Office.open { office in
            let list = list(heading, cells)
            let report = try await list.read(in: office)
            #expect(report.errors.map(\.column) == [heading] && report.sessions.isEmpty)
            let reason = try #require(report.errors.first?.reason)
            #expect(reason.vietnamese.contains("minutes") && reason.vietnamese.contains(cells[0]))
            let mapped = try await list.read(mapping: "\(heading): minutes", in: office)
            #expect(mapped.errors.isEmpty && mapped.sessions.allSatisfy { $0.minutes != nil })
        }
    }

    @Test func `a range is a time and a length; so are a beginning and an end`() async throws {
        try await Office.open { office in
            let range = try await list("Thời gian", ["7h30 - 9h00", "14:00 – 15:30"]).read(in: office)
            #expect(range.sessions.map(\.minutes) == [90, 90])
            #expect(range.sessions.map { $0.time?.description } == ["07:30", "14:00"])
            let ends = try await list("Giờ bắt đầu;Giờ kết thúc", ["7h30;9h", "14h;"]).read(in: office)
            #expect(ends.errors.isEmpty && ends.sessions.map(\.minutes) == [90, nil])
        }
    }

    @Test func `a small hour among others is asked about in its row`() async throws {
        try await Office.open { office in
            let day = ClerkList(
                "Thời gian;Địa điểm;Học sinh", "7h30 ngày 18/05/2026;Trường THCS A;120",
                "2h ngày 19/05/2026;Trường A;100",
                "2h chiều 20/05/2026;Trường A;90")
            let report = try await day.read(in: office)
            #expect(report.errors.map(\.row) == [3] && report.errors.first?.reason.english.contains("14:00") == true)
        }
    }
}
