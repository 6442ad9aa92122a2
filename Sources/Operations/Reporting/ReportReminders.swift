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
    public let address: ReminderAddress?
    public let lines: [Line]

    public var title: String { "Nhắc báo cáo: \(subject.name.vi)" }

    /// The letter, in Vietnamese, as it goes to offices.
    public var text: String { text(naming: .max) }

    /// - Parameter most: how many of those that are waited for are named; the others are counted.
    func text(naming most: Int) -> String {
        let paragraphs = lines.map { line in
            var sentences = ["\(line.period.name.vi), hạn nộp \(line.period.due.written):"]
            if let own = line.own { sentences.append("- Báo cáo của đơn vị: \(own.words.vietnamese).") }
            for standing in line.waitingFor.prefix(most) {
                sentences.append("- \(standing.subject.name.vi): \(standing.state.words.vietnamese).")
            }
            let rest = line.waitingFor.count - most
            if rest > 0 { sentences.append("- và \(rest) đơn vị nữa.") }
            return sentences.joined(separator: "\n")
        }
        return "Kính gửi \(subject.name.vi),\n\n" + paragraphs.joined(separator: "\n\n")
            + "\n\nTin này do Loa tự gửi mỗi ngày một lần khi còn báo cáo chưa nộp."
    }
}

/// What sending the reminders of a day came to.
public struct RemindersSent: Sendable {
    public let sent: [ReportReminder]
    /// Those that did not go out, and those of which nobody knows; the message says which.
    public let failed: [(reminder: ReportReminder, message: Message)]
    /// What is said of earlier ones whose sender died midway; each once.
    public let cutOff: [Message]
}

extension Workspace {
    /// From so many days before a report is due somebody is reminded of it.
    public static let reminderNotice = 7
    /// Until so long after; by then a letter helps no more.
    private static let patience = 60

    /// Everyone who is to be reminded today of reports that calendars require: their own, and those they wait for.
    public func reportReminders(as caller: Caller) async throws -> [ReportReminder] {
        try await database.read { tx in
            try tx.authorise(caller, .report)
            return try reminders(in: tx).filter { try tx.may(caller, .view, for: $0.subject.id, in: tx.unitTree()) }
        }
    }

    func reminders(in tx: ReadTransaction) throws -> [ReportReminder] {
        let tree = try tx.unitTree()
        let addresses = try tx.reminderAddresses()
        let periods = try requiredPeriods(in: tx)
        let subjects = tree.committees.keys.sorted() + addresses.keys.filter { tree.units[$0] != nil }.sorted()
        return try subjects.compactMap { subject in
            let lines = try periods.compactMap { try line(of: subject, $0, in: tx) }
            guard !lines.isEmpty else { return nil }
            return ReportReminder(
                subject: tree.reportSubject(subject, on: today),
                address: addresses[subject].map(ReminderAddress.init), lines: lines)
        }
    }

    func line(of subject: Slug, _ period: Period, in tx: ReadTransaction) throws -> ReportReminder.Line? {
        guard try tx.unitTree().isThere(subject, during: period.range) else { return nil }
        let all = try completeness(of: subject, period: period.code, as: .program, in: tx).standings
        let open: Set<ReportState> = [.running, .early, .due, .late]
        let own = all.first.flatMap { open.contains($0.state) ? $0.state : nil }
        let waiting = all.dropFirst().filter { open.contains($0.state) }
        return own == nil && waiting.isEmpty
            ? nil : ReportReminder.Line(period: period, own: own, waitingFor: Array(waiting))
    }

    /// - Parameter notice: from so many days before a report is due.
    func requiredPeriods(in tx: ReadTransaction, notice: Int = Workspace.reminderNotice) throws -> [Period] {
        let today = today
        return try tx.documents(ReportingCalendar.self).filter(\.isRequired).flatMap { calendar in
            ((today.year - 1)...(today + notice).year).flatMap { year in
                calendar.periods.compactMap { $0.period(in: year) }
            }
        }
        .filter { $0.due - today <= notice && today - $0.due <= Workspace.patience }
        .sorted { ($0.due, $0.code) < ($1.due, $1.code) }
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
