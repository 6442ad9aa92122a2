public import Outreach
import Storage
import Synchronization

/// The linter as it was imported, compiled again only after an import changed the rules or the help lines.
final class Safeguards: Sendable {
    private struct Compiled {
        let version: String
        let safeguard: Safeguard
    }

    private let last = Mutex<Compiled?>(nil)

    /// - Throws: ``SafeguardingError/noRules`` in a workspace without rules: nothing goes out unchecked.
    func safeguard(in tx: ReadTransaction, today: Day) throws -> Safeguard {
        let version = try tx.safeguardingVersion() + today.description
        if let known = last.withLock({ $0 }), known.version == version { return known.safeguard }
        guard let rules = try tx.safeguardingRules() else { throw SafeguardingError.noRules }
        let safeguard = try Safeguard(rules: rules, helpLines: tx.documents(), today: today)
        last.withLock { $0 = Compiled(version: version, safeguard: safeguard) }
        return safeguard
    }
}

extension Workspace {
    /// The linter with the rules the workspace imported, as of the moment of the transaction.
    func safeguard(in tx: ReadTransaction) throws -> Safeguard {
        try safeguards.safeguard(in: tx, today: today)
    }

    /// The linter with the rules as they lie in `Content/safeguarding`, imported or not.
    ///
    /// - Throws: ``SafeguardingError`` where there are none or their files have mistakes.
    public func safeguardOfFiles() throws -> Safeguard {
        let content = try ContentFolder.load(folder.content)
        return try safeguard(of: content)
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
        case .brokenRules(let problem):
            Message(
                vi: "Quy tắc bảo vệ trẻ em có lỗi nên chưa dùng được. \(problem.message.vietnamese)",
                en: "The safeguarding rules have a mistake and cannot be used. \(problem.message.english)")
        }
    }
}
