import HTTPTypes
import Operations
import Outreach

/// Sessions as phones send them once they have a network: each under the id the phone made, so that sending again
/// changes nothing.
struct SessionRoutes: RouteGroup {
    var routes: [Route] {
        [
            .get("/api/v1/session-choices", .api(.logSessions), choices),
            .put("/api/v1/sessions/:session", .api(.logSessions), log),
            .put("/api/v1/sessions/:session/photos/:photo", .api(.logSessions), bodyLimit: 5_242_880, addPhoto),
        ]
    }

    private func choices(_ visit: Visit) async throws -> Reply {
        let me = try await visit.workspace.me(as: try visit.caller)
        return try .json(
            SessionChoicesJSON(
                try await visit.workspace.sessionChoices(as: try visit.caller), user: me,
                today: visit.workspace.today))
    }

    /// 201 the first time, 200 where it had arrived before; the same id with another content is a conflict (409).
    private func log(_ visit: Visit) async throws -> Reply {
        let id: Identifier<Session> = try visit.id("session")
        let session = try SessionJSON(visit.body, id: id, zone: visit.workspace.zone).session
        do {
            let logged = try await visit.workspace.logSession(session, as: try visit.caller, mode: .perform)
            return try .json(LoggedJSON(logged), status: logged.effect == .logged ? .created : .ok)
        } catch {
            throw SessionMistakes.named(in: error, of: session)
        }
    }

    private func addPhoto(_ visit: Visit) async throws -> Reply {
        let session: Identifier<Session> = try visit.id("session")
        let photo: Identifier<SessionPhoto> = try visit.id("photo")
        let added = try await visit.workspace.addPhoto(visit.body, id: photo, to: session, as: try visit.caller)
        return try .json(
            PhotoJSON(id: photo, session: session, isKept: added.photo != nil), status: added.isNew ? .created : .ok)
    }

    private struct PhotoJSON: Encodable {
        let id: Identifier<SessionPhoto>
        let session: Identifier<Session>
        /// False where a person has removed it since.
        let isKept: Bool
    }
}

/// What came of logging a session.
private struct LoggedJSON: Encodable {
    let id: Identifier<Session>
    let effect: LogEffect
    /// The page that shows it.
    let path: String
    /// Sessions that look like it: perhaps the same, logged by someone else.
    let similar: [Similar]

    struct Similar: Encodable {
        let id: Identifier<Session>
        let day: Day
        let time: TimeOfDay?
        let place: String
        let turns: Int
        let loggedBy: String
    }

    init(_ logged: SessionLogged) {
        id = logged.session.id
        effect = logged.effect
        path = "/sessions/\(logged.session.id)"
        similar = logged.similar.prefix(5).map { record in
            Similar(
                id: record.session.id, day: record.session.day, time: record.session.time,
                place: record.session.place, turns: record.session.turns, loggedBy: record.loggedBy)
        }
    }
}

extension Visit {
    /// A part of the path that is an id; what is none cannot exist.
    func id<Subject>(_ name: String) throws(WebError) -> Identifier<Subject> {
        guard let id = parameters[name].flatMap(Identifier<Subject>.init) else { throw .noPage }
        return id
    }
}
