import Outreach

@testable import Storage

private typealias Make = StorageFixture

/// Samples of posts that went out.
enum SampleFixture {
    static func sample(
        _ number: Int, of post: Post, _ value: Int, _ metric: Metric = .views, at second: Int = 0,
        source: SampleSource = .typed, isEstimated: Bool = false
    ) throws -> Sample {
        Sample(
            id: try Make.id(number), post: post.id, metric: metric, value: value,
            capturedAt: Make.now + .seconds(second), source: source, isEstimated: isEstimated, recordedBy: "an")
    }

    /// The post as it is after it went out.
    static func posted(_ post: Post, at instant: Instant = Make.now) -> Post {
        var posted = post
        posted.state = .posted
        posted.receipt = Receipt(remoteID: nil, link: nil, at: instant)
        return posted
    }
}

extension Database {
    /// Adds a post and sends it out, for counting.
    func addPosted(
        _ post: Post, at instant: Instant = StorageFixture.now, kind: ChannelKind = .social,
        material: MaterialKind? = nil
    ) async throws {
        let posted = SampleFixture.posted(post, at: instant)
        try await write { tx in
            try tx.insert(post, channelKind: kind, materialKind: material)
            _ = try tx.update(posted, from: post.state)
        }
    }

    func add(_ samples: [Sample]) async throws -> [Bool] {
        try await write { tx in try samples.map { try tx.insert($0, zone: .vietnam) } }
    }
}
