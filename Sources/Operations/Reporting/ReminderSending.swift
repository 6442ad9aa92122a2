import Delivery
public import Outreach
import Storage

extension Workspace {
    /// Sends today's reminders, by e-mail or through a channel, to everyone who has an address and was not reminded
    /// today.
    ///
    /// - Throws: ``MailSettingsError`` where no mail server is set up and no channel is to remind anybody.
    public func sendReportReminders(as caller: Caller) async throws -> RemindersSent {
        let today = today
        let due = try await database.read { tx in
            try tx.authoriseWhole(caller, .administer)
            return try reminders(in: tx).filter { reminder in
                try reminder.address != nil && !tx.wasReminded(reminder.subject.id, on: today)
            }
        }
        guard try await hasWayToRemind() else { throw MailSettingsError() }
        try await requireThisInstance()
        var sent: [ReportReminder] = []
        var failed: [(reminder: ReportReminder, message: Message)] = []
        for reminder in due {
            do {
                switch reminder.address {
                case .mail(let address): try await mail(reminder, to: address, as: caller)
                case .channel(let slug): try await send(reminder, through: slug, as: caller)
                case nil: continue
                }
                sent.append(reminder)
            } catch let error as any ReadableError {
                failed.append((reminder, error.message))
            }
        }
        return RemindersSent(sent: sent, failed: failed)
    }

    private func mail(_ reminder: ReportReminder, to address: String, as caller: Caller) async throws {
        let letter = MailMessage(
            from: settings.mail?.from ?? "", to: address, subject: reminder.title, text: reminder.text,
            writtenAt: now.milliseconds / 1000, id: "reminder-\(reminder.subject.id)-\(today)")
        try await mailServer().send(letter)
        try await noteSent(reminder, as: caller)
    }

    /// Of the units that are waited for a message names so many.
    private static let named = 20

    private func send(_ reminder: ReportReminder, through slug: Slug, as caller: Caller) async throws {
        let (channel, webhook) = try await reminderChannel(slug)
        let post = Post(
            id: makeID(), unit: channel.channel.unit, channel: slug, title: reminder.title,
            text: reminder.text(naming: Workspace.named), moment: now, zone: zone, notAfter: now + .seconds(300),
            author: caller.name, createdAt: now)
        let numbers = try await database.read { try $0.helpLineNumbers() }
        _ = try previewRequests(of: post, on: channel, protecting: numbers)
        let result = try await sendDirectly(post, through: channel, by: webhook) { _ in }
        if case .posted = result.conclusion { return try await noteSent(reminder, as: caller) }
        // What may have gone out is not sent again the same day.
        if result.conclusion.mayBeOut { try await noteSent(reminder, as: caller) }
        throw ReportingError.reminderNotTaken(slug, reason: result.conclusion.reason)
    }

    private func noteSent(_ reminder: ReportReminder, as caller: Caller) async throws {
        let (today, now) = (today, now)
        try await database.write { tx in
            try tx.noteReminder(of: reminder.subject.id, on: today, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.remind", subject: reminder.subject.id.description,
                detail: reminder.lines.map(\.period.code).joined(separator: " "))
        }
    }

    /// Writes down where the reminders of a unit or committee go; nil ends them.
    public func setReminderAddress(
        _ address: ReminderAddress?, of unit: Slug, as caller: Caller, mode: ChangeMode
    ) async throws {
        let now = now
        switch address {
        case .mail(let text): guard MailMessage.isAddress(text) else { throw ReportingError.badAddress(text) }
        case .channel(let slug):
            let owner = try await reminderChannel(slug).channel.channel.unit
            try await database.read { try $0.authorise(caller, .report, for: owner) }
        case nil: break
        }
        try await change(mode) { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .report, for: unit)
            try tx.setReminderAddress(address?.description, of: unit)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.remind-to", subject: unit.description,
                detail: address?.description ?? "")
        }
    }

    /// An automatic channel that its file opens for reminders: a page of the public is none.
    private func reminderChannel(_ slug: Slug) async throws -> (channel: ResolvedChannel, webhook: WebhookDelivery) {
        let channel = try await channelStatus(slug).channel
        guard channel.channel.takesReminders, let webhook = channel.webhook else {
            throw ReportingError.notForReminders(slug)
        }
        guard channel.channel.isEnabled else {
            throw PublishingError.channelOff(slug, reason: PublishingError.offInFile)
        }
        return (channel, webhook)
    }

    private func mailServer() throws -> MailServer {
        guard let mail = settings.mail,
            let server = MailServer(
                url: mail.server, user: secrets.secret("smtp.user"), password: secrets.secret("smtp.password"))
        else { throw MailSettingsError() }
        return server
    }

    /// Whether reminders can be sent at all: a mail server is named, or a channel is to carry some.
    func hasWayToRemind() async throws -> Bool {
        if settings.mail != nil { return true }
        return try await database.read { tx in
            try tx.reminderAddresses().values.contains {
                if case .channel = ReminderAddress($0) { true } else { false }
            }
        }
    }

    /// Sends the reminders of each day once, in office hours, until the task is cancelled.
    public func keepReminding(
        every pause: Duration = .seconds(900),
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        said: @escaping @Sendable (Message) -> Void
    ) async {
        while !Task.isCancelled {
            if let begin = TimeOfDay(minutes: 8 * 60), let end = TimeOfDay(minutes: 17 * 60),
                (begin...end).contains(zone.time(of: now))
            {
                do {
                    if try await hasWayToRemind() {
                        let result = try await sendReportReminders(as: .program)
                        if let first = result.failed.first { said(first.message) }
                    }
                } catch {
                    if !Task.isCancelled {
                        said((error as? any ReadableError)?.message ?? Message(verbatim: "\(error)"))
                    }
                }
            }
            try? await wait(pause)
        }
    }
}

extension Conclusion {
    fileprivate var mayBeOut: Bool {
        switch self {
        case .unknown, .retry(_, _, inDoubt: true): true
        default: false
        }
    }

    fileprivate var reason: Message {
        switch self {
        case .posted: Message(vi: "đã nhận.", en: "taken.")
        case .retry(_, let reason, _), .unknown(let reason), .failed(let reason), .missed(let reason),
            .channelDisabled(let reason), .putBack(let reason):
            reason
        }
    }
}
