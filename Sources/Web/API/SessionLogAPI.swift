import Foundation
import Operations
import Outreach

/// Sessions as phones send them once they have a network: each under the id the phone made, so that sending again
/// changes nothing.
enum SessionLogAPI {
    static let endpoints: [Endpoint] = [
        .get(
            "/session-choices", .logSessions, "sessions", "What a form needs to be filled in without a network",
            answer: .anything, choices),
        .put(
            "/sessions/:session", .logSessions, "sessions",
            "Log a session; the same again changes nothing, and another content under the same id is a conflict",
            [.path("session", .identifier, "an id of your making, UUID version 7 preferred")],
            body: .json(SessionJSON.schema), answer: loggedSchema, log),
        .put(
            "/sessions/:session/photos/:photo", .logSessions, "sessions",
            "Add a photo, JPEG or PNG; it is kept without anything but its pixels",
            [.path("session", .identifier, "the session"), .path("photo", .identifier, "an id of your making")],
            body: .photo, bodyLimit: 5_242_880, answer: photoSchema, addPhoto),
    ]

    private static func choices(_ visit: Visit) async throws -> any Encodable & Sendable {
        let me = try await visit.workspace.me(as: try visit.caller)
        return SessionChoicesJSON(
            try await visit.workspace.sessionChoices(as: try visit.caller), user: me, today: visit.workspace.today)
    }

    private static func log(_ visit: Visit) async throws -> any Encodable & Sendable {
        let id: Identifier<Session> = try visit.id("session")
        let session = try SessionJSON(visit.body, id: id, zone: visit.workspace.zone).session
        do {
            return LoggedJSON(
                try await visit.workspace.logSession(session, as: try visit.caller, mode: .perform))
        } catch {
            throw SessionMistakes.told(of: error, of: session)
        }
    }

    private static func addPhoto(_ visit: Visit) async throws -> any Encodable & Sendable {
        let session: Identifier<Session> = try visit.id("session")
        let photo: Identifier<SessionPhoto> = try visit.id("photo")
        let added = try await visit.workspace.addPhoto(visit.body, id: photo, to: session, as: try visit.caller)
        return PhotoJSON(id: photo, session: session, isKept: added.photo != nil, isNew: added.isNew)
    }

    private static let loggedSchema = Schema.object([
        .required("id", .identifier), .required("effect", .oneOf([LogEffect.logged, .alreadyLogged].map(\.rawValue))),
        .required("path", .string),
        .required("similar", .array(.anything)),
    ])

    private static let photoSchema = Schema.object([
        .required("id", .identifier), .required("session", .identifier), .required("isKept", .boolean),
    ])

    private struct PhotoJSON: Encodable, Sendable, MadeOrKnown {
        let id: Identifier<SessionPhoto>
        let session: Identifier<Session>
        /// False where a person has removed it since.
        let isKept: Bool
        let isNew: Bool

        private enum CodingKeys: CodingKey {
            case id, session, isKept
        }
    }
}

/// What came of logging a session.
private struct LoggedJSON: Encodable, Sendable, MadeOrKnown {
    let id: Identifier<Session>
    let effect: LogEffect
    /// The page that shows it.
    let path: String
    /// Sessions that look like it: perhaps the same, logged by someone else.
    let similar: [Similar]

    var isNew: Bool { effect == .logged }

    struct Similar: Encodable, Sendable {
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
