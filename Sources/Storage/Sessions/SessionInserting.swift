import Outreach

/// Sessions as rows: one each, and those of its topics, attendance and print handed out.
extension WriteTransaction {
    /// Without the totals of their months, which whoever calls keeps up.
    ///
    /// - Parameter words: ``LoggedSession/listWords`` of those that came with a list.
    func insert(
        _ sessions: [Session], words: [Identifier<Session>: ContentHash] = [:], origin: SessionOrigin, by user: String,
        at instant: Instant
    ) throws {
        try insert(
            into: "sessions",
            [
                "id", "unit", "day", "form", "level", "place", "place_unit", "minutes", "method", "campaign", "origin",
                "body", "logged_by", "logged_at", "material", "revision", "turns", "list_words",
            ],
            sessions.map { session -> [any SQLConvertible] in
                [
                    session.id, session.unit, session.day, session.form.sql, session.level?.rawValue, session.place,
                    session.placeUnit, session.minutes ?? 0, session.method.sql, session.campaign, origin.sql,
                    session.jsonText, user, instant, session.material, session.revision, session.turns,
                    words[session.id],
                ]
            })
        try insertParts(of: sessions)
    }

    func insertParts(of sessions: [Session]) throws {
        try insert(
            into: "session_topics", ["session", "topic"],
            sessions.flatMap { session in
                Set(session.topics).map { topic -> [any SQLConvertible] in [session.id, topic] }
            })
        try insert(
            into: "attendance", ["session", "audience", "turns", "female", "male"],
            sessions.flatMap { session in
                session.attendance.map { group -> [any SQLConvertible] in
                    [session.id, group.audience, group.turns, group.female, group.male]
                }
            })
        try insert(
            into: "session_co_hosts", ["session", "unit", "day"],
            sessions.flatMap { session in
                Set(session.coHosts).map { unit -> [any SQLConvertible] in [session.id, unit, session.day] }
            })
        let kinds = try kinds(of: Set(sessions.flatMap(\.handouts).map(\.material)))
        try insert(
            into: "handouts", ["session", "material", "material_kind", "quantity"],
            sessions.flatMap { session in
                session.handouts.map { handout -> [any SQLConvertible] in
                    [session.id, handout.material, kinds[handout.material], handout.quantity]
                }
            })
    }

    /// What the library has these materials down as, or their name alone says; others are left out.
    private func kinds(of materials: Set<Slug>) throws -> [Slug: String] {
        var kinds: [Slug: String] = [:]
        for material in materials {
            kinds[material] =
                try queryOne("SELECT kind FROM library_entries WHERE material = ?", [material])?
                .text("kind") ?? UnnamedPrint(material)?.kind?.rawValue
        }
        return kinds
    }
}
