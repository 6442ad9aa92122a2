import Delivery
public import Outreach
import Storage

/// What one unit or committee is reminded of on a day.
public struct ReportReminder: Sendable, Hashable {
    public struct Line: Sendable, Hashable {
        public let period: Period
        /// Its own report, where that is still to come.
        public let own: ReportState?
        /// Those that report to it and have not yet.
        public let waitingFor: [ReportStanding]
    }

    public let subject: ReportSubject
    /// Nil where nobody wrote down where its reminders go.
    public let address: String?
    public let lines: [Line]

    public var title: String { "Nhắc báo cáo: \(subject.name.vi)" }

    /// The letter, in Vietnamese, as it goes to offices.
    public var text: String {
        let paragraphs = lines.map { line in
            var sentences = ["\(line.period.name.vi), hạn nộp \(line.period.due.vietnamese):"]
            if let own = line.own { sentences.append("- Báo cáo của đơn vị: \(own.words.vietnamese).") }
            for standing in line.waitingFor {
                sentences.append("- \(standing.subject.name.vi): \(standing.state.words.vietnamese).")
            }
            return sentences.joined(separator: "\n")
        }
        return "Kính gửi \(subject.name.vi),\n\n" + paragraphs.joined(separator: "\n\n")
            + "\n\nThư này do Loa tự gửi mỗi ngày một lần khi còn báo cáo chưa nộp."
    }
}

/// What sending the reminders of a day came to.
public struct RemindersSent: Sendable {
    public let sent: [ReportReminder]
    public let failed: [(reminder: ReportReminder, message: Message)]
}

extension Workspace {
    /// From so many days before a report is due.
    static let notice = 7
    /// Until so long after; by then a letter helps no more.
    private static let patience = 60

    /// Everyone who is to be reminded today of reports that calendars require: their own, and those they wait for.
    public func reportReminders(as caller: Caller) async throws -> [ReportReminder] {
        try await database.read { tx in
            try tx.authorise(caller, .report)
            return try reminders(in: tx).filter { try tx.may(caller, .view, for: $0.subject.id, in: tx.unitTree()) }
        }
    }

    private func reminders(in tx: ReadTransaction) throws -> [ReportReminder] {
        let tree = try tx.unitTree()
        let addresses = try tx.reminderAddresses()
        let periods = try requiredPeriods(in: tx)
        let subjects = tree.committees.keys.sorted() + addresses.keys.filter { tree.units[$0] != nil }.sorted()
        return try subjects.compactMap { subject in
            let lines = try periods.compactMap { try line(of: subject, $0, in: tx) }
            guard !lines.isEmpty else { return nil }
            return ReportReminder(
                subject: tree.reportSubject(subject, on: today), address: addresses[subject], lines: lines)
        }
    }

    func line(of subject: Slug, _ period: Period, in tx: ReadTransaction) throws -> ReportReminder.Line? {
        let tree = try tx.unitTree()
        let validity = tree.committees[subject]?.validity ?? tree.units[subject]?.validity
        guard validity?.overlaps(period.range) ?? false else { return nil }
        let all = try completeness(of: subject, period: period.code, as: .program, in: tx).standings
        let open: Set<ReportState> = [.running, .early, .due, .late]
        let own = all.first.flatMap { open.contains($0.state) ? $0.state : nil }
        let waiting = all.dropFirst().filter { open.contains($0.state) }
        return own == nil && waiting.isEmpty
            ? nil : ReportReminder.Line(period: period, own: own, waitingFor: Array(waiting))
    }

    /// - Parameter notice: from so many days before a report is due.
    func requiredPeriods(in tx: ReadTransaction, notice: Int = Workspace.notice) throws -> [Period] {
        let today = today
        return try tx.documents(ReportingCalendar.self).filter(\.isRequired).flatMap { calendar in
            ((today.year - 1)...(today + notice).year).flatMap { year in
                calendar.periods.compactMap { $0.period(in: year) }
            }
        }
        .filter { $0.due - today <= notice && today - $0.due <= Workspace.patience }
        .sorted { ($0.due, $0.code) < ($1.due, $1.code) }
    }

    /// Sends today's reminders by e-mail to everyone who has an address and was not reminded today.
    ///
    /// - Throws: ``MailSettingsError`` where no mail server is set up.
    public func sendReportReminders(as caller: Caller) async throws -> RemindersSent {
        let server = try mailServer()
        let (today, now, from) = (today, now, settings.mail?.from ?? "")
        let due = try await database.read { tx in
            try tx.authoriseWhole(caller, .administer)
            return try reminders(in: tx).filter { reminder in
                try reminder.address != nil && !tx.wasReminded(reminder.subject.id, on: today)
            }
        }
        var sent: [ReportReminder] = []
        var failed: [(ReportReminder, Message)] = []
        for reminder in due {
            guard let address = reminder.address else { continue }
            let letter = MailMessage(
                from: from, to: address, subject: reminder.title, text: reminder.text,
                writtenAt: now.milliseconds / 1000, id: "reminder-\(reminder.subject.id)-\(today)")
            do {
                try await server.send(letter)
                try await database.write { tx in
                    try tx.noteReminder(of: reminder.subject.id, on: today, at: now)
                    try tx.audit(
                        at: now, actor: caller.name, action: "reports.remind", subject: reminder.subject.id.description,
                        detail: reminder.lines.map(\.period.code).joined(separator: " "))
                }
                sent.append(reminder)
            } catch let error as any ReadableError {
                failed.append((reminder, error.message))
            }
        }
        return RemindersSent(sent: sent, failed: failed.map { (reminder: $0.0, message: $0.1) })
    }

    /// Writes down where the reminders of a unit or committee go; an empty address ends them.
    public func setReminderAddress(
        _ address: String, of unit: Slug, as caller: Caller, mode: ChangeMode
    ) async throws {
        let (address, now) = (address.trimmed, now)
        guard address.isEmpty || MailMessage.isAddress(address) else { throw ReportingError.badAddress(address) }
        try await change(mode) { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .report, for: unit)
            try tx.setReminderAddress(address.isEmpty ? nil : address, of: unit)
            try tx.audit(
                at: now, actor: caller.name, action: "reports.remind-to", subject: unit.description, detail: address)
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

extension Workspace {
    /// Whether reminders can be sent: `loa.yaml` names a mail server.
    public var sendsMail: Bool { settings.mail != nil }

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
                    let result = try await sendReportReminders(as: .program)
                    if let first = result.failed.first { said(first.message) }
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

/// No mail server is set up; nothing was sent.
public struct MailSettingsError: ReadableError, Hashable {
    public var kind: FailureKind { .configuration }

    public var message: Message {
        Message(
            vi:
                "Chưa có máy chủ thư. Ghi vào loa.yaml: mail: {server: \"smtps://máy-chủ:465\", from: \"loa@xa.gov.vn\"}, "
                + "và mật khẩu trong secrets/smtp.user, secrets/smtp.password.",
            en:
                "There is no mail server. Write in loa.yaml: mail: {server: \"smtps://host:465\", from: \"loa@example.vn\"}, "
                + "and the password in secrets/smtp.user and secrets/smtp.password.")
    }
}
