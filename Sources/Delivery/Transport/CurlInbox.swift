import CCurl
import Synchronization

/// The locked door between any thread and the transport's own.
final class CurlInbox: Sendable {
    private struct State {
        var phase = Phase.idle
        var waiting: [PreparedTransfer] = []
        /// Whether the loop sleeps, or is about to: only then is it worth a system call to wake it.
        var polling = false
        var stopped: [CheckedContinuation<Void, Never>] = []

        /// Whether the loop has to be woken; true once for every sleep.
        mutating func mustWake() -> Bool {
            defer { polling = false }
            return polling
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
    /// A lock of its own, so that the loop, once awake, does not wait for whoever woke it to come back from that.
    private let loop = Mutex<WakeableLoop?>(nil)

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
        let mustWake: Bool? = state.withLock { state in
            guard state.phase == .running else { return nil }
            state.waiting += transfers
            return state.mustWake()
        }
        if mustWake == true { wake() }
        return mustWake != nil
    }

    private func wake() { loop.withLock { $0?.wake() } }

    /// Asks the loop to end and resumes the continuation once it has.
    func stop(_ continuation: CheckedContinuation<Void, Never>) {
        let (over, mustWake) = state.withLock { state in
            switch state.phase {
            case .idle, .ended:
                state.phase = .ended
                return (true, false)
            case .running, .stopping:
                state.phase = .stopping
                state.stopped.append(continuation)
                return (false, state.mustWake())
            }
        }
        if mustWake { wake() }
        if over { continuation.resume() }
    }

    /// For the loop: its handle, so that others can wake it.
    func attach(_ loop: WakeableLoop) {
        self.loop.withLock { $0 = loop }
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
            defer {
                state.waiting = []
                state.stopped = []
            }
            return (state.waiting, state.stopped)
        }
        loop.withLock { $0 = nil }
        cleanUp()
        for transfer in left { transfer.answer(unsent: .stopped) }
        for continuation in stopped { continuation.resume() }
    }
}

/// A running loop's handle, in the hands of those who may only wake it.
// `curl_multi_wakeup` may be called from any thread, and the inbox calls it under a lock that the end waits for.
struct WakeableLoop: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer

    func wake() { curl_multi_wakeup(multi) }
}
