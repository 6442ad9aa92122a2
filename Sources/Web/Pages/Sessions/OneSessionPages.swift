import HTTPTypes
import Operations
import Outreach

/// One session: everything it says, what was corrected and why, its photos; and the way to correct or withdraw it.
struct OneSessionPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/sessions/:session", .holding(.view)) { .page(try await show($0, nil)) },
            .get("/sessions/:session/photos/:photo", .holding(.view), photo),
            .post(
                "/sessions/:session/photos", .holding(.logSessions), bodyLimit: 64 * 1_048_576, on: show,
                save: addPhotos),
            .post("/sessions/:session/photos/:photo/children", .holding(.logSessions), on: show, save: markPhoto),
            .post("/sessions/:session/photos/:photo/remove", .holding(.logSessions), on: show, save: removePhoto),
            .post("/sessions/:session/withdraw", .holding(.logSessions), on: show, save: withdraw),
        ] + Route.form("/sessions/:session/correct", .holding(.logSessions), show: form, save: correct)
    }

    private func show(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let (record, corrections) = try await visit.workspace.session(
            try visit.parameter("session"), as: try visit.caller)
        let caller = try visit.caller
        let me = try await visit.workspace.me(as: caller)
        let view = OneSessionView(
            visit: visit, record: record, corrections: corrections,
            photos: try await visit.workspace.photoStandings(of: record.session.id, as: caller),
            similar: try await visit.workspace.sessionsAlike(record.session, as: caller),
            names: try await SessionWords(visit, of: [record.session] + corrections.map(\.before)),
            mayChange: me.may(.logSessions, for: record.session.unit), refusal: refusal)
        return Page(view.title, in: .sessions, main: view.html)
    }

    private func photo(_ visit: Visit) async throws -> Reply {
        let (photo, bytes) = try await visit.workspace.photo(
            try visit.id("photo"), of: try visit.id("session"), as: try visit.caller)
        return .download(Download(bytes: bytes, type: photo.mediaType))
    }

    private func addPhotos(_ visit: Visit) async throws -> Reply {
        let session: Identifier<Session> = try visit.id("session")
        let files = visit.files.filter { $0.field == "photos" }
        guard !files.isEmpty else {
            throw FormError.mistakes(["photos": Message(vi: "Hãy chọn ít nhất một ảnh.", en: "Choose a photo.")])
        }
        for file in files {
            _ = try await visit.workspace.addPhoto(
                file.bytes, id: .of(file.bytes, in: session), to: session, as: try visit.caller)
        }
        return .done("/sessions/\(session)", "Đã thêm ảnh.", "The photos were added.")
    }

    private func markPhoto(_ visit: Visit) async throws -> Reply {
        let session: Identifier<Session> = try visit.id("session")
        var reader = FormReader(visit.form)
        let children = reader.required("children", longest: 4)
        try reader.finish()
        guard let children = Int(children) else { throw ConsentError.childrenOutOfRange }
        try await visit.workspace.markPhoto(
            try visit.id("photo"), of: session, children: children, as: try visit.caller)
        return .done("/sessions/\(session)", "Đã ghi điều thấy trong ảnh.", "What the photo shows is written down.")
    }

    private func removePhoto(_ visit: Visit) async throws -> Reply {
        let session: Identifier<Session> = try visit.id("session")
        var reader = FormReader(visit.form)
        let reason = reader.required("photo-reason", longest: 300)
        try reader.finish()
        try await visit.workspace.removePhoto(
            try visit.id("photo"), of: session, reason: reason, as: try visit.caller)
        return .done("/sessions/\(session)", "Đã xóa ảnh.", "The photo was deleted.")
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let reason = reader.required("withdraw-reason", longest: 300)
        try reader.finish()
        let withdrawal = try await visit.workspace.withdrawSession(
            try visit.parameter("session"), reason: reason, as: try visit.caller, mode: .perform)
        let session = withdrawal.record.session
        return .done(
            "/sessions",
            Message(
                vi:
                    "Đã rút buổi ngày \(session.day.written) tại \(session.place) khỏi số liệu. Nội dung và lý do được giữ.",
                en: "The session of \(session.day.written) at \(session.place) counts no more. What it said is kept."
            ))
    }

    private func form(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let caller = try visit.caller
        let (record, _) = try await visit.workspace.session(try visit.parameter("session"), as: caller)
        let session = record.session
        let me = try await visit.workspace.me(as: caller)
        guard me.may(.logSessions, for: session.unit) else { throw WebError.missingRight(.logSessions) }
        let view = SessionFormView(
            visit, refusal, choices: try await visit.workspace.sessionChoices(including: session, as: caller),
            values: Fields(session), isCorrection: true)
        let title = visit.t(
            "Sửa buổi ngày \(visit.formats.day(session.day))",
            "Correct the session of \(visit.formats.day(session.day))")
        return Page(
            title, in: .sessions,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Số cũ và lý do được giữ, ai xem cũng thấy.", "The old values and the reason are kept for all to see."))))
                \(current(record, refusal, visit))
                \(view.form(
                    action: "/sessions/\(session.id)/correct", submit: visit.t("Lưu bản sửa", "Save the correction"),
                    css: "session-form",
                    view.fields + view.form.hidden("version", seen(record, refusal, visit))
                        + """
                        <section class="card form">\(view.form.input(
                            "reason", visit.t("Lý do sửa", "Why it is corrected"),
                            hint: visit.t("Ví dụ: đếm sót một lớp.", "For example: one class was left out."),
                            required: true))</section>
                        """))
                """)
    }

    /// The version that stands behind the form. A refusal for another reason does not make an old page a new one; after
    /// a conflict the person was told, and decides again.
    private func seen(_ record: SessionRecord, _ refusal: Refusal?, _ visit: Visit) -> String {
        let isTold = if case SessionError.correctedMeanwhile? = refusal?.cause { true } else { false }
        guard refusal != nil, !isTold, let sent = visit.form["version"] else { return String(record.version) }
        return sent
    }

    /// What somebody else made of it meanwhile, in a window of its own: what was typed stays here.
    private func current(_ record: SessionRecord, _ refusal: Refusal?, _ visit: Visit) -> HTML {
        guard case SessionError.correctedMeanwhile? = refusal?.cause else { return .empty }
        return """
            <p><a class="button" href="/sessions/\(record.session.id)" target="_blank" rel="noopener">\(visit.t(
                "Xem bản đang có (cửa sổ mới)", "See what it says now (new window)"))</a></p>
            """
    }

    private func correct(_ visit: Visit) async throws -> Reply {
        let caller = try visit.caller
        let (record, _) = try await visit.workspace.session(try visit.parameter("session"), as: caller)
        let tree = try await visit.workspace.unitTree()
        var reader = SessionFormReader(visit.form)
        let amended = try reader.session(
            record.session.id, zone: record.session.zone, mayLackMinutes: record.session.minutes == nil
        ) {
            tree.units[$0].map { $0.name.vi }
        }
        var reasons = FormReader(visit.form)
        let reason = reasons.required("reason", longest: 300)
        try reasons.finish()
        guard let seen = visit.form["version"].flatMap({ Int($0) }) else { throw WebError.badForm }
        do {
            _ = try await visit.workspace.correctSession(
                record.session.id.description, seeing: seen, reason: reason, as: caller, mode: .perform
            ) { current in amended.ordered(as: current) }
        } catch {
            throw SessionMistakes.named(in: error, of: amended)
        }
        return .done(
            "/sessions/\(record.session.id)", "Đã sửa. Số cũ và lý do được giữ.", "Corrected. The old values are kept.")
    }
}

extension Session {
    /// The same lists in the order another state has them, so that a form that was sent back unchanged changes nothing.
    fileprivate func ordered(as other: Session) -> Session {
        func ordered<Item: Hashable>(_ items: [Item], as others: [Item]) -> [Item] {
            others.filter(items.contains) + items.filter { !others.contains($0) }
        }
        let known = other.attendance.map(\.audience)
        let attendance = attendance.sorted {
            (known.firstIndex(of: $0.audience) ?? .max) < (known.firstIndex(of: $1.audience) ?? .max)
        }
        return Session(
            id: id, unit: unit, coHosts: ordered(coHosts, as: other.coHosts), day: day, time: time, zone: zone,
            place: place, placeUnit: placeUnit, form: form, level: level, topics: ordered(topics, as: other.topics),
            material: material, revision: revision, minutes: minutes, attendance: attendance,
            speakers: ordered(speakers, as: other.speakers), handouts: handouts, method: method, notes: notes,
            cost: cost, campaign: campaign)
    }
}
