import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations

/// Committees changed by a person: the file says it, the tree has it, the log knows who, and old reports stay.
@Suite("Changing committees")
struct CommitteeRegisterTests {
    @Test("a member comes and another leaves; the file has their days, and an import finds nothing new")
    func members() async throws {
        try await Office.open { office in
            let (admin, committee) = (try office.user("admin"), try slug("east-138"))
            let (youth, west) = (try slug("east-youth"), try slug("west-culture"))
            let (last, first) = (try #require(Day("2026-06-30")), try #require(Day("2026-07-01")))
            try await office.workspace.leaveCommittee(committee, by: youth, on: last, as: admin, mode: .perform)
            try await office.workspace.joinCommittee(committee, by: west, from: first, as: admin, mode: .perform)
            let now = try #require(try await office.workspace.unitTree().committees[committee])
            #expect(now.members(during: DayRange(last)).contains(youth))
            #expect(now.members(during: DayRange(first)).contains(west))
            #expect(!now.members(during: DayRange(first)).contains(youth))
            let text = try String(
                contentsOf: office.folder.appending(path: "Content/units.yaml"), encoding: .utf8)
            #expect(text.contains("{unit: east-youth, until: 2026-06-30}"))
            let again = try await office.workspace.importContent(as: admin, mode: .rehearse)
            #expect(again.problems.isEmpty && again.effects["committee"]?[.changed] == nil)
            let entry = try #require(
                try await office.workspace.auditEntries(limit: 1, subject: "east-138", as: admin).first)
            #expect(entry.action == "committees.join" && entry.detail == "west-culture, from 2026-07-01")
        }
    }

    @Test("a committee is made with its standing unit, described anew and ended")
    func making() async throws {
        try await Office.open { office in
            let admin = try office.user("admin")
            let (id, east) = (try slug("summer"), try slug("east"))
            let name = LocalizedText(vi: "Ban Chỉ đạo hè xã Đông", en: "Summer committee of East")
            let made = Committee(id: id, name: name, area: east, standing: try slug("east-youth"), members: [east])
            try await office.workspace.addCommittee(made, as: admin, mode: .perform)
            try await office.workspace.describeCommittee(
                id, name, area: east, standing: try slug("east-police"), as: admin, mode: .perform)
            let last = try #require(Day("2026-08-31"))
            try await office.workspace.endCommittee(id, on: last, as: admin, mode: .perform)
            let now = try #require(try await office.workspace.unitTree().committees[id])
            #expect(now.standing == (try slug("east-police")) && now.validity.until == last)
            await #expect(throws: UnitChangeError.taken(id)) {
                try await office.workspace.addCommittee(made, as: admin, mode: .perform)
            }
        }
    }

    @Test("a unit nobody knows is no member, and whoever administers a part changes none")
    func refusals() async throws {
        try await Office.open { office in
            let (admin, committee) = (try office.user("admin"), try slug("east-138"))
            await #expect(throws: (any Error).self) {
                try await office.workspace.joinCommittee(
                    committee, by: try slug("nowhere"), from: nil, as: admin, mode: .perform)
            }
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.endCommittee(
                    committee, on: Day("2026-12-31"), as: try office.user("lan"), mode: .perform)
            }
            #expect(try await office.workspace.unitTree().committees[committee]?.members.count == 4)
        }
    }
}
