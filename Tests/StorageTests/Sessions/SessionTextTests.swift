import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct SessionTextTests {
    @Test func `a session is written as the general encoder writes it`() throws {
        let full = Session(
            id: try Make.id(1), unit: try Make.slug("doan"), coHosts: try Make.slugs("ca mttq"),
            day: try Make.day("2026-06-03"), time: TimeOfDay("07:30"), zone: try #require(Zone("Europe/Berlin")),
            place: "Trường \"Thạnh Xuân\" \\ A/B", placeUnit: try Make.slug("truong"), form: .clubMeeting,
            level: .lowerSecondary, topics: try Make.slugs("law safety"), material: try Make.slug("kit"),
            revision: ContentHash.sha256(of: "kit"), minutes: 90,
            attendance: [
                Attendance(audience: try Make.slug("pupils"), turns: 120, female: 61, male: 59),
                try SessionFixture.group("teachers", 0),
            ], speakers: ["công an xã", "giáo viên\t\"A\""],
            handouts: [Handout(material: try Make.slug("leaflet"), quantity: 200)], method: .estimated,
            notes: "Tốt\r\n\u{1}\u{8}\u{B}\u{C}\u{1F}\u{7F}\u{2028}🙂", cost: 500_000, campaign: try Make.slug("june"))
        let bare = Session(
            id: try Make.id(2), unit: try Make.slug("doan"), day: try Make.day("2026-06-03"), place: "", form: .seminar,
            minutes: nil, attendance: [])
        for session in [full, bare] { #expect(session.jsonText == (try JSONText.encode(session))) }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `so are sessions of all sorts`(seed: UInt64) throws {
        for (session, _) in try RandomActivity(seed: seed).sessions {
            #expect(session.jsonText == (try JSONText.encode(session)))
        }
    }
}
