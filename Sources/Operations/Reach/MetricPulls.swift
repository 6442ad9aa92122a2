import Delivery
public import Outreach
import Storage

/// What pulling figures from the channels found.
public struct PullReport: Sendable {
    public let samples: [Sample]
    /// Posts whose channel was asked.
    public let posts: [Identifier<Post>]
    public var asked: Int { posts.count }
    /// Channels that did not answer with figures, and why.
    public let failures: [(post: Post, reason: Message)]
}

extension Workspace {
    /// Asks the channels that define a metric pull for the figures of posts whose hour has come.
    ///
    /// A cancelled task asks about no further post and waits for no answer; what was recorded before stays, and the report
    /// names only posts that were asked about to the end.
    ///
    /// - Parameters:
    ///   - ignoringSchedule: asks for every posted item now.
    ///   - leavingOut: posts that were asked about a moment ago.
    public func pullSamples(
        ignoringSchedule: Bool, leavingOut known: Set<Identifier<Post>> = [], as caller: Caller, mode: ChangeMode
    ) async throws -> PullReport {
        let posts = try await postsToAsk(ignoringSchedule: ignoringSchedule, as: caller)
            .filter { !known.contains($0.0.id) }
        guard !posts.isEmpty else { return PullReport(samples: [], posts: [], failures: []) }
        // A renewal that is broken off may lose the only refresh token there is, so it gets the time to end.
        return try await CurlTransport.running(grace: .seconds(10)) { renewals in
            try await CurlTransport.running(grace: .zero) { figures in
                let lines = PullLines(figures: figures, renewals: renewals)
                return try await pull(posts, through: lines, as: caller, mode: mode)
            }
        }
    }

    private func pull(
        _ posts: [(Post, ResolvedChannel, MetricPull)], through lines: PullLines, as caller: Caller, mode: ChangeMode
    ) async throws -> PullReport {
        var samples: [Sample] = []
        var asked: [Identifier<Post>] = []
        var failures: [(Post, Message)] = []
        for (post, channel, pull) in posts {
            if Task.isCancelled { break }
            // Each post for itself: what one network says wrongly spoils no other's figures.
            do {
                let figures = try await ask(pull, about: post, on: channel, through: lines)
                let entries = figures.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    SampleEntry(post: post.id.description, metric: $0.key, value: $0.value)
                }
                samples += try await recordSamples(entries, source: .pulled, as: caller, mode: mode)
            } catch {
                // Broken off, it says nothing about the network.
                if Task.isCancelled { break }
                guard let error = error as? any ReadableError else { throw error }
                failures.append((post, error.message))
            }
            asked.append(post.id)
        }
        return PullReport(samples: samples, posts: asked, failures: failures)
    }

    private func postsToAsk(
        ignoringSchedule: Bool, as caller: Caller
    ) async throws -> [(Post, ResolvedChannel, MetricPull)] {
        try await database.read { tx in
            try tx.authorise(caller, .recordReach)
            let tree = try tx.unitTree()
            let channels = try channels.channels(in: tx)
            var filter = PostFilter()
            filter.states = [.posted]
            filter.limit = 100_000
            var due: [(Post, ResolvedChannel, MetricPull)] = []
            // What a network did not say two months after the last hour it does not say any more.
            let hours = channels.values.flatMap { $0.webhook?.metrics ?? [] }.flatMap(\.after)
            guard let last = hours.max() else { return [] }
            if !ignoringSchedule { filter.from = now - last - .seconds(60 * 86_400) }
            for post in try tx.posts(filter) where try tx.may(caller, .recordReach, for: post.unit, in: tree) {
                guard let channel = channels[post.channel], let pulls = channel.webhook?.metrics, !pulls.isEmpty else {
                    continue
                }
                let pulled = try tx.samples(of: post.id).filter { $0.source == .pulled }.map(\.capturedAt)
                for pull in pulls where ignoringSchedule || pull.isDue(for: post, pulled: pulled, at: now) {
                    due.append((post, channel, pull))
                }
            }
            return due
        }
    }

    private func ask(
        _ pull: MetricPull, about post: Post, on channel: ResolvedChannel, through lines: PullLines
    ) async throws -> [Metric: Int] {
        guard let receipt = post.receipt, let webhook = channel.webhook else { return [:] }
        let keeper = TokenKeeper(vault: tokens, transport: lines.renewals, time: time)
        let secrets = await keeper.current(channel, sendingSecrets(of: channel))
        let request = try RequestPreparation(channel, webhook: webhook).transferRequest(
            for: pull, receipt: receipt, secrets: secrets)
        let report = await lines.figures.perform(request)
        switch report.outcome {
        case .failed(let failure): throw ReachError.pullFailed(channel: channel.slug, detail: failure.message)
        case .answered(let answer):
            guard let figures = pull.samples(status: answer.status, body: answer.body) else {
                throw ReachError.pullFailed(
                    channel: channel.slug,
                    detail: Message(
                        vi: "máy nhận trả lời \(answer.status) không đọc được.",
                        en: "the receiver answered \(answer.status), which cannot be read."))
            }
            return figures
        }
    }
}

/// By what networks are asked for figures, and by what for access tokens.
private struct PullLines {
    let figures: CurlTransport
    let renewals: CurlTransport
}

extension MetricPull {
    /// Whether one of the hours after posting has come and nothing was pulled since.
    fileprivate func isDue(for post: Post, pulled: [Instant], at now: Instant) -> Bool {
        guard let posted = post.receipt?.at else { return false }
        return after.contains { delay in
            let hour = posted + delay
            return hour <= now && !pulled.contains { $0 >= hour }
        }
    }
}
