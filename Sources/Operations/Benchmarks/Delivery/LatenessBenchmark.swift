import Delivery
public import Foundation
public import Outreach
import Storage
import Synchronization

/// Whether receivers that hang make others late: many posts due at one moment over many channels, a tenth of which never
/// answer, each channel with a receiver of its own.
public struct LatenessBenchmark: Sendable {
    public struct Options: Sendable {
        public var posts = 10_000
        public var channels = 200
        /// A folder with content to begin with.
        public let content: URL

        public init(content: URL) {
            self.content = content
        }

        var hanging: Int { channels / 10 }
    }

    /// What was measured; lateness in milliseconds after the common moment, of posts whose receivers answer.
    public struct Result: Sendable, Encodable {
        public let posts: Int
        public let channels: Int
        public let hanging: Int
        public let healthyPosts: Int
        public let healthyPosted: Int
        public let median: Int
        public let percentile99: Int
        public let maximum: Int
    }

    private let options: Options

    public init(_ options: Options) {
        self.options = options
    }

    public func run(progress: @escaping @Sendable (Message) -> Void) async throws -> Result {
        let folder = try ThrowAwayFolder()
        var receiving = FastReceiver.Options()
        receiving.ports = options.channels
        receiving.hanging = options.hanging
        let receiver = try ReceiverProcess.own(receiving)
        defer { receiver.stop() }
        let workspace = try await DeliveryWorkspace.make(
            at: folder.url.appending(path: "workspace"), copying: options.content, ports: receiver.ports, concurrency: 4
        )
        let slugs = (1...options.channels).compactMap { Slug("bench-\($0)") }
        let each = options.posts / options.channels
        // Far enough ahead that all of them are in the queue and the engine idles when their moment comes.
        let moment = workspace.now + .seconds(4 + Int64(options.posts / 2000))
        for slug in slugs { try await workspace.fillWithPosts(each, on: slug, due: moment, as: .program) }
        let healthy = Array(slugs.prefix(options.channels - options.hanging))
        try await send(workspace, until: healthy.count * each, progress)
        let late = try await workspace.database.read { try $0.lateness(on: healthy) }
        return Result(
            posts: each * options.channels, channels: options.channels, hanging: options.hanging,
            healthyPosts: healthy.count * each, healthyPosted: late.count, median: late.percentile(0.5),
            percentile99: late.percentile(0.99), maximum: late.last ?? 0)
    }

    /// Lets the engine run until so many posts are out, a minute at most.
    private func send(
        _ workspace: Workspace, until count: Int, _ progress: @escaping @Sendable (Message) -> Void
    ) async throws {
        let posted = Mutex(0)
        let engine = Task {
            try await workspace.deliver(.forever(every: .seconds(1)), settings: EngineSettings()) { summary in
                posted.withLock { $0 = summary.posted }
            }
        }
        for _ in 0..<1200 {
            try await Task.sleep(for: .milliseconds(50))
            let done = posted.withLock(\.self)
            progress(Message(vi: "Đã đăng \(done)…", en: "Posted \(done)…"))
            if done >= count { break }
        }
        engine.cancel()
        _ = try await engine.value
    }
}

extension [Int] {
    /// The value below which this share of the sorted numbers lies.
    func percentile(_ share: Double) -> Int {
        isEmpty ? 0 : self[Swift.min(count - 1, Swift.max(0, Int((Double(count) * share).rounded(.up)) - 1))]
    }
}
