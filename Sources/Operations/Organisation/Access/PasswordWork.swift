import Foundation

/// Where passwords are hashed: beside the threads that answer requests, a few at a time, with a short queue, so that
/// a flood of log-ins takes neither all processors nor all memory.
final class PasswordWork: Sendable {
    private static let atOnce = 2
    private static let longestQueue = 64

    private let queue: OperationQueue

    init() {
        queue = OperationQueue()
        queue.name = "passwords"
        queue.maxConcurrentOperationCount = PasswordWork.atOnce
        queue.qualityOfService = .userInitiated
    }

    /// - Throws: ``AccessError/busy`` where too many wait already.
    func requireRoom() throws {
        guard queue.operationCount < PasswordWork.longestQueue else { throw AccessError.busy }
    }

    /// - Throws: ``AccessError/busy`` where too many wait already, or there is no memory.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value?) async throws -> Value {
        try requireRoom()
        let value = await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
        guard let value else { throw AccessError.busy }
        return value
    }
}
