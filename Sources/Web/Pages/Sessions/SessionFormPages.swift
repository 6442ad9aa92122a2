import HTTPTypes
import Operations
import Outreach

/// Logging a session: the form for phones, and the same form as a phone keeps it for where there is no network.
struct SessionFormPages: RouteGroup {
    var routes: [Route] {
        // A dozen photos from a phone without scripts, as large as they are.
        Route.form("/sessions/new", .holding(.logSessions), bodyLimit: 64 * 1_048_576, show: show, save: save)
            + [.get(SessionFormPages.shellPath, .everyone) { .page(SessionFormPages.shell($0)) }]
    }

    static let path = "/sessions/new"
    static let shellPath = "/sessions/new/shell"
    static let scripts = [
        "sessions-store.js", "sessions-sync.js", "sessions-photos.js", "sessions-choices.js", "sessions-fields.js",
        "sessions-export.js", "sessions-outbox.js", "sessions-form.js",
    ]

    /// The form without anything about anybody: what a phone keeps.
    static func shell(_ visit: Visit) -> Page {
        page(visit.byNobody, id: nil, SessionFormView(visit.byNobody, nil, choices: nil), isForNobody: true)
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let choices = try await visit.workspace.sessionChoices(as: try visit.caller)
        // The page gives the session its id, so that sending the form twice logs it once.
        let id = refusal == nil ? nil : visit.form["id"]
        return SessionFormPages.page(
            visit, id: id ?? visit.workspace.newSessionID().description,
            SessionFormView(visit, refusal, choices: choices))
    }

    private static func page(_ visit: Visit, id: String?, _ view: SessionFormView, isForNobody: Bool = false) -> Page {
        let title = visit.t("Ghi buổi tuyên truyền", "Log a session")
        // The day it is here; the form that a phone keeps has its own clock alone.
        let today = isForNobody ? nil : visit.workspace.today.description
        var page = Page(
            title, scripts: scripts, isBare: true,
            main: """
                <header class="page-head"><div><h1>\(title)</h1></div>\
                <div class="actions"><a class="button" href="/sessions">\(visit.t("Các buổi đã ghi", "Sessions logged"))</a>\
                <button type="button" class="button" id="install" hidden>\(visit.t("Cài vào máy", "Install"))</button></div></header>
                <p id="session-state" class="notice notice-quiet" role="status" hidden></p>
                <section id="outbox" class="card outbox" aria-labelledby="outbox-title" hidden></section>
                <form id="session-form" method="post" action="\(path)" enctype="multipart/form-data" class="session-form" \
                data-usual-speakers="\(SpeakerRole.usual.map { visit.t($0) }.joined(separator: "|"))" \
                \(attribute: "data-today", today)>
                \(view.form.token)\(view.form.hidden("id", id ?? ""))
                \(view.form.notice)
                \(view.fields)
                <div class="save-bar"><output id="turn-total" class="turn-total" for="audiences"></output>\
                <button type="button" class="button button-plain" id="start-over" hidden>\(visit.t("Bắt đầu lại", "Start over"))</button>\
                <button class="button button-primary">\(visit.t("Lưu", "Save"))</button></div>
                </form>
                """)
        page.isForNobody = isForNobody
        return page
    }

    private func save(_ visit: Visit) async throws -> Reply {
        guard let id = visit.form["id"].flatMap(Identifier<Session>.init) else { throw WebError.badForm }
        let caller = try visit.caller
        let tree = try await visit.workspace.unitTree()
        var reader = SessionFormReader(visit.form)
        let session = try reader.session(id, zone: visit.workspace.zone) { tree.units[$0].map { $0.name.vi } }
        let logged: SessionLogged
        do {
            logged = try await visit.workspace.logSession(session, as: caller, mode: .perform)
        } catch {
            throw SessionMistakes.named(in: error, of: session)
        }
        let refused = try await addPhotos(visit, to: id)
        let path = "/sessions/\(id)"
        guard refused.isEmpty else {
            return .seeOther(path, Said(kind: .warning, message: SessionFormPages.withoutPhotos(refused)))
        }
        guard logged.effect == .logged else {
            return .done(
                path, "Buổi này đã ghi từ trước; không ghi lần hai.", "It had been logged before; it counts once.")
        }
        return .done(
            path,
            Message(
                vi: "Đã ghi buổi: \(visit.formats.number(session.turns)) lượt.",
                en: "Logged: \(visit.formats.number(session.turns)) turns."))
    }

    /// Photos never keep a session from being logged.
    private func addPhotos(_ visit: Visit, to session: Identifier<Session>) async throws -> [Message] {
        var refused: [Message] = []
        for file in visit.files where file.field == "photos" {
            do {
                _ = try await visit.workspace.addPhoto(
                    file.bytes, id: .of(file.bytes, in: session), to: session, as: try visit.caller)
            } catch let error as any ReadableError {
                refused.append(
                    Message(
                        vi: "\(file.name): \(error.message.vietnamese)", en: "\(file.name): \(error.message.english)"))
            }
        }
        return refused
    }

    static func withoutPhotos(_ refused: [Message]) -> Message {
        Message(
            vi: "Đã ghi buổi, nhưng \(refused.count) ảnh chưa lưu được. "
                + refused.prefix(3).map(\.vietnamese).joined(separator: " "),
            en: "The session is logged, but \(refused.count) photos were not kept. "
                + refused.prefix(3).map(\.english).joined(separator: " "))
    }
}
