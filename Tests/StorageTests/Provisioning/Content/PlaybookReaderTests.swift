import Foundation
import Outreach
import Storage
import Testing

@Suite struct `Playbooks of content` {
    private static let file = "playbooks/action-month.yaml"

    @Test func `a playbook is read with its slots`() throws {
        let playbook = try #require(try ContentFixture.valid.load().playbooks.first)
        #expect(playbook.observance.description == "action-month-for-children")
        #expect(playbook.hotlineEvery == 7)
        #expect(playbook.spacing == 10)
        let launch = try #require(playbook.slots.first)
        #expect(launch.days == PlaybookDays(from: .day(-1), to: .last, every: 3))
        #expect(launch.time == TimeOfDay("07:30"))
        #expect(launch.form == .posts([.social, .portal]))
        #expect(launch.materials.kinds == [.article])
        #expect(launch.materials.slugs.map(\.description) == ["five-fingers"])
        #expect(playbook.slots.last?.form == .session(.schoolSession, level: .primary))
        #expect(playbook.slots.last?.days == PlaybookDays(from: .day(2)))
    }

    @Test(arguments: [
        ("playbook: action-month", "playbook: youth-month", 1, "is not the file's name"),
        ("observance: action-month-for-children", "observance: action-month-for-childen", 3, "Did you mean"),
        ("hotline_every: 7d", "hotline_every: 36h", 5, "a number of days like 7d"),
        ("spacing: 10d", "spacing: 0d", 6, "a number of days like 7d"),
        ("days: {from: 2}", "days: {from: 2, every: 7}", 19, "every needs an end"),
        ("days: {from: 2}", "days: {from: 2, to: 1}", 19, "the end comes before the start"),
        ("days: {from: 2}", "days: {from: 2, to: 9, every: 0}", 19, "a whole number from 1"),
        ("days: {from: 2}", "days: {from: first}", 19, "a whole number or last"),
        ("time: \"07:30\"\n    session", "time: \"7:30\"\n    session", 20, "a time like 07:30"),
        ("channels: [social, portal]", "channels: [facebook]", 13, "Choose one of: social"),
        ("channels: [social, portal]", "channels: []", 13, "give at least one"),
        ("    channels: [social, portal]\n", "", 8, "give either channels or session"),
        ("level: primary}", "level: primary}\n    channels: [social]", 16, "give either channels or session"),
        ("kinds: [session-kit]", "kinds: [sessionkit]", 22, "Did you mean “session-kit”?"),
        ("slugs: [five-fingers]", "slugs: [five-finger]", 14, "Did you mean “five-fingers”?"),
        ("id: schools", "id: launch", 16, "is already used at Content/playbooks/action-month.yaml:8"),
        ("audiences: [primary-pupils]", "audiences: [parents]", 4, "no slot is for “primary-pupils”"),
    ])
    func `a playbook with a mistake is left out, with place and remedy`(
        old: String, new: String, line: Int, expected: String
    ) throws {
        let content = try ContentFixture.valid.replacing(old, with: new, in: Self.file).load()
        #expect(content.places == ["Content/\(Self.file):\(line)"])
        #expect(content.report.contains(expected))
        #expect(content.playbooks == [])
    }
}
