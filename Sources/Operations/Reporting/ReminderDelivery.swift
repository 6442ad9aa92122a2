import Delivery
import Outreach
import Storage

/// Somebody else has begun this reminder; nothing was sent.
private struct ReminderBegun: Error {}

/// One reminder on its way. That it is being sent stands in the database before a byte leaves, in a transaction that lets
/// nobody else begin it; what became of it is written over that. A process that dies in between leaves it so, and it is
/// not sent again.
extension Workspace {
    /// - Returns: false where somebody else has begun it.
    /// - Throws: where it did not go out, or where nobody knows; the second is not repeated that day.
    func deliver(_ reminder: ReportReminder, on day: Day, as caller: Caller) async throws -> Bool {
        switch reminder.address {
        case .mail(let address): try await mail(reminder, to: address, on: day, as: caller)
        case .channel(let slug): try await send(reminder, through: slug, on: day, as: caller)
        case nil: false
        }
    }

    private func mail(
        _ reminder: ReportReminder, to address: String, on day: Day, as caller: Caller
    ) async throws -> Bool {
        let server = try mailServer()
        let now = now
        let letter = MailMessage(
            from: settings.mail?.from ?? "", to: address, subject: reminder.title, text: reminder.text,
            writtenAt: now.milliseconds / 1000, id: "reminder-\(reminder.subject.id)-\(day)")
        guard try await database.write({ try $0.beginReminder(of: reminder.subject.id, on: day, at: now) }) else {
            return false
        }
        do {
            try await server.send(letter)
        } catch {
            let mayHaveGone = (error as? MailError)?.mayHaveGone ?? true
            try await end(reminder, on: day, as: mayHaveGone ? .unclear : nil, by: caller)
            throw error
        }
        try await end(reminder, on: day, as: .sent, by: caller)
        return true
    }

    /// Of the units that are waited for a message names so many.
    private static let named = 20

    private func send(
        _ reminder: ReportReminder, through slug: Slug, on day: Day, as caller: Caller
    ) async throws -> Bool {
        let (channel, webhook) = try await reminderChannel(slug)
        let now = now
        let post = Post(
            id: makeID(), unit: channel.channel.unit, channel: slug, title: reminder.title,
            text: reminder.text(naming: Workspace.named), moment: now, zone: zone, notAfter: now + .seconds(300),
            author: caller.name, createdAt: now)
        let numbers = try await database.read { try $0.helpLineNumbers() }
        _ = try previewRequests(of: post, on: channel, protecting: numbers)
        let conclusion: Conclusion
        do {
            conclusion = try await sendDirectly(post, through: channel, by: webhook) { tx in
                guard try tx.beginReminder(of: reminder.subject.id, on: day, at: now) else { throw ReminderBegun() }
            }.conclusion
        } catch is ReminderBegun {
            return false
        }
        switch conclusion {
        case .posted:
            try await end(reminder, on: day, as: .sent, by: caller)
            return true
        case .unknown(let reason), .retry(_, let reason, inDoubt: true):
            try await end(reminder, on: day, as: .unclear, by: caller)
            throw ReportingError.reminderUnclear(slug, reason: reason)
        case .retry(_, let reason, inDoubt: false), .failed(let reason), .missed(let reason),
            .channelDisabled(let reason), .putBack(let reason):
            try await end(reminder, on: day, as: nil, by: caller)
            throw ReportingError.reminderNotTaken(slug, reason: reason)
        }
    }

    /// In a task of its own, so that it is written down also where the program is to stop.
    private func end(
        _ reminder: ReportReminder, on day: Day, as state: ReminderState?, by caller: Caller
    ) async throws {
        let now = now
        let writing = Task {
            try await database.write { tx in
                try tx.endReminder(of: reminder.subject.id, on: day, as: state, at: now)
                guard let state else { return }
                try tx.audit(
                    at: now, actor: caller.name,
                    action: state == .unclear ? "reports.remind-unclear" : "reports.remind",
                    subject: reminder.subject.id.description,
                    detail: reminder.lines.map(\.period.code).joined(separator: " "))
            }
        }
        try await writing.value
    }

    /// No reminder takes so long: whoever began one earlier is gone.
    private static let longestReminder = Duration.seconds(3600)

    /// Settles reminders whose sender died, and says of each that nobody knows whether it arrived.
    func settleRemindersCutOff(as caller: Caller) async throws -> [Message] {
        let now = now
        let begun = now - Workspace.longestReminder
        // Mostly there are none, and then nobody has to wait for the writer.
        guard try await !database.read({ try $0.remindersCutOff(begunBefore: begun) }).isEmpty else { return [] }
        return try await database.write { tx in
            try tx.remindersCutOff(begunBefore: begun).map { unit, day in
                try tx.endReminder(of: unit, on: day, as: .unclear, at: now)
                try tx.audit(
                    at: now, actor: caller.name, action: "reports.remind-unclear", subject: unit.description,
                    detail: day.description)
                return Message(
                    vi: "Lời nhắc ngày \(day.written) cho “\(unit)” bị ngắt giữa chừng: có thể đã hoặc chưa đến. Loa "
                        + "không tự gửi lại lời nhắc này; hãy hỏi nơi nhận.",
                    en: "The reminder of \(day.written) to “\(unit)” was cut off midway: it may or may not have "
                        + "arrived. Loa does not send it again by itself; ask whoever was to get it.")
            }
        }
    }

    private func mailServer() throws -> MailServer {
        guard let mail = settings.mail,
            let server = MailServer(
                url: mail.server, user: secrets.secret("smtp.user"), password: secrets.secret("smtp.password"))
        else { throw MailSettingsError() }
        return server
    }
}
