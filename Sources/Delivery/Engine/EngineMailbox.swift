import Outreach
import Synchronization

/// What comes back to the engine's loop from the tasks and threads that work for it.
enum EngineLetter: Sendable {
    case event(EngineEvent)
    /// What was asked for went wrong.
    case failed(EngineEvent, any Error)
    /// A request's report, still to be judged.
    case reported(Identifier<Post>, AttemptMachine.Call, TransferReport)
    case exchanged(ExchangeAnswer)
    /// A token was renewed, or not, and the secrets to go on with.
    case renewed(Identifier<Post>, StepEnding, secrets: [String: String])
}

/// The locked door to the engine's loop: anyone puts letters in, the loop alone takes them out.
///
/// It takes a few at a time: the transport gets what follows from the first while the next are read, and neither waits for
/// the other. What the outbox answers goes before everything else that waits, or the database would idle until all of
/// it is read.
final class EngineMailbox: Sendable {
    /// So many letters are taken at once.
    private static let portion = 16

    private struct State {
        var answers: [EngineLetter] = []
        var letters: [EngineLetter] = []
        var waiter: CheckedContinuation<Void, Never>?

        var isEmpty: Bool { answers.isEmpty && letters.isEmpty }

        mutating func take() -> [EngineLetter] {
            let taken = answers + letters.prefix(EngineMailbox.portion)
            letters.removeFirst(min(EngineMailbox.portion, letters.count))
            answers.removeAll(keepingCapacity: true)
            return taken
        }
    }

    private let state = Mutex(State())

    func post(_ letter: EngineLetter) {
        let waiter = state.withLock { state in
            if case .exchanged = letter { state.answers.append(letter) } else { state.letters.append(letter) }
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// What has come first; waits where there is nothing yet.
    func take() async -> [EngineLetter] {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.isEmpty { state.waiter = continuation }
                return !state.isEmpty
            }
            if isThere { continuation.resume() }
        }
        return takeNow()
    }

    /// What has come first by now.
    func takeNow() -> [EngineLetter] { state.withLock { $0.take() } }
}
