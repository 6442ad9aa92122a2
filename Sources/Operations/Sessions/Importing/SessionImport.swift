import Documents
public import Outreach
import Storage

extension Workspace {
    /// Logs the rows of a CSV or Excel file as sessions of a unit: all of them, or none where any row is wrong. Rows
    /// that are there already are left out and shown. The file of unsent sessions that a phone saves (JSON) is taken,
    /// too.
    ///
    /// Titles, headings of several lines, totals and old encodings are understood as offices write them; a list of
    /// people is refused as a whole. What `mapping` says of columns goes before what their headings say, and is kept for
    /// the unit's next file once an import was performed.
    ///
    /// - Parameter sheet: which sheet of an Excel file; nil reads the visible one that fits best.
    public func importSessions(
        _ bytes: [UInt8], sheet: String? = nil, unit: Slug, mapping: SessionMapping = SessionMapping(),
        as caller: Caller, mode: ChangeMode
    ) async throws -> SessionImportReport {
        if PhoneSessions.isMeant(by: bytes) {
            return try await importPhoneSessions(bytes, unit: unit, as: caller, mode: mode)
        }
        let today = today
        let (vocabulary, known) = try await database.read { tx in
            try tx.requireUnit(unit)
            try tx.authorise(caller, .logSessions, for: unit)
            return (try SessionVocabulary(tx, today: today), try tx.importMapping(of: unit))
        }
        let overlaid = SessionMapping(known).overlaid(with: mapping)
        let reading = SessionListReading(
            bytes, sheet: sheet, for: unit, vocabulary, mapping: overlaid, zone: zone, today: today,
            makeID: { makeID() })
        guard reading.report.isSound else { return reading.report }
        let hash = ContentHash.sha256(of: bytes)
        let now = now
        return try await change(mode) { tx in
            var report = reading.report
            let words = try tx.leaveOutKnown(reading, &report)
            try tx.check(report.sessions, rows: report.rows, of: unit, as: caller, by: judge(in: tx), &report)
            guard report.isSound else {
                report.sessions = []
                report.rows = []
                report.totals = []
                return report
            }
            try tx.logAll(report.sessions, words: words, origin: .imported, by: caller.name, at: now)
            if !mapping.isEmpty { try tx.setImportMapping(of: unit, to: mapping.stored) }
            if !report.sessions.isEmpty {
                try tx.audit(
                    at: now, actor: caller.name, action: "sessions.import", subject: unit.description,
                    detail: "\(report.sessions.count) sessions, \(report.turns) turns, file \(hash.short)")
            }
            return report
        }
    }

    /// What was said of the columns of a unit's lists.
    public func importMapping(of unit: Slug, as caller: Caller) async throws -> SessionMapping {
        try await database.read { tx in
            try tx.authorise(caller, .logSessions, for: unit)
            return SessionMapping(try tx.importMapping(of: unit))
        }
    }
}

extension SessionMapping {
    fileprivate init(_ stored: [String: String]) {
        self.init(stored.compactMap { heading, field in SessionField(field).map { (heading, $0) } })
    }

    fileprivate var stored: [String: String] { fields.mapValues(\.description) }
}

extension WriteTransaction {
    /// Parts what is new from what is there already, and adds up what counts.
    ///
    /// - Returns: what tells the new sessions apart in further lists.
    fileprivate func leaveOutKnown(
        _ reading: SessionListReading, _ report: inout SessionImportReport
    ) throws -> [Identifier<Session>: ContentHash] {
        let sessions = reading.rows.compactMap(\.session)
        let days = sessions.map(\.day)
        guard let first = days.min(), let last = days.max(), let range = DayRange(first, last) else { return [:] }
        let units = Set(sessions.flatMap { [$0.unit] + $0.coHosts }).sorted()
        var duplicates = SessionDuplicates(
            try loggedSessions(units: units, range: range),
            earlier: try sessionsBeforeCorrection(units: units, range: range),
            withdrawn: try withdrawnSessions(units: units, range: range))
        var words: [ContentHash] = []
        var hashes: [String: ContentHash] = [:]
        var sums = [Int](repeating: 0, count: reading.amountColumns.count)
        for row in reading.rows {
            guard let session = row.session else { continue }
            let hash = hashes[row.particulars] ?? ContentHash.sha256(of: row.particulars)
            hashes[row.particulars] = hash
            let named = LoggedSession(session, listWords: hash)
            if let original = try original(of: row, named, &duplicates) {
                report.duplicates.append(DuplicateRow(row: row.line, original: original, session: session))
                continue
            }
            if let turns = duplicates.alike(named) { report.alike[row.line] = turns }
            report.sessions.append(session)
            report.rows.append(row.line)
            words.append(hash)
            for (place, amount) in row.amounts.enumerated() { sums[place] += amount ?? 0 }
        }
        let named = Set(reading.rows.lazy.filter(\.isNamed).compactMap(\.session?.id))
        report.sessions = report.sessions.withIDsInOrderOfDays(except: named)
        report.totals = zip(reading.amountColumns, sums).map { ColumnTotal(column: $0.heading, sum: $1) }
        return Dictionary(zip(report.sessions.map(\.id), words)) { first, _ in first }
    }

    /// What a row repeats. A row that names its session repeats that one alone, be it logged or withdrawn.
    private func original(
        of row: ReadRow, _ session: LoggedSession, _ duplicates: inout SessionDuplicates
    ) throws -> DuplicateRow.Original? {
        guard row.isNamed else { return duplicates.original(of: row, session) }
        if try self.session(session.id) != nil { return .session(session.id) }
        if try withdrawal(of: session.id) != nil { return .withdrawn(session.id) }
        return duplicates.repetition(of: row, session)
    }

    /// What only the database knows: rights for the units and materials that are named, and the safeguarding rules.
    fileprivate func check(
        _ sessions: [Session], rows: [Int], of unit: Slug, as caller: Caller, by judge: Judge,
        _ report: inout SessionImportReport
    ) throws {
        for owner in Set(sessions.map(\.unit)) where owner != unit {
            try authorise(caller, .logSessions, for: owner)
        }
        var known: [Slug: Bool] = [:]
        // Lists name the same places over and over; each text is judged once.
        let texts = sessions.map(\.checkedText)
        var asked: Set<CheckedText> = []
        let judged = try judge.blocking(inEach: texts.filter { asked.insert($0).inserted })
        for ((session, row), text) in zip(zip(sessions, rows), texts) {
            if let blocking = judged[text], !blocking.isEmpty {
                let refusal = SafeguardingRefusal(ofSession: blocking)
                report.errors.append(ImportMistake(row: row, column: nil, reason: refusal.message))
            }
            for material in session.handouts.map(\.material) + [session.material].compactMap(\.self) {
                let isKnown =
                    try known[material] ?? (UnnamedPrint(material) != nil || !revisions(of: material).isEmpty)
                known[material] = isKnown
                guard !isKnown else { continue }
                let column = report.columns.first { $0.field == .material }?.heading
                let error = LibraryError.unknownMaterial(material, suggestions: [])
                report.errors.append(ImportMistake(row: row, column: column, reason: error.message))
            }
        }
    }
}
