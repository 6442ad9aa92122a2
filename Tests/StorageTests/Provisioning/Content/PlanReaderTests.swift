import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Plans of content` {
    private static let file = "plans/chau-thanh.yaml"

    @Test func `a plan is read with its duties and targets`() throws {
        let plan = try #require(try ContentFixture.valid.load().plans.first)
        #expect(plan.id.description == "chau-thanh")
        #expect(plan.number == nil)
        #expect(plan.issued == "2024-10")
        #expect(plan.signingOffice == "Trưởng ban")
        let duty = try #require(plan.duties.first)
        #expect(duty.forms == [.material(.article), .channel(.social), .session(.seminar)])
        #expect(duty.deadline == Day("2024-11-15").map(DutyDeadline.day))
        #expect(duty.source == DutySource(section: "III.7", words: "tin, bài"))
        #expect(plan.duties.last?.deadline == .every(.halfYear))
        #expect(plan.targets.map(\.row) == ["1", "4", "5a"])
        #expect(plan.targets.map(\.value) == [.percent(3), .blank, .text("Khi có hướng dẫn")])
    }

    @Test(arguments: [
        ("plan: chau-thanh", "plan: thap-muoi", 1, "is not the file's name “chau-thanh”"),
        ("committee: committee-138", "committee: committee-139", 4, "Did you mean “committee-138”?"),
        ("committee: committee-138", "committee: police", 4, "there is no committee “police”"),
        ("issued: \"2024-10\"", "issued: \"2024-13\"", 5, "2024-10 or 2024-10-05"),
        ("lead: [police]\n    support", "lead: []\n    support", 10, "give at least one"),
        ("support: [school, committee-138]", "support: [scool]", 11, "Did you mean “school”?"),
        ("forms: [article, social, seminar]", "forms: [artcle]", 12, "Did you mean “article”?"),
        ("audiences: [parents]", "audiences: [parent]", 13, "Did you mean “parents”?"),
        ("topics: [body-safety]", "topics: [tax]", 14, "Add it to Content/topics.yaml or mend the name."),
        ("due: 2024-11-15", "due: 2024-02-30", 16, "a day that exists"),
        ("id: d02", "id: d01", 18, "“d01” is already used at Content/plans/chau-thanh.yaml:8"),
        ("value: \"3%\"", "value: \"3 phần trăm\"", 24, "{text: \"…\"}"),
    ])
    func `a plan with a mistake is left out, with place and remedy`(
        old: String, new: String, line: Int, expected: String
    ) throws {
        let content = try ContentFixture.valid.replacing(old, with: new, in: Self.file).load()
        #expect(content.places == ["Content/\(Self.file):\(line)"])
        #expect(content.report.contains(expected))
        #expect(content.plans == [])
    }

    @Test func `every mistake of a plan is told at once`() throws {
        let content = try ContentFixture.valid
            .replacing("audiences: [parents]", with: "audiences: [parent]", in: Self.file)
            .replacing("topics: [body-safety]", with: "topics: [body]", in: Self.file).load()
        #expect(content.places == ["Content/\(Self.file):13", "Content/\(Self.file):14"])
    }
}
