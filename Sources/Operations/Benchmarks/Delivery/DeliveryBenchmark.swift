import Delivery
public import Foundation
public import Outreach
import Storage

/// How many posts a second leave durably, held against libcurl with nothing around it.
public struct DeliveryBenchmark: Sendable {
    public struct Options: Sendable {
        public var count: Int
        public var connections: Int
        /// A receiver on this machine; nil starts one.
        public var url: String?
        /// A folder with content to begin with.
        public var content: URL

        public init(count: Int, connections: Int, url: String?, content: URL) {
            self.count = count
            self.connections = connections
            self.url = url
            self.content = content
        }
    }

    /// What was measured. Rates are a second, memory is in MiB, lateness in milliseconds after the common moment.
    public struct Result: Sendable, Encodable {
        public let receiver: String
        public let count: Int
        public let connections: Int
        public let bodyBytes: Int
        public let posted: Int
        public let rawPerSecond: [Int]
        public let durablePerSecond: Int
        public let ratio: Double
        public let seconds: Double
        public let cpuSeconds: Double
        public let latenessMedian: Int
        public let latenessPercentile95: Int
        public let latenessPercentile99: Int
        public let latenessMaximum: Int
        /// Resident memory of the process by how much of the posts was out.
        public let memory: [MemoryAt]
        public let databaseMegabytes: Int
    }

    public struct MemoryAt: Sendable, Encodable {
        public let percent: Int
        public let megabytes: Int
    }

    private let options: Options

    public init(_ options: Options) {
        self.options = options
    }

    /// - Parameter progress: called with what is being done and how much of it is.
    public func run(progress: @escaping @Sendable (Message) -> Void) async throws -> Result {
        let folder = try ThrowAwayFolder()
        let receiver = try options.url == nil ? ReceiverProcess.fastest(in: folder.url) : nil
        defer { receiver?.stop() }
        let url = options.url ?? "http://127.0.0.1:\(receiver?.ports.first ?? 0)/post"
        guard let target = try? Destination.judge(url, loopbackAllowed: true), target.host == "127.0.0.1",
            target.scheme == .http
        else { throw BenchmarkError.notLoopback }
        let path = String(url.split(separator: "/", maxSplits: 3).dropFirst(2).first ?? "post")
        let workspace = try await DeliveryWorkspace.make(
            at: folder.url.appending(path: "workspace"), copying: options.content, ports: [target.port], path: path,
            concurrency: options.connections)
        guard let channel = Slug(DeliveryWorkspace.channel) else { throw BenchmarkError.notLoopback }
        try await workspace.fillWithPosts(options.count, on: channel, as: .program) { done in
            progress(Message(vi: "Đã tạo \(done) bài…", en: "Made \(done) posts…"))
        }
        let request = try await workspace.firstRequest(on: channel)
        let raw = RawLoop(url: url, body: request.body, headers: request.headers)
        let before = try await rawRate(raw)
        // No receiver is given every transfer there is, so there are more; the channel's limit keeps to the connections.
        let sending = try await SendingMeasurement(workspace, transfers: 2 * options.connections, count: options.count)
            .run(progress: progress)
        let after = try await rawRate(raw)
        let late = try await workspace.database.read { try $0.latenessPercentiles([0.5, 0.95, 0.99, 1]) }
        let rate = Double(options.count) / sending.seconds
        return Result(
            receiver: receiver?.kind.rawValue ?? url, count: options.count, connections: options.connections,
            bodyBytes: request.body.count, posted: sending.summary.posted, rawPerSecond: [Int(before), Int(after)],
            durablePerSecond: Int(rate), ratio: (rate / max(before, after) * 1000).rounded() / 1000,
            seconds: sending.seconds, cpuSeconds: sending.cpuSeconds, latenessMedian: late[0],
            latenessPercentile95: late[1], latenessPercentile99: late[2], latenessMaximum: late[3],
            memory: sending.memory, databaseMegabytes: workspace.databaseMegabytes)
    }

    /// The plain loop on a thread of its own, for long enough to be compared and not longer.
    private func rawRate(_ loop: RawLoop) async throws -> Double {
        let (requests, connections) = (min(max(options.count, 20_000), 200_000), options.connections)
        let result = await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: loop.run(requests: requests, connections: connections)) }.start()
        }
        guard let result, result.failures == 0 else { throw BenchmarkError.receiverFails(result?.failures ?? requests) }
        return result.perSecond
    }
}

extension Workspace {
    /// The request of the first post of a channel, as it will leave.
    fileprivate func firstRequest(on slug: Slug) async throws -> TransferRequest {
        try await database.read { tx in
            let channel = try channels.require(slug, in: tx)
            guard let webhook = channel.webhook, let step = webhook.steps.first,
                let post = try tx.duePosts(on: slug, SendingScope(channels: [slug]), until: now, limit: 1).first
            else { throw PublishingError.byHandOnly(slug) }
            return try RequestPreparation(channel, webhook: webhook).transferRequest(
                for: step, post: values(of: post, on: channel), secrets: [:], captures: [:], at: now)
        }
    }

    var databaseMegabytes: Int {
        let size = try? FileManager.default.attributesOfItem(atPath: folder.databaseFile.path)[.size] as? Int
        return (size ?? 0) / 1_048_576
    }
}
