import Dispatch
import Foundation

/// Ctrl-C and `systemctl stop` end long work in an orderly way: what is under way is finished and written down.
enum Interruption {
    /// Begins the work once both signals are listened to, so that one that comes at its first word ends it well, too.
    static func cancelling<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let signals = [SIGINT, SIGTERM]
        let (listening, listener) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            var left = signals.count
            for await _ in listening {
                left -= 1
                if left == 0 { break }
            }
            return try await work()
        }
        let sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { task.cancel() }
            source.setRegistrationHandler { listener.yield() }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
        }
        return try await task.value
    }
}
