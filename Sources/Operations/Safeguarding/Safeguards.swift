public import Outreach
import Storage
import Synchronization

/// The linter as it was imported, compiled again only after rules or help lines changed, with what it found lately.
final class Safeguards: Sendable {
    /// Compiled rules by their version: workspaces of one process that have the same rules share them.
    private static let compiled = Mutex<[ContentHash: Safeguard]>([:])

    private let found = Mutex(FoundLately())
    private let named = Mutex<(sources: String, today: Day, version: ContentHash)?>(nil)

    /// The name of the rules in use, of the help lines that are right today and of what the program itself does with
    /// both: another program may find otherwise by the same rules.
    func version(in tx: ReadTransaction, today: Day) throws -> ContentHash {
        let sources = try tx.safeguardingSources()
        if let known = named.withLock({ $0 }), known.sources == sources, known.today == today { return known.version }
        let version = ContentHash.sha256(of: "\(try tx.safeguardingVersion(on: today)) \(Safeguard.engine)")
        named.withLock { $0 = (sources, today, version) }
        return version
    }

    /// - Throws: ``SafeguardingError/noRules`` in a workspace without rules: nothing goes out unchecked.
    func safeguard(in tx: ReadTransaction, version: ContentHash, today: Day) throws -> Safeguard {
        if let known = Safeguards.compiled.withLock({ $0[version] }) { return known }
        let safeguard: Safeguard
        do {
            guard let rules = try tx.safeguardingRules() else { throw SafeguardingError.noRules }
            safeguard = try Safeguards.compile(rules, helpLines: tx.documents(), today: today)
        } catch is DecodingError {
            throw SafeguardingError.outdatedRules
        }
        Safeguards.compiled.withLock { compiled in
            // The version before last is of no use to anybody.
            if compiled.count >= 2 { compiled.removeAll() }
            compiled[version] = safeguard
        }
        return safeguard
    }

    /// A second reading that an earlier version learnt is left out until the next import: it only warns, and is no reason to
    /// stop everything.
    private static func compile(
        _ rules: SafeguardingRules, helpLines: [HelpLine], today: Day
    ) throws(SafeguardingRulesError) -> Safeguard {
        do {
            return try Safeguard(rules: rules, helpLines: helpLines, today: today)
        } catch {
            guard case .secondReading = error else { throw error }
            return try Safeguard(rules: rules.alone, helpLines: helpLines, today: today)
        }
    }

    /// What a text's findings are, looked up where the same text was asked about lately.
    func findings(in text: CheckedText, version: ContentHash, by safeguard: () throws -> Safeguard) throws -> [Finding]
    {
        if let known = found.withLock({ $0.findings(in: text, version: version) }) { return known }
        let findings = try safeguard().findingsAsTypedAndRead(in: text)
        found.withLock { $0.keep(findings, in: text, version: version) }
        return findings
    }
}

/// The findings of the texts asked about last, under one version of the rules; bounded, the oldest half forgotten first.
private struct FoundLately {
    private static let limit = 2000

    private var version: ContentHash?
    private var young: [CheckedText: [Finding]] = [:]
    private var old: [CheckedText: [Finding]] = [:]

    func findings(in text: CheckedText, version: ContentHash) -> [Finding]? {
        version == self.version ? young[text] ?? old[text] : nil
    }

    mutating func keep(_ findings: [Finding], in text: CheckedText, version: ContentHash) {
        if version != self.version {
            self.version = version
            (young, old) = ([:], [:])
        }
        if young.count >= FoundLately.limit { (young, old) = ([:], young) }
        young[text] = findings
    }
}

extension Workspace {
    /// The linter with the rules the workspace imported, as of the moment of the transaction.
    func safeguard(in tx: ReadTransaction) throws -> Safeguard {
        try safeguards.safeguard(in: tx, version: safeguards.version(in: tx, today: today), today: today)
    }

    /// The linter with the rules as they lie in `Content/safeguarding`, imported or not.
    ///
    /// - Throws: ``SafeguardingError`` where there are none or their files have mistakes.
    public func safeguardOfFiles() throws -> Safeguard {
        let content = try ContentFolder.load(folder.content)
        return try safeguard(of: content)
    }

    /// Why no text can be judged, so that nothing goes out; nil where they can.
    public func judgingObstacle() async throws -> SafeguardingError? {
        try await database.read { tx in
            do {
                _ = try safeguard(in: tx)
                return nil
            } catch let error as SafeguardingError {
                return error
            } catch is DecodingError {
                return .outdatedRules
            }
        }
    }

    func safeguard(of content: ContentFolder) throws -> Safeguard {
        try Safeguard(rules: content.requireRules(), helpLines: content.taxonomy.helpLines, today: today)
    }
}

extension ContentFolder {
    /// - Throws: ``SafeguardingError`` where there are no rules or their files have mistakes.
    func requireRules() throws(SafeguardingError) -> SafeguardingRules {
        if let safeguarding { return safeguarding }
        let problem = problems.first { $0.file.hasPrefix("Content/safeguarding") }
        throw problem.map(SafeguardingError.brokenRules) ?? .noRules
    }
}

/// Why texts cannot be checked; what cannot be checked does not go out.
public enum SafeguardingError: ReadableError, Hashable {
    case noRules
    /// Rules or help lines that were imported by another version of the program, and cannot be read by this one.
    case outdatedRules
    case brokenRules(DataProblem)

    public var kind: FailureKind { .configuration }

    public var message: Message {
        switch self {
        case .noRules:
            Message(
                vi: "Chưa có quy tắc bảo vệ trẻ em nên không kiểm tra được bài nào. Khôi phục Content/safeguarding, "
                    + "rồi chạy: loa content import.",
                en: "There are no safeguarding rules, so no text can be checked. Bring Content/safeguarding back, "
                    + "then run: loa content import.")
        case .outdatedRules:
            Message(
                vi:
                    "Quy tắc bảo vệ trẻ em do bản Loa khác nhập nên bản này không đọc được; chưa kiểm tra được bài nào. "
                    + "Lấy nội dung kèm chương trình ở trang Sao lưu và kiểm tra, hoặc chạy: loa content refresh, "
                    + "loa content import.",
                en: "The safeguarding rules were imported by another version of Loa and cannot be read by this one, so "
                    + "no text can be checked. Take the program's content on the page Back-up and checks, or run: loa "
                    + "content refresh, loa content import.")
        case .brokenRules(let problem):
            Message(
                vi: "Quy tắc bảo vệ trẻ em có lỗi nên chưa dùng được. \(problem.message.vietnamese)",
                en: "The safeguarding rules have a mistake and cannot be used. \(problem.message.english)")
        }
    }
}
