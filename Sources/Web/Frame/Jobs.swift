import Outreach
import Synchronization

/// Long work that a page started: it goes on when the page is left, and tells its progress to whoever looks.
final class Jobs: Sendable {
    /// Where a job stands.
    struct State: Sendable {
        var progress: Message
        var end: End?
    }

    enum End: Sendable {
        /// What was done, and where to see it.
        case done(Message, path: String)
        /// What was found out, drawn for whoever looks.
        case found(@Sendable (Visit) -> HTML)
        case failed(Message)
    }

    private struct Entry {
        let owner: Slug
        var state: State
        var listeners: [Int: AsyncStream<State>.Continuation] = [:]
    }

    private let entries = Mutex<(next: Int, all: [String: Entry])>((0, [:]))
    private static let kept = 200

    /// Starts the work and returns the path of the page that shows it.
    func start(
        _ first: Message, for owner: Slug,
        _ work: @escaping @Sendable (_ report: @escaping @Sendable (Message) -> Void) async throws -> End
    ) -> String {
        var generator = SystemRandomNumberGenerator()
        let id = String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
        entries.withLock { entries in
            entries.all[id] = Entry(owner: owner, state: State(progress: first))
            entries.next += 1
            if entries.all.count > Jobs.kept, let old = entries.all.first(where: { $0.value.state.end != nil }) {
                entries.all[old.key] = nil
            }
        }
        Task {
            do {
                let end = try await work { progress in self.update(id) { $0.progress = progress } }
                self.update(id) { $0.end = end }
            } catch let error as any ReadableError {
                self.update(id) { $0.end = .failed(error.message) }
            } catch {
                self.update(id) { $0.end = .failed(Jobs.unexpected) }
            }
        }
        return "/jobs/\(id)"
    }

    /// Nil where there is no such job, or it is someone else's.
    func state(_ id: String, for owner: Slug) -> State? {
        entries.withLock { entries in
            entries.all[id].flatMap { $0.owner == owner ? $0.state : nil }
        }
    }

    /// Each new state from now on, ending with the last.
    func states(_ id: String, for owner: Slug) -> AsyncStream<State>? {
        guard state(id, for: owner) != nil else { return nil }
        let (stream, continuation) = AsyncStream.makeStream(of: State.self, bufferingPolicy: .bufferingNewest(1))
        entries.withLock { entries in
            guard let state = entries.all[id]?.state else { return continuation.finish() }
            continuation.yield(state)
            guard state.end == nil else { return continuation.finish() }
            entries.next += 1
            entries.all[id]?.listeners[entries.next] = continuation
        }
        return stream
    }

    private func update(_ id: String, _ change: (inout State) -> Void) {
        entries.withLock { entries in
            guard var entry = entries.all[id] else { return }
            change(&entry.state)
            for listener in entry.listeners.values {
                listener.yield(entry.state)
                if entry.state.end != nil { listener.finish() }
            }
            entries.all[id] = entry
        }
    }

    static let unexpected = Message(
        vi: "Có lỗi không lường trước. Dữ liệu đã lưu không bị ảnh hưởng; hãy thử lại.",
        en: "Something unexpected went wrong. What was stored is not affected; try again.")
}
