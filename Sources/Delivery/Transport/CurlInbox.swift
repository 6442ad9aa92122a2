import CCurl
import Synchronization

/// The locked door between any thread and the transport's own.
final class CurlInbox: Sendable {
    private struct State {
        var phase = Phase.idle
        var waiting: [PreparedTransfer] = []
        var loop: WakeableLoop?
        /// Whether the loop sleeps, or is about to: only then is it worth a system call to wake it.
        var polling = false
        var stopped: [CheckedContinuation<Void, Never>] = []

        mutating func wake() {
            guard polling, let loop else { return }
            polling = false
            loop.wake()
        }
    }

    private enum Phase {
        case idle
        case running
        case stopping
        case ended
    }

    /// What the loop finds when it looks.
    struct Delivery {
        let transfers: [PreparedTransfer]
        let stopping: Bool
    }

    private let state = Mutex(State())

    /// True for the first call, which has to start the loop.
    func start() -> Bool {
        state.withLock { state in
            guard state.phase == .idle else { return false }
            state.phase = .running
            return true
        }
    }

    /// Hands transfers in, all or none; false where the loop does not run or is about to end.
    func submit(_ transfers: [PreparedTransfer]) -> Bool {
        state.withLock { state in
            guard state.phase == .running else { return false }
            state.waiting += transfers
            state.wake()
            return true
        }
    }

    /// Asks the loop to end and resumes the continuation once it has.
    func stop(_ continuation: CheckedContinuation<Void, Never>) {
        let over = state.withLock { state in
            switch state.phase {
            case .idle, .ended:
                state.phase = .ended
                return true
            case .running, .stopping:
                state.phase = .stopping
                state.stopped.append(continuation)
                state.wake()
                return false
            }
        }
        if over { continuation.resume() }
    }

    /// For the loop: its handle, so that others can wake it.
    func attach(_ loop: WakeableLoop) {
        state.withLock { $0.loop = loop }
    }

    /// For the loop: everything that was handed in since it last looked.
    func take() -> Delivery {
        state.withLock { state in
            state.polling = false
            var transfers: [PreparedTransfer] = []
            swap(&transfers, &state.waiting)
            return Delivery(transfers: transfers, stopping: state.phase == .stopping)
        }
    }

    /// For the loop: whether it may sleep. From here on whoever hands something in wakes it.
    func mayPoll() -> Bool {
        state.withLock { state in
            state.polling = state.waiting.isEmpty && state.phase == .running
            return state.polling
        }
    }

    /// For the loop, as its last act: nobody can wake it any more, and whoever waited for its end goes on.
    func end(_ cleanUp: () -> Void) {
        let (left, stopped) = state.withLock { state in
            state.phase = .ended
            state.loop = nil
            defer {
                state.waiting = []
                state.stopped = []
            }
            return (state.waiting, state.stopped)
        }
        cleanUp()
        for transfer in left { transfer.answer(unsent: .stopped) }
        for continuation in stopped { continuation.resume() }
    }
}

/// A running loop's handle, in the hands of those who may only wake it.
// `curl_multi_wakeup` may be called from any thread, and the inbox calls it only while the handle lives.
struct WakeableLoop: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer

    func wake() { curl_multi_wakeup(multi) }
}
