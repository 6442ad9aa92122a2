import Delivery
public import Outreach
import Storage

extension Workspace {
    /// Sends today's reminders, by e-mail or through a channel, to everyone who has an address and to whom none was begun
    /// today. Once the task is cancelled it begins no other.
    ///
    /// - Throws: ``MailSettingsError`` where no mail server is set up and no channel is to remind anybody.
    public func sendReportReminders(as caller: Caller) async throws -> RemindersSent {
        let today = today
        let due = try await database.read { tx in
            try tx.authoriseWhole(caller, .administer)
            return try reminders(in: tx).filter { reminder in
                try reminder.address != nil && tx.reminderState(of: reminder.subject.id, on: today) == nil
            }
        }
        guard try await hasWayToRemind() else { throw MailSettingsError() }
        try await requireThisInstance()
        let cutOff = try await settleRemindersCutOff(as: caller)
        var sent: [ReportReminder] = []
        var failed: [(reminder: ReportReminder, message: Message)] = []
        for reminder in due {
            if Task.isCancelled { break }
            do {
                if try await deliver(reminder, on: today, as: caller) { sent.append(reminder) }
            } catch let error as any ReadableError {
                failed.append((reminder, error.message))
            }
        }
        return RemindersSent(sent: sent, failed: failed, cutOff: cutOff)
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
    func reminderChannel(_ slug: Slug) async throws -> (channel: ResolvedChannel, webhook: WebhookDelivery) {
        let channel = try await channelStatus(slug).channel
        guard channel.channel.takesReminders, let webhook = channel.webhook else {
            throw ReportingError.notForReminders(slug)
        }
        guard channel.channel.isEnabled else {
            throw PublishingError.channelOff(slug, reason: PublishingError.offInFile)
        }
        return (channel, webhook)
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
                        for message in result.cutOff { said(message) }
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
