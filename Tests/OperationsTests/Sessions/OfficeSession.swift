import Outreach
import Testing

@testable import Office
@testable import Operations

extension Office {
    /// A session of the youth union in May, with whatever a test changes about it.
    func session(
        _ id: Identifier<Session>? = nil, unit: String = "east-youth", day: String = "2026-05-18",
        place: String = "Trường THCS", form: SessionForm = .schoolSession, turns: Int = 120,
        audience: String = "pupils",
        topics: [String] = [], handouts: [Handout] = [], notes: String = "", coHosts: [String] = []
    ) throws -> Session {
        Session(
            id: id ?? workspace.newSessionID(), unit: try slug(unit), coHosts: try coHosts.map(slug),
            day: try #require(Day(day)), place: place, form: form, topics: try topics.map(slug), minutes: 45,
            attendance: [Attendance(audience: try slug(audience), turns: turns)], handouts: handouts, notes: notes)
    }
}
