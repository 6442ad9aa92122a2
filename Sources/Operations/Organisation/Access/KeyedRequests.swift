public import Outreach
import Storage

extension Workspace {
    /// Remembers a request under its `Idempotency-Key` and says whether it was seen before. The same key of two
    /// callers is two keys.
    ///
    /// - Throws: ``AccessError/requestKey`` for something that cannot be a key.
    public func remember(
        _ key: String, method: String, path: String, body: [UInt8], as caller: Caller
    ) async throws -> KeyedRequest {
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw AccessError.requestKey
        }
        let hash = ContentHash.sha256(of: Array("\(method) \(path)\n".utf8) + body)
        let (now, name) = (now, caller.name)
        return try await database.write { tx in
            _ = try tx.authority(of: caller)
            try tx.removeKeyedRequests(begunBefore: now - KeptAnswer.keptFor)
            guard let known = try tx.keyedRequest(key, of: name) else {
                try tx.beginKeyedRequest(key, of: name, hash: hash, at: now)
                return .first
            }
            guard known.requestHash == hash else { return .conflict }
            if let answer = known.answer { return .again(answer) }
            return now - known.begunAt < KeptAnswer.longestWork ? .underWay : .unknown
        }
    }

    /// Keeps the answer to a request that was ``KeyedRequest/first``.
    public func keep(_ answer: KeptAnswer, for key: String, as caller: Caller) async throws {
        try await database.write { try $0.keep(answer, for: key, of: caller.name) }
    }

    /// Forgets a request that was ``KeyedRequest/first`` and had no effect, so that it can be made again.
    public func forget(_ key: String, as caller: Caller) async throws {
        try await database.write { try $0.removeKeyedRequest(key, of: caller.name) }
    }
}
