import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Indicators of content` {
    @Test func `an indicator is read with its filters`() throws {
        let indicator = try #require(try ContentFixture.valid.load().indicators.first)
        #expect(indicator.rows == .sessions)
        #expect(indicator.sum == .count)
        #expect(indicator.filters == [.form: ["school-session", "seminar"], .topic: ["body-safety"]])
        #expect(indicator.source == "Biểu 10")
    }

    @Test func `a filter that has no meaning for the rows is refused`() throws {
        let content = try ContentFixture.valid
            .replacing("where: {audience: [parents]}", with: "where: {metric: [views]}", in: "indicators.yaml").load()
        #expect(
            content.report == "Content/indicators.yaml:13: where: “metric” has no meaning for rows: attendance. "
                + "Choose from: audience, form, level, topic.")
        #expect(content.indicators.map(\.id.description) == ["sessions-held"])
    }

    @Test func `a sum that has no meaning for the rows is refused`() throws {
        let content = try ContentFixture.valid.replacing("sum: turns", with: "sum: minutes", in: "indicators.yaml")
            .load()
        #expect(content.places == ["Content/indicators.yaml:14"])
        #expect(content.report.contains("“minutes” has no meaning for rows: attendance. Choose from: turns."))
    }

    @Test(arguments: [
        ("form: [school-session, seminar]", "form: [school-sesion]", "Did you mean “school-session”?"),
        ("topic: [body-safety]", "topic: [body-safty]", "Did you mean “body-safety”?"),
        ("form: [school-session, seminar]", "form: []", "give at least one"),
        ("form: [school-session, seminar]", "level: [primery]", "Did you mean “primary”?"),
        ("rows: sessions", "rows: session", "Did you mean “sessions”?"),
    ])
    func `a filter holds known words only`(old: String, new: String, expected: String) throws {
        let content = try ContentFixture.valid.replacing(old, with: new, in: "indicators.yaml").load()
        #expect(content.problems.count == 1)
        #expect(content.report.contains(expected))
        #expect(content.indicators.map(\.id.description) == ["turns-of-parents"])
    }
}
