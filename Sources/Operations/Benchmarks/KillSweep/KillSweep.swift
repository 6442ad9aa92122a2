import Delivery
public import Foundation
public import Outreach
import Storage

/// Kills the real program again and again while it sends to real receivers, starts it anew, and at the end holds what
/// the receivers have written down against the database.
public struct KillSweep: Sendable {
    public struct Options: Sendable {
        public var kills: Int
        /// Of the times at which it is killed.
        public var seed: UInt64
        /// A folder with content to begin with.
        public var content: URL

        public init(kills: Int, seed: UInt64, content: URL) {
            self.kills = kills
            self.seed = seed
            self.content = content
        }
    }

    /// What came of it. A receiver that honours keys has one effect for each key, however often it comes.
    public struct Result: Sendable, Encodable {
        public internal(set) var kills = 0
        /// Kills at the n-th call of a system call, by that call; the others came at random times.
        public internal(set) var killsAtStep: [String: Int] = [:]
        public internal(set) var killsAtRandom = 0
        /// Kills that left posts in `sending`, and how many posts in all.
        public internal(set) var killsWhileSending = 0
        public internal(set) var interrupted = 0
        public internal(set) var keyedPosts = 0
        public internal(set) var keyedRequests = 0
        public internal(set) var plainPosts = 0
        public internal(set) var plainRequests = 0
        /// Posts without a promise that wait for a person to look.
        public internal(set) var unknown = 0
        public internal(set) var lost = 0
        public internal(set) var duplicates = 0
        public internal(set) var automaticResends = 0

        public var isGood: Bool { lost == 0 && duplicates == 0 && automaticResends == 0 }
    }

    private let options: Options

    public init(_ options: Options) {
        self.options = options
    }

    public func run(progress: @escaping @Sendable (Message) -> Void) async throws -> Result {
        let folder = try ThrowAwayFolder()
        let logs = ["keyed", "plain"].map { folder.url.appending(path: "\($0).log").path }
        let receivers = try logs.map { log in
            var options = FastReceiver.Options()
            options.log = log
            options.delay = .milliseconds(2)
            return try ReceiverProcess.own(options)
        }
        defer { for receiver in receivers { receiver.stop() } }
        let workspace = try await SweptWorkspace.make(
            at: folder.url.appending(path: "workspace"), copying: options.content, ports: receivers.flatMap(\.ports))
        var (result, random) = (Result(), SeededRandom(seed: options.seed))
        try await fill(workspace)
        let length = try await ContinuousClock().measure {
            try await Victim(root: workspace.root, way: .untouched).run()
        }
        var victims = Victims(root: workspace.root, length: length, &random)
        while result.kills < options.kills {
            try await fill(workspace)
            let victim = victims.next(&random)
            if try await victim.run() {
                result.count(victim, interrupted: try await workspace.database.read { try $0.postsInSending().count })
            }
            progress(Message(vi: "Đã giết \(result.kills) lần…", en: "Killed \(result.kills) times…"))
        }
        try await Victim(root: workspace.root, way: .untouched).run()
        try await reconcile(workspace, logs: logs, &result)
        return result
    }

    private func fill(_ workspace: Workspace) async throws {
        for channel in SweptWorkspace.channels { try await workspace.fillWithPosts(24, on: channel, as: .program) }
    }

    private func reconcile(_ workspace: Workspace, logs: [String], _ result: inout Result) async throws {
        let requests = try logs.map { try RequestCounts(log: $0) }
        for (number, channel) in SweptWorkspace.channels.enumerated() {
            var filter = PostFilter()
            filter.channel = channel
            filter.limit = .max
            let posts = try await workspace.database.read { [filter] in try $0.posts(filter) }
            let seen = requests[number]
            for post in posts {
                let count = seen.byKey[post.id.description] ?? 0
                switch post.state {
                case .posted: if count == 0 { result.lost += 1 }
                case .unknown where number == 1: result.unknown += 1
                default: result.lost += 1
                }
                if number == 1, count > 1 { result.automaticResends += 1 }
            }
            let known = Set(posts.map(\.id.description))
            // Under a key a post takes effect once; a request under any other key would be a second effect.
            if number == 0 { result.duplicates += seen.byKey.keys.filter { !known.contains($0) }.count }
            if number == 0 {
                (result.keyedPosts, result.keyedRequests) = (posts.count, seen.total)
            } else {
                (result.plainPosts, result.plainRequests) = (posts.count, seen.total)
            }
        }
    }
}

extension KillSweep.Result {
    fileprivate mutating func count(_ victim: Victim, interrupted posts: Int) {
        kills += 1
        interrupted += posts
        if posts > 0 { killsWhileSending += 1 }
        switch victim.way {
        case .atCall(let call, _): killsAtStep[call, default: 0] += 1
        case .after, .untouched: killsAtRandom += 1
        }
    }
}

/// How often each key reached a receiver.
private struct RequestCounts {
    private(set) var byKey: [String: Int] = [:]
    private(set) var total = 0

    init(log: String) throws {
        let text = FileManager.default.fileExists(atPath: log) ? try String(contentsOfFile: log, encoding: .utf8) : ""
        for line in text.split(separator: "\n") {
            byKey[String(line), default: 0] += 1
            total += 1
        }
    }
}
