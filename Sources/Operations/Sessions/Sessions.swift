public import Outreach
import Storage

/// What logging a session did.
public struct SessionLogged: Sendable {
    public let session: Session
    public let effect: LogEffect
    /// Sessions of the same unit, day, form and place: perhaps the same one, logged twice by two people.
    public let similar: [SessionRecord]
}

extension Workspace {
    /// A fresh id for a session that is logged here and not on a phone.
    public func newSessionID() -> Identifier<Session> { makeID() }

    /// Logs a session. Its id was made by whoever logs it, so asking again changes nothing.
    public func logSession(
        _ session: Session, origin: SessionOrigin = .typed, as caller: Caller, mode: ChangeMode
    ) async throws -> SessionLogged {
        let (now, today) = (now, today)
        return try await change(mode) { tx in
            try tx.log(
                checked: session, by: judge(in: tx), origin: origin, as: caller, at: now, today: today)
        }
    }

    /// One session with what it said before each correction; another unit's session is as if it did not exist.
    public func session(
        _ reference: String, as caller: Caller
    ) async throws -> (record: SessionRecord, corrections: [Correction]) {
        try await database.read { tx in
            let record = try tx.requireSession(reference, visibleTo: caller)
            return (record, try tx.corrections(of: record.session.id))
        }
    }

    /// Replaces what a session says; the old values and the reason are kept. A place of another name is another place: its
    /// unit is looked up anew.
    ///
    /// - Parameter seen: the version that was looked at, so that nobody undoes what another person corrected meanwhile;
    ///   nil where what is there now is amended.
    /// - Parameter saysPlaceUnit: whether somebody said which unit the place is, so that it stays though it be the one
    ///   before and the place have another name.
    /// - Throws: ``SessionError/correctedMeanwhile(by:reason:)``
    public func correctSession(
        _ reference: String, seeing seen: Int? = nil, reason: String, saysPlaceUnit: Bool = false, as caller: Caller,
        mode: ChangeMode, _ amend: @Sendable @escaping (Session) throws -> Session
    ) async throws -> SessionRecord {
        let (now, today) = (now, today)
        return try await change(mode) { tx in
            let record = try tx.requireSession(reference, visibleTo: caller)
            try tx.authorise(caller, .logSessions, for: record.session.unit)
            let reason = try checkedNote(SessionError.reason(reason), in: tx)
            let said = try amend(record.session)
            guard said.id == record.session.id else { throw SessionError.idTaken(said.id.description) }
            let amended = try said.placed(
                in: tx.unitTree(), correcting: record.session, saysPlaceUnit: saysPlaceUnit)
            guard said != record.session, amended != record.session else { throw SessionError.nothingChanged }
            if let seen, seen != record.version { throw try tx.conflict(of: record) }
            try tx.authorise(caller, .logSessions, for: amended.unit)
            // A correction that leaves the day alone is not about the day.
            let latest = amended.day == record.session.day ? max(today, amended.day) : today
            try tx.check(amended, by: judge(in: tx), today: latest)
            try tx.correct(record, to: amended, reason: reason, by: caller.name, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: "sessions.correct", subject: amended.id.description,
                detail: reason)
            return try tx.requireSession(amended.id.description, visibleTo: caller)
        }
    }
}

extension SessionError {
    /// A reason as a person typed it; never none, and without the names and numbers that a session must not have.
    static func reason(_ text: String) throws(SessionError) -> String {
        let reason = text.normalized.trimmed
        guard !reason.isEmpty else { throw .reasonMissing }
        let problems = SessionProblem.personal(in: reason, field: "reason")
        guard problems.isEmpty else { throw .invalid(problems) }
        return reason
    }
}

extension WriteTransaction {
    /// The one way a session gets in, from the command line, a form or a file.
    func log(
        checked sent: Session, by judge: Judge, origin: SessionOrigin, as caller: Caller, at now: Instant, today: Day
    ) throws -> SessionLogged {
        try requireUnit(sent.unit)
        try authorise(caller, .logSessions, for: sent.unit)
        // What arrived before is not checked anew, nor its place looked up: a campaign, topic or school may have gone
        // since.
        if let effect = try effectOfRepeating(sent) {
            guard effect == .alreadyLogged else { throw SessionError.idTaken(sent.id.description) }
            return SessionLogged(session: sent, effect: effect, similar: try sessionsLike(sent))
        }
        let session = try sent.placed(in: unitTree())
        let similar = try sessionsLike(session)
        if let withdrawal = try withdrawal(of: session.id) {
            guard withdrawal.record.session.unit == session.unit else {
                throw SessionError.idTaken(session.id.description)
            }
            throw SessionError.withdrawn(session.id.description, Withdrawn(withdrawal))
        }
        try check(session, by: judge, today: today)
        let effect = try log(session, origin: origin, by: caller.name, at: now)
        try audit(
            at: now, actor: caller.name, action: "sessions.log", subject: session.id.description,
            detail: "\(session.unit) \(session.day) \(session.form.rawValue) \(session.turns)")
        return SessionLogged(session: session, effect: effect, similar: similar)
    }
}

extension ReadTransaction {
    func check(_ session: Session, by judge: Judge, today: Day) throws {
        let problems =
            session.problems(today: today, helpLines: Set(try documents(HelpLine.self).map(\.number)))
            + session.problems(in: try unitTree())
        guard problems.isEmpty else { throw SessionError.invalid(problems) }
        // What names or blames a child is not kept at all; the words are for whoever logs it to choose anew.
        let blocking = try judge.blocking(in: session.checkedText)
        guard blocking.isEmpty else { throw SafeguardingRefusal(ofSession: blocking) }
        let audiences = try documents(Audience.self).map(\.id)
        for group in session.attendance where !audiences.contains(group.audience) {
            throw SessionError.unknownAudience(group.audience, known: audiences)
        }
        for topic in session.topics where try document(topic, as: Topic.self) == nil {
            throw SessionError.unknownTopic(topic)
        }
        if let id = session.campaign, try campaign(id) == nil { throw PlanningError.unknownCampaign(id, known: []) }
        for unit in session.coHosts + [session.placeUnit].compactMap(\.self) { try requireUnit(unit) }
        let prints = session.handouts.map(\.material).filter { UnnamedPrint($0) == nil }
        for material in prints + [session.material].compactMap(\.self) where try revisions(of: material).isEmpty {
            throw LibraryError.unknownMaterial(material, suggestions: [])
        }
        if let hash = session.revision, let material = session.material,
            try revision(hash)?.content.material != material
        {
            throw SessionError.unknownRevision(material)
        }
    }

    /// Why a correction of an earlier version is not taken.
    fileprivate func conflict(of record: SessionRecord) throws -> SessionError {
        let last = try corrections(of: record.session.id).max { $0.version < $1.version }
        return .correctedMeanwhile(by: last?.by ?? record.loggedBy, reason: last?.reason ?? "")
    }

    /// The withdrawn sessions whose id this is, or the end of it.
    private func withdrawals(named reference: String) throws -> [Withdrawal] {
        if let id = Identifier<Session>(reference) { return try [withdrawal(of: id)].compactMap(\.self) }
        return reference.utf8.count >= 4 ? try withdrawals(endingWith: reference) : []
    }

    func requireSession(_ reference: String, visibleTo caller: Caller) throws -> SessionRecord {
        let found: [SessionRecord]
        if let id = Identifier<Session>(reference) {
            found = try [session(id)].compactMap(\.self)
        } else {
            found = reference.utf8.count >= 4 ? try sessions(endingWith: reference) : []
        }
        let tree = try unitTree()
        let visible = try found.filter { try may(caller, .view, for: $0.session.unit, in: tree) }
        guard let first = visible.first else {
            let withdrawals = try withdrawals(named: reference).filter {
                try may(caller, .view, for: $0.record.session.unit, in: tree)
            }
            guard let withdrawal = withdrawals.first, withdrawals.count == 1 else {
                throw SessionError.unknownSession(reference)
            }
            throw SessionError.withdrawn(reference, Withdrawn(withdrawal))
        }
        guard visible.count == 1 else { throw SessionError.ambiguousSession(reference) }
        return first
    }
}
