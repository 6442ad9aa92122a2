import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Observances of content` {
    private static let file = "observances.yaml"

    @Test func `an observance is read with focus and notice`() throws {
        let month = try #require(try ContentFixture.valid.load().observances.first)
        #expect(month.rule == .month(6))
        #expect(month.noticeDays == 45)
        #expect(month.focus?.first == MonthDay("06-01"))
        #expect(month.focus?.last == MonthDay("06-03"))
        #expect(month.source == "Luật Trẻ em 2016, Điều 11")
    }

    @Test(arguments: [
        ("{weekday: sunday, nth: 2, month: 5}", ObservanceRule.weekday(nth: 2, isoWeekday: 7, month: 5)),
        ("{weekday: monday, nth: -1, month: 12}", .weekday(nth: -1, isoWeekday: 1, month: 12)),
        ("{lunar: \"08-15\"}", .lunar(month: 8, day: 15)),
        ("{lunar: \"02-30\"}", .lunar(month: 2, day: 30)),
        ("{month: 9}", .month(9)),
    ])
    func `every form of rule is read`(written: String, rule: ObservanceRule) throws {
        let content = try ContentFixture.valid.replacing("{lunar: \"08-15\"}", with: written, in: Self.file).load()
        #expect(content.report == "")
        #expect(content.observances.last?.rule == rule)
    }

    @Test func `days and spans are read`() throws {
        let first = try #require(MonthDay("11-15"))
        let last = try #require(MonthDay("12-15"))
        let day = try ContentFixture.valid.replacing("{lunar: \"08-15\"}", with: "{day: \"11-15\"}", in: Self.file)
        #expect(try day.load().observances.last?.rule == .day(first))
        let span = try ContentFixture.valid
            .replacing("{lunar: \"08-15\"}", with: "{span: [\"11-15\", \"12-15\"]}", in: Self.file)
        #expect(try span.load().observances.last?.rule == .span(first, last))
    }

    @Test(arguments: [
        ("{month: 13}", "There is no month 13"),
        ("{month: june}", "a whole number"),
        ("{weekday: sundy, nth: 2, month: 5}", "Did you mean “sunday”?"),
        ("{weekday: sunday, nth: 6, month: 5}", "A month has no weekday number 6"),
        ("{weekday: sunday, month: 5}", "the key “nth” is missing"),
        ("{lunar: \"13-01\"}", "There is no lunar day 1/13"),
        ("{day: \"02-30\"}", "a day like 06-01"),
        ("{day: \"06-01\", month: 6}", "Unknown key “month”"),
        ("{span: [\"11-15\"]}", "two days"),
        ("{each: day}", "one of: day, span, month, weekday, lunar"),
        ("\"08-15\"", "keys with values"),
    ])
    func `a rule that yields no day is refused at its line`(written: String, expected: String) throws {
        let content = try ContentFixture.valid.replacing("{lunar: \"08-15\"}", with: written, in: Self.file).load()
        #expect(content.places.allSatisfy { $0 == "Content/observances.yaml:10" })
        #expect(content.report.contains(expected))
        #expect(content.observances.map(\.id.description) == ["action-month-for-children"])
    }

    @Test func `a focus lies inside`() throws {
        let content = try ContentFixture.valid
            .replacing("[\"06-01\", \"06-03\"]", with: "[\"05-30\", \"06-03\"]", in: Self.file).load()
        #expect(content.places == ["Content/observances.yaml:5"])
        #expect(content.report.contains("outside the observance"))
        #expect(content.playbooks.count == 1)
    }

    @Test func `notice is whole days`() throws {
        let content = try ContentFixture.valid.replacing("notice: 30d", with: "notice: 2h", in: Self.file).load()
        #expect(content.places == ["Content/observances.yaml:11"])
    }
}
