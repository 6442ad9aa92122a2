import Outreach
import Storage

/// What people write in a report. All of it leaves with the report, and whoever reads it knows of which commune it is.
extension Workspace {
    /// Where a narrative breaks a safeguarding rule.
    func findings(in narrative: ReportNarrative, of subject: Slug, in tx: ReadTransaction) throws -> [Finding] {
        guard !narrative.isEmpty else { return [] }
        let texts = [narrative.results, narrative.difficulties, narrative.proposals].filter { !$0.isEmpty }
        let safeguard = try safeguard(in: tx)
        let found = safeguard.findingsAsTypedAndRead(
            in: CheckedText(parts: texts.map { CheckedText.Part(.body, $0) }, kind: .report))
        let small =
            try tx.unitTree().smallPlace(of: subject, on: today)
            .map { safeguard.fewCases(in: texts, at: $0) } ?? []
        let known = Set(found.map(\.words))
        return found + small.filter { !known.contains($0.words) }
    }

    /// What a person writes beside the numbers: a target in words, the reason of a correction, a line of the head. It is
    /// kept as any note is, and leaves with the report as the narrative does.
    ///
    /// - Throws: ``NoteError``, ``ReportingError/fewCases(_:)``; nothing was kept.
    func checkedReportWords(_ text: String, of subject: Slug, in tx: ReadTransaction) throws -> String {
        let words = try checkedNote(text, in: tx)
        let found = try fewCases(in: [words], of: subject, in: tx)
        guard found.isEmpty else { throw ReportingError.fewCases(found) }
        return words
    }

    /// Holds what stands beside the numbers against the rules of today before it leaves: it may have been kept under
    /// others.
    ///
    /// - Parameter head: nil where the paper has none.
    /// - Throws: ``ReportingError/fewCases(_:)``; nothing left.
    func requireNoFewCases(in report: Report, head: ReportHead?, in tx: ReadTransaction) throws {
        let targets = report.lines.compactMap { if case .text(let words)? = $0.target { words } else { nil } }
        let found = try fewCases(in: targets + (head?.words ?? []), of: report.subject.id, in: tx)
        guard found.isEmpty else { throw ReportingError.fewCases(found) }
    }

    /// The words that count a few cases in one commune. Each text is read by itself: a signer beside the name of an
    /// office is no child beside a case.
    private func fewCases(in texts: [String], of subject: Slug, in tx: ReadTransaction) throws -> [String] {
        let texts = texts.filter { !$0.trimmed.isEmpty }
        guard !texts.isEmpty else { return [] }
        let safeguard = try safeguard(in: tx)
        let typed = texts.flatMap { text in
            safeguard.findingsAsTypedAndRead(in: CheckedText(text, kind: .report)).filter { $0.rule == .smallCount }
        }
        let read =
            try tx.unitTree().smallPlace(of: subject, on: today)
            .map { safeguard.fewCases(in: texts, at: $0) } ?? []
        var seen: Set<String> = []
        return (typed + read).map(\.words).filter { seen.insert($0).inserted }
    }
}

extension Safeguard {
    /// Nobody writes "in the commune" in the commune's own report: each sentence is read as if it said so.
    fileprivate func fewCases(in texts: [String], at place: String) -> [Finding] {
        texts.flatMap(\.sentences).flatMap { sentence in
            findings(in: CheckedText("Tại \(place): \(sentence)", kind: .report), of: [.smallCount])
        }.filter { $0.rule == .smallCount }
    }
}

extension UnitTree {
    /// The commune that a unit works in or a committee is of, where its numbers are those of one commune; nil for larger
    /// ones.
    fileprivate func smallPlace(of subject: Slug, on day: Day) -> String? {
        let area = area(of: committees[subject]?.area ?? subject, on: day)
        guard let unit = units[area], unit.kind == .commune else { return nil }
        let name = unit.name.vi
        return name.prefix(1).lowercased() + name.dropFirst()
    }
}

extension String {
    /// Cut at the ends of sentences and lines, and at semicolons.
    fileprivate var sentences: [String] {
        replacing(/[.;!?]+\s+/, with: "\n").lines.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

extension ReportNarrative {
    /// What keeps it from leaving.
    static func forbidden(_ findings: [Finding]) -> [Finding] {
        findings.filter { $0.level == .block || $0.rule == .smallCount }
    }
}

extension ReportHead {
    /// All that people wrote in it.
    var words: [String] {
        [superior, issuer, symbol, place, signer ?? "", archive] + addressees + signing + recipients
    }
}
