import Outreach
import Testing

/// A session that can be counted, with whatever a test changes about it.
enum SessionFixture {
    static func session(
        day: String = "2026-06-03", place: String = "Trường THCS Thạnh Xuân", minutes: Int = 45,
        attendance: [Attendance]? = nil, handouts: [Handout] = [],
        speakers: [String] = [], notes: String = "", id: String = "01900000-0000-7000-8000-000000000001",
        coHosts: [String] = [], placeUnit: String? = nil, level: SchoolLevel? = nil
    ) throws -> Session {
        Session(
            id: try #require(Identifier(id)), unit: try UnitFixture.slug("doan-thanh-xuan"),
            coHosts: try coHosts.map(UnitFixture.slug), day: try #require(Day(day)), place: place,
            placeUnit: try placeUnit.map(UnitFixture.slug), form: .schoolSession, level: level, minutes: minutes,
            attendance: try attendance ?? [group("pupils", 120)],
            speakers: speakers, handouts: handouts, notes: notes)
    }

    static func group(_ audience: String, _ turns: Int, female: Int? = nil, male: Int? = nil) throws -> Attendance {
        Attendance(audience: try UnitFixture.slug(audience), turns: turns, female: female, male: male)
    }
}
