import Testing

struct LunarTests {
    private struct Converted: Decodable, Equatable {
        let solar: String
        let lunar: String
        let yearName: String
    }

    private static let converted: [(date: String, solar: String, lunar: String)] = [
        ("2026-09-25", "2026-09-25", "15/8/2026"), ("15/8/2026", "2026-09-25", "15/8/2026"),
        ("2025-08-08", "2025-08-08", "15/6n/2025"), ("15/6n/2025", "2025-08-08", "15/6n/2025"),
        ("1/1/2027", "2027-02-06", "1/1/2027"),
    ]

    @Test(arguments: converted)
    func `a day is converted both ways, leap months included`(date: String, solar: String, lunar: String) async throws {
        let converted: Converted = try await Program.run(["lunar", date, "--json"]).succeeded().decoded()
        #expect(converted.solar == solar)
        #expect(converted.lunar == lunar)
    }

    @Test func `the year is named as people name it`() async throws {
        let answer = try await Program.run(["lunar", "2026-09-25"]).succeeded()
        #expect(answer.output == "25/09/2026 dương lịch = 15/8/2026 âm lịch, năm Bính Ngọ\n")
    }

    private static let impossible: [(date: String, code: Int32)] = [
        ("15/7n/2025", 65), ("30/2/2025", 65), ("1000-01-01", 65), ("2026-02-30", 64), ("hôm nay", 64), ("", 64),
    ]

    @Test(arguments: impossible)
    func `a day that never was is refused with what to write instead`(date: String, code: Int32) async throws {
        let answer = try await Program.run(["lunar", date]).refused(code)
        #expect(answer.output.isEmpty)
    }
}
