import Outreach
import Storage

extension Workspace {
    /// Logs the sessions that a phone could not send and saved as a file: all of them, or none where any is wrong. They
    /// keep the ids the phone made, so that what the phone sends later changes nothing.
    func importPhoneSessions(
        _ bytes: [UInt8], unit: Slug, as caller: Caller, mode: ChangeMode
    ) async throws -> SessionImportReport {
        try await database.read { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .logSessions, for: unit)
        }
        let file = PhoneSessions(bytes, zone: zone)
        var found = SessionImportReport()
        found.errors = file.mistakes
        guard found.isSound else { return found }
        found.remarks = [PhoneSessions.remark(file.entries)]
        let (entries, hash, now, today, empty) = (file.entries, ContentHash.sha256(of: bytes), now, today, found)
        var report = try await change(mode) { tx in
            var report = empty
            let judge = try judge(in: tx)
            for entry in entries { try tx.take(entry, by: judge, as: caller, today: today, into: &report) }
            guard report.isSound else {
                (report.sessions, report.rows, report.alike) = ([], [], [:])
                return report
            }
            try tx.logAll(report.sessions, origin: .imported, by: caller.name, at: now)
            if !report.sessions.isEmpty {
                try tx.audit(
                    at: now, actor: caller.name, action: "sessions.import", subject: unit.description,
                    detail: "\(report.sessions.count) sessions, \(report.turns) turns, file \(hash.short)")
            }
            return report
        }
        if mode == .perform, report.isSound { report.remarks += await addPhotos(of: entries, as: caller) }
        return report
    }

    /// Photos come after their sessions, which count without them.
    private func addPhotos(of entries: [PhoneSessions.Entry], as caller: Caller) async -> [Message] {
        var remarks: [Message] = []
        for entry in entries {
            for photo in entry.photos {
                do {
                    _ = try await addPhoto(photo.bytes, id: photo.id, to: entry.session.id, as: caller)
                } catch {
                    let reason = (error as? any ReadableError)?.message ?? Message(verbatim: "\(error)")
                    remarks.append(
                        Message(
                            vi: "Buổi \(entry.row): một ảnh chưa vào, còn trên điện thoại. \(reason.vietnamese)",
                            en: "Session \(entry.row): a photo was not taken; the phone has it. \(reason.english)"))
                }
            }
        }
        return remarks
    }
}

extension PhoneSessions {
    fileprivate static func remark(_ entries: [Entry]) -> Message {
        let photos = entries.reduce(0) { $0 + $1.photos.count }
        return Message(
            vi: "Tệp từ điện thoại: \(entries.count) buổi chưa gửi, \(photos) ảnh. Mã buổi giữ nguyên, nên điện thoại "
                + "gửi sau cũng không tính hai lần.",
            en: "A phone’s file: \(entries.count) sessions not sent, \(photos) photos. They keep their ids, so that "
                + "nothing counts twice when the phone sends them later.")
    }
}

extension ReadTransaction {
    /// Takes one session into the report: as new, as there already, or as what is wrong with it.
    fileprivate func take(
        _ entry: PhoneSessions.Entry, by judge: Judge, as caller: Caller, today: Day,
        into report: inout SessionImportReport
    ) throws {
        var session = entry.session
        if let earlier = report.sessions.firstIndex(where: { $0.id == session.id }) {
            let original = DuplicateRow.Original.row(report.rows[earlier])
            report.duplicates.append(DuplicateRow(row: entry.row, original: original, session: session))
            return
        }
        do {
            try requireUnit(session.unit)
            try authorise(caller, .logSessions, for: session.unit)
            let isWithdrawn = try withdrawal(of: session.id) != nil
            if try isWithdrawn || self.session(session.id) != nil {
                let original: DuplicateRow.Original = isWithdrawn ? .withdrawn(session.id) : .session(session.id)
                report.duplicates.append(DuplicateRow(row: entry.row, original: original, session: session))
                return
            }
            session = try session.placed(in: unitTree())
            try check(session, by: judge, today: today)
        } catch SessionError.invalid(let problems) {
            report.errors += problems.map { ImportMistake(row: entry.row, column: $0.field, reason: $0.message) }
            return
        } catch let error as any ReadableError {
            report.errors.append(ImportMistake(row: entry.row, column: nil, reason: error.message))
            return
        }
        if let twin = try sessionsLike(session).first { report.alike[entry.row] = twin.session.turns }
        report.sessions.append(session)
        report.rows.append(entry.row)
    }
}
