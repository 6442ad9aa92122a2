import Operations
import Outreach
import Testing

@testable import Office

/// The column of days, however it is called; where it is not known, the ones that may be it are named.
struct DayColumnTests {
    @Test(arguments: [
        "Ngày", "Ngày (dd/mm/yyyy)", "Ngày, tháng, năm", "Thứ, ngày", "\"Ngày\nthực hiện\"", "Ngày sinh hoạt",
        "Thời điểm",
        "Thời điểm tổ chức", "Từ ngày", "Ngày bắt đầu", "Giờ, ngày tháng", "Date", "Date of session", "Lịch tổ chức",
        "Thời gian (ngày/tháng/năm)",
    ])
    func `a day is a day under each of its headings`(heading: String) async throws {
        try await Office.open { office in
            let report = try await ClerkList("\(heading);Địa điểm;Học sinh", "18/05/2026;Trường THCS A;120").read(
                in: office)
            #expect(
                report.errors.isEmpty && report.sessions.map(\.day.description) == ["2026-05-18"], "\(report.errors)")
        }
    }

    @Test(arguments: [
        "Ngày thực hiện;Ngày báo cáo", "Ngày;Ngày kết thúc", "Từ ngày;Đến ngày", "Ngày;Ngày lập",
        "Ngày tổ chức;Hạn gửi",
    ])
    func `a second column of other days does not hide the first`(headings: String) async throws {
        try await Office.open { office in
            let list = ClerkList("\(headings);Địa điểm;Học sinh", "18/05/2026;30/06/2026;Trường THCS A;120")
            let report = try await list.read(in: office)
            #expect(
                report.errors.isEmpty && report.sessions.map(\.day.description) == ["2026-05-18"], "\(report.errors)")
        }
    }

    @Test func `days in three columns stay beside a column of hours`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Tháng;Năm;Thời gian;Địa điểm;Học sinh", "18;5;2026;7h30;Trường THCS A;120",
                "19;5;2026;8h;Trường THCS A;100")
            let report = try await list.read(in: office)
            #expect(report.errors.isEmpty && report.sessions.map(\.day.description) == ["2026-05-18", "2026-05-19"])
        }
    }

    @Test func `wrong days are told row by row, and not as a missing column`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày thực hiện;Ngày tổ chức;Địa điểm;Học sinh", "30/02/2026;;Trường THCS A;120", "x;;Trường THCS A;100"
            )
            let report = try await list.read(in: office)
            #expect(report.errors.map(\.row) == [2, 3])
            #expect(Set(report.errors.map(\.column)) == ["Ngày thực hiện"])
        }
    }

    @Test func `where no column is known to be the day, those that may be are named with how to choose`() async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày báo cáo;Hạn;Địa điểm;Học sinh", "18/05/2026;19/05/2026;Trường THCS A;120")
            let report = try await list.read(in: office)
            let error = try #require(report.errors.first)
            #expect(error.column == "Ngày")
            #expect(error.reason.vietnamese.contains("Có thể là “Ngày báo cáo”, “Hạn”"))
            #expect(error.reason.vietnamese.contains("(day)"))
            let chosen = try await list.read(mapping: "Hạn: day", in: office)
            #expect(chosen.sessions.map(\.day.description) == ["2026-05-19"])
        }
    }

    @Test func `an hour that stands beside a second day is kept`() async throws {
        try await Office.open { office in
            let list = ClerkList("Ngày;Thời gian;Địa điểm;Học sinh", "18/05/2026;7h30, 18/05/2026;Trường THCS A;120")
            let session = try #require(try await list.read(in: office).sessions.first)
            #expect(session.time?.description == "07:30")
        }
    }
}
