public import Outreach
import Storage

/// Holds texts against the rules as one transaction sees them; asks for the rules once, however many texts there are.
struct Judge {
    private let tx: ReadTransaction
    private let safeguards: Safeguards
    private let today: Day
    private let rights: DecisionRights
    /// The rules and help lines in use, by name.
    let version: ContentHash

    init(_ workspace: Workspace, in tx: ReadTransaction) throws {
        self.tx = tx
        safeguards = workspace.safeguards
        today = workspace.today
        rights = try DecisionRights(tx)
        version = try safeguards.version(in: tx, today: today)
    }

    /// - Throws: ``SafeguardingError`` where there are no rules.
    func findings(in text: CheckedText) throws -> [Finding] {
        try safeguards.findings(in: text, version: version) {
            try safeguards.safeguard(in: tx, version: version, today: today)
        }
    }

    /// What blocks in a text that stays in the house; nothing without rules, for work must not be lost.
    func blocking(in text: CheckedText) throws -> [Finding] {
        do {
            return try findings(in: text).filter { $0.level == .block }
        } catch is SafeguardingError {
            return []
        }
    }

    /// The same for each of many texts that are told apart.
    func blocking(inEach texts: [CheckedText]) throws -> [CheckedText: [Finding]] {
        do {
            let safeguard = try safeguards.safeguard(in: tx, version: version, today: today)
            let found = safeguard.findingsOfEach(texts).map { findings in findings.filter { $0.level == .block } }
            return Dictionary(zip(texts, found)) { first, _ in first }
        } catch is SafeguardingError {
            return [:]
        }
    }

    /// Refuses an address that tells who a child is or where a case was.
    ///
    /// - Throws: ``AddressError``, ``SafeguardingRefusal``; nothing was kept.
    func check(address: String) throws {
        let found = try blocking(in: CheckedText(parts: [.init(.link, address)], kind: .note))
        guard found.isEmpty else { throw SafeguardingRefusal(findings: found) }
        guard !AddressNames.nameChild(in: address.addressWords) else { throw AddressError.namesChild }
    }

    /// What the rules find in a post, what of it was let pass, and what is not known about its pictures.
    func judged(_ post: Post, kind: MaterialKind?) throws -> JudgedText {
        let pictures = try PictureCheck(tx).pictures(of: post.media, on: max(post.zone.day(of: post.moment), today))
        let text = post.checkedText(kind: kind, pictures: pictures.known)
        let findings = try findings(in: text)
        let hash = ContentHash.sha256(of: text.canonicalText)
        let given = findings.contains(where: \.mayBeOverridden) ? try tx.overrides(of: .post(post.id)) : []
        let standing = try given.filter { try stands($0, for: post) }
        return JudgedText(
            text: hash, findings: findings, overrides: standing, lapsed: given.filter { !standing.contains($0) },
            obstacles: pictures.unknown)
    }

    /// Whether all that was let pass about a post was let pass by somebody who still may.
    func overridesStand(for post: Post) throws -> Bool {
        try tx.overrides(of: .post(post.id)).allSatisfy { try stands($0, for: post) }
    }

    private func stands(_ override: Override, for post: Post) throws -> Bool {
        try rights.hold(override.by, .override, for: post)
    }

    func judged(_ post: Post) throws -> JudgedText { try judged(post, kind: tx.materialKind(of: post.id)) }

    /// What the rules find in a revision: the full text and every variant for itself, as each is published by itself.
    func judged(_ content: MaterialContent, revision: ContentHash) throws -> JudgedText {
        let pictures = try PictureCheck(tx).pictures(of: content.media, on: today)
        return JudgedText(
            text: revision, findings: try findings(in: content, pictures: pictures.known),
            overrides: try tx.overrides(of: .revision(revision)), obstacles: pictures.unknown)
    }

    func findings(in content: MaterialContent, pictures: [CheckedText.Picture]) throws -> [Finding] {
        var seen: Set<Finding> = []
        var texts = content.checkedTexts
        if let whole = texts.first, !pictures.isEmpty {
            texts[0] = CheckedText(
                parts: whole.parts, kind: whole.kind, audiences: whole.audiences, pictures: pictures)
        }
        return try texts.flatMap { try findings(in: $0) }.filter { seen.insert($0).inserted }
    }
}

extension Workspace {
    func judge(in tx: ReadTransaction) throws -> Judge { try Judge(self, in: tx) }

    /// What a person writes beside the work: comments, reasons. It stays in histories and in the audit log, so it must
    /// not say what the work itself must not say, nor give a secret away.
    ///
    /// - Throws: ``NoteError``; nothing was kept.
    func checkedNote(_ text: String, in tx: ReadTransaction) throws -> String {
        let note = text.normalized.trimmed
        guard !note.isEmpty else { return note }
        if secrets.isAnywhere(in: note) { throw NoteError.holdsSecret }
        let findings = try judge(in: tx).blocking(in: CheckedText(note, kind: .note))
        guard findings.isEmpty else { throw NoteError.identifies(findings) }
        return note
    }

    /// The same of a name, which stands on every page, report and feed.
    func checkName(_ name: LocalizedText, in tx: ReadTransaction) throws {
        for words in [name.vi, name.en] { _ = try checkedNote(words, in: tx) }
    }

    /// As much of a note as may be kept, for what must not be refused because of its words: all of it, or only that it
    /// said something that stays out of the log.
    func keepableNote(_ text: String) async throws -> String {
        let note = text.normalized.trimmed
        if secrets.isAnywhere(in: note) {
            return "(Lý do có mã bí mật nên không lưu lại. / The reason held a secret and was not kept.)"
        }
        let findings = try await database.read { try judge(in: $0).blocking(in: CheckedText(note, kind: .note)) }
        guard !findings.isEmpty else { return note }
        let rules = Set(findings.map(\.rule.rawValue)).sorted().joined(separator: ", ")
        return "(Lý do nêu điều không được lưu lại: \(rules). / The reason said what must not be kept: \(rules).)"
    }
}

/// Why a comment or reason was not kept; nothing was changed.
public enum NoteError: ReadableError, Hashable {
    case identifies([Finding])
    case holdsSecret
    /// The words of a post itself.
    case postHoldsSecret

    public var kind: FailureKind { .badData }

    public var message: Message {
        switch self {
        case .identifies(let findings):
            let words = findings.map { finding in
                let isName = PersonName.mayBeGiven(in: finding.words, amongPeople: true)
                return (isName ? "" : "“\(finding.words)” ") + "(\(finding.rule.rawValue))"
            }.joined(separator: ", ")
            return Message(
                vi:
                    "Lời ghi này ở lại trong nhật ký nên không được nêu: \(words). Chưa thay đổi gì; hãy nói chỗ cần sửa "
                    + "mà không nhắc lại.",
                en: "This note stays in the log and must not say: \(words). Nothing was changed; say where the mistake "
                    + "is without repeating it.")
        case .holdsSecret:
            return Message(
                vi: "Lời ghi chứa một mã bí mật của kênh. Chưa thay đổi gì; hãy bỏ mã đó đi.",
                en: "The note holds a channel’s secret. Nothing was changed; take it out.")
        case .postHoldsSecret:
            return Message(
                vi: "Bài chứa một mã bí mật của kênh nên chưa gửi duyệt; bài vẫn còn nguyên. Hãy bỏ mã đó khỏi bài.",
                en: "The post holds a channel’s secret, so it was not submitted; it is as it was. Take the secret out.")
        }
    }
}
