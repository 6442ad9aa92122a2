import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Lists of content` {
    @Test func `an entry with a mistake is left out and the others are kept`() throws {
        let content = try ContentFixture.valid
            .replacing("en: \"Body safety\"", with: "es: \"Seguridad\"", in: "topics.yaml").load()
        #expect(content.taxonomy.topics.map(\.id.description) == ["hotline-111"])
        #expect(content.places.allSatisfy { $0 == "Content/topics.yaml:2" })
        #expect(content.materials.count == 2)
    }

    @Test func `a misspelt key is named with the one meant, once`() throws {
        let content = try ContentFixture.valid
            .replacing("children: true", with: "childern: true", in: "audiences.yaml").load()
        #expect(content.report.contains("Unknown key “childern”. Did you mean “children”?"))
        #expect(content.problems.count == 2)
    }

    @Test func `of two entries with one id the first is kept and both places are named`() throws {
        var fixture = ContentFixture.valid
        fixture["topics.yaml"] += "\n  - {id: body-safety, name: {vi: \"Khác\", en: \"Other\"}}\n"
        let content = try fixture.load()
        #expect(content.places == ["Content/topics.yaml:4"])
        #expect(content.report.contains("“body-safety” is already used at Content/topics.yaml:2"))
        #expect(content.taxonomy.topics.first?.name.en == "Body safety")
        #expect(content.taxonomy.topics.count == 2)
    }

    @Test func `a number may stand twice only on different days`() throws {
        let later = try ContentFixture.valid
            .replacing("number: \"18001567\"", with: "number: \"111\"", in: "help-lines.yaml")
            .replacing("    replaced_by: \"111\"\n", with: "", in: "help-lines.yaml")
        #expect(try later.load().problems == [])
        let content = try later.replacing("until: 2017-12-05", with: "until: 2017-12-06", in: "help-lines.yaml").load()
        #expect(content.places == ["Content/help-lines.yaml:10"])
        #expect(content.taxonomy.helpLines.count == 1)
    }

    @Test func `a number is replaced only by one in the list`() throws {
        let content = try ContentFixture.valid
            .replacing("replaced_by: \"111\"", with: "replaced_by: \"112\"", in: "help-lines.yaml").load()
        #expect(content.report.contains("no number “112”"))
        #expect(content.taxonomy.helpLines.map(\.number) == ["111"])
    }

    @Test func `a number holds digits only`() throws {
        let content = try ContentFixture.valid
            .replacing("number: \"18001567\"", with: "number: \"1800 1567\"", in: "help-lines.yaml").load()
        #expect(content.places == ["Content/help-lines.yaml:10"])
    }

    @Test func `days of an entry run forwards`() throws {
        let content = try ContentFixture.valid
            .replacing("until: 2017-12-05", with: "until: 2017-12-05\n    from: 2018-01-01", in: "help-lines.yaml")
            .load()
        #expect(content.places == ["Content/help-lines.yaml:15"])
        #expect(content.report.contains("the last day 2017-12-05 is before the first day 2018-01-01"))
    }

    @Test func `a period code means one period over all calendars`() throws {
        let content = try ContentFixture.valid.replacing("{year}-ADM", with: "{year}-H1", in: "calendars.yaml").load()
        #expect(content.places == ["Content/calendars.yaml:9"])
        #expect(content.report.contains("“{year}-H1” is already used at Content/calendars.yaml:5"))
        #expect(content.calendars.map(\.id.description) == ["half-year"])
    }

    @Test(arguments: ["H1", "{year}-{year}", "{year} H1", "{Year}-H1"])
    func `a period code holds the year once and nothing hard to type`(code: String) throws {
        let content = try ContentFixture.valid.replacing("{year}-H1", with: code, in: "calendars.yaml").load()
        #expect(content.places == ["Content/calendars.yaml:5"])
    }

    @Test func `a period ends after it begins`() throws {
        let content = try ContentFixture.valid
            .replacing("\"12-15@-1\"", with: "\"12-15\"", in: "calendars.yaml").load()
        #expect(content.places == ["Content/calendars.yaml:9"])
        #expect(content.report.contains("the end 12-14 is before the start 12-15"))
    }

    @Test func `days of calendars are read with their year`() throws {
        let calendar = try #require(try ContentFixture.valid.load().calendars.last)
        let period = try #require(calendar.periods.first?.period(in: 2026))
        #expect(period.code == "2026-ADM")
        #expect(period.range.first.description == "2025-12-15")
        #expect(period.due.description == "2026-12-20")
    }
}
