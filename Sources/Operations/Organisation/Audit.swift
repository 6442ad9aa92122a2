public import Outreach
import Storage

/// What checking the audit log found.
public struct AuditVerification: Sendable, Hashable {
    /// How many entries follow from each other, from the first on.
    public let entries: Int
    /// Where the whole log ends; nil where it is empty or not whole.
    public let end: AuditEnd?
    /// The first thing that is wrong; nil where the log is whole.
    public let problem: AuditProblem?

    /// The first entry that does not follow from the one before; nil where the chain is whole.
    public var brokenAt: Int? { problem?.entry }
}

/// What happened to an audit log from outside.
public enum AuditProblem: Sendable, Hashable {
    /// Its fields are not those its hash was made of.
    case changed(Int)
    case missing(Int)
    /// Whole in itself, but made for another log.
    case replaced(Int)
    /// The log ends before it; it went up to an entry that was seen.
    case cutOff(Int, known: Int)
    /// Entries stand behind the end the log itself tells of.
    case added(Int)

    public var entry: Int {
        switch self {
        case .changed(let entry), .missing(let entry), .replaced(let entry), .cutOff(let entry, _), .added(let entry):
            entry
        }
    }

    public var message: Message {
        let advice = Message(
            vi: "Giữ nguyên cơ sở dữ liệu này và đối chiếu với bản sao lưu.",
            en: "Keep this database and compare it with a back-up.")
        let (vietnamese, english): (String, String) =
            switch self {
            case .changed(let entry): ("Dòng \(entry) của nhật ký đã bị sửa.", "Entry \(entry) of the log was changed.")
            case .missing(let entry): ("Thiếu dòng \(entry) của nhật ký.", "Entry \(entry) of the log is missing.")
            case .replaced(let entry):
                (
                    "Dòng \(entry) không nối tiếp nhật ký trước đây: từ đó đã bị thay.",
                    "Entry \(entry) does not follow from the log as it was: it was replaced from there."
                )
            case .cutOff(let entry, let known):
                (
                    "Nhật ký bị cắt cuối: thiếu từ dòng \(entry), trước đây có đến dòng \(known).",
                    "The end of the log was cut off: entries from \(entry) on are missing, it went up to \(known)."
                )
            case .added(let entry):
                ("Dòng \(entry) được thêm từ bên ngoài.", "Entry \(entry) was added from outside.")
            }
        return Message(vi: "\(vietnamese) \(advice.vietnamese)", en: "\(english) \(advice.english)")
    }
}

extension Workspace {
    /// The newest audit entries, newest first.
    public func auditEntries(limit: Int, subject: String?, as caller: Caller) async throws -> [AuditEntry] {
        try await database.read { tx in
            try tx.authoriseWhole(caller, .administer)
            return try tx.auditEntries(limit: limit, subject: subject)
        }
    }

    /// Walks the whole chain: a changed, missing, added or reordered entry breaks it, and so does an end that was cut
    /// off: the log has to lead through every end that was ever noted. Anyone may check.
    ///
    /// - Parameter expected: an end somebody wrote down elsewhere, such as the last one an export told of.
    public func verifyAudit(expecting expected: AuditEnd? = nil) async throws -> AuditVerification {
        let noted = auditAnchor.end
        return try await database.read { tx in
            let ends = [noted, expected].compactMap(\.self)
            return try AuditWalk(tx, ownEnd: tx.auditEnd(), ends: ends).verification()
        }
    }

    /// Hands out every entry, oldest first, for a file outside of Loa; that it was done is an entry itself.
    ///
    /// - Returns: where the log ended: whoever notes it down finds out later whether anything was cut off.
    public func exportAudit(
        as caller: Caller, _ take: @Sendable @escaping (AuditEntry) -> Void
    ) async throws -> AuditEnd? {
        let end = try await database.read { tx -> AuditEnd? in
            try tx.authoriseWhole(caller, .administer)
            var last: AuditEntry?
            while true {
                let entries = try tx.auditEntries(after: last?.sequence ?? 0, limit: 10_000)
                guard let newest = entries.last else {
                    return last.map { AuditEnd(sequence: $0.sequence, hash: $0.hash) }
                }
                entries.forEach(take)
                last = newest
            }
        }
        _ = try await change(.perform) { tx in
            try tx.audit(
                at: now, actor: caller.name, action: "audit.export", subject: "workspace",
                detail: "up to \(end?.sequence ?? 0)")
        }
        return end
    }

    var auditAnchor: AuditAnchor { AuditAnchor(folder) }
}

/// One walk along the chain.
private struct AuditWalk {
    private let tx: ReadTransaction
    private let ownEnd: AuditEnd?
    private let ends: [AuditEnd]
    /// The hashes of the entries that were noted as an end.
    private let known: [Int: Set<String>]

    init(_ tx: ReadTransaction, ownEnd: AuditEnd?, ends: [AuditEnd]) {
        self.tx = tx
        self.ownEnd = ownEnd
        self.ends = ends
        known = Dictionary(grouping: ends, by: \.sequence).mapValues { Set($0.map(\.hash)) }
    }

    func verification() throws -> AuditVerification {
        var last = AuditEnd(sequence: 0, hash: AuditEntry.firstPreviousHash)
        while true {
            let entries = try tx.auditEntries(after: last.sequence, limit: 10_000)
            guard !entries.isEmpty else { return atEnd(last) }
            for entry in entries {
                if let problem = problem(of: entry, after: last) {
                    return AuditVerification(entries: last.sequence, end: nil, problem: problem)
                }
                last = AuditEnd(sequence: entry.sequence, hash: entry.hash)
            }
        }
    }

    private func problem(of entry: AuditEntry, after last: AuditEnd) -> AuditProblem? {
        let expected = last.sequence + 1
        guard entry.sequence == expected else { return .missing(expected) }
        guard entry.isIntact else { return .changed(expected) }
        guard entry.previousHash == last.hash else { return .replaced(expected) }
        if let hashes = known[expected], hashes != [entry.hash] { return .replaced(expected) }
        return nil
    }

    private func atEnd(_ last: AuditEnd) -> AuditVerification {
        let furthest = (ends + [ownEnd].compactMap(\.self)).map(\.sequence).max() ?? 0
        var problem: AuditProblem?
        if furthest > last.sequence {
            problem = .cutOff(last.sequence + 1, known: furthest)
        } else if last.sequence > 0, ownEnd != last {
            let told = ownEnd?.sequence ?? last.sequence
            problem = told < last.sequence ? .added(told + 1) : .replaced(last.sequence)
        }
        return AuditVerification(
            entries: last.sequence, end: problem == nil && last.sequence > 0 ? last : nil, problem: problem)
    }
}

extension AuditEntry {
    /// Whether the hash is that of the fields.
    fileprivate var isIntact: Bool {
        let text = AuditEntry.canonicalText(
            sequence: sequence, at: at, actor: actor, action: action, subject: subject, detail: detail,
            previousHash: previousHash)
        return ContentHash.sha256(of: text).description == hash
    }
}
