import Outreach

extension [Session] {
    /// The sessions with the ids that were made for them handed out anew, so that these grow with the days.
    ///
    /// What finds a session is kept in order of ids or of days, each with the other behind it. Where both grow together,
    /// all of it grows at its end, and a list in any order is logged as fast as one in order of days.
    ///
    /// - Parameter named: ids that the list gives itself, which stay where they are.
    func withIDsInOrderOfDays(except named: Set<Identifier<Session>>) -> [Session] {
        let places = indices.filter { !named.contains(self[$0].id) }
        let ids = places.map { self[$0].id }.sorted()
        let byDay = places.map { (day: self[$0].day, place: $0) }.sorted { $0 < $1 }
        var sessions = self
        for (entry, id) in zip(byDay, ids) { sessions[entry.place].id = id }
        return sessions
    }
}
