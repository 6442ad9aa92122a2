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
final class EngineMailbox: Sendable {
    private struct State {
        var letters: [EngineLetter] = []
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func post(_ letter: EngineLetter) {
        let waiter = state.withLock { state in
            state.letters.append(letter)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Everything that has come, in its order; waits where there is nothing yet.
    func take() async -> [EngineLetter] {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.letters.isEmpty { state.waiter = continuation }
                return !state.letters.isEmpty
            }
            if isThere { continuation.resume() }
        }
        return state.withLock { state in
            defer { state.letters = [] }
            return state.letters
        }
    }

    /// Everything that has come by now.
    func takeNow() -> [EngineLetter] {
        state.withLock { state in
            defer { state.letters = [] }
            return state.letters
        }
    }
}
