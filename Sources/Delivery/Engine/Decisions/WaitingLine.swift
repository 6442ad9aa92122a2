import Outreach

/// Claimed posts that wait for a transfer: first come, first served within a channel, channels in turn.
struct WaitingLine: Sendable {
    private struct Queue {
        let lane: Lane
        var posts: [Identifier<Post>] = []
        var first = 0

        var isEmpty: Bool { first == posts.count }

        mutating func takeFirst() -> Identifier<Post> {
            defer { first += 1 }
            return posts[first]
        }
    }

    private var queues: [Slug: Queue] = [:]
    private var order: [Slug] = []

    var isEmpty: Bool { order.isEmpty }

    /// The lanes somebody waits in.
    var lanes: [Lane] { order.compactMap { queues[$0]?.lane } }

    mutating func append(_ post: Identifier<Post>, in lane: Lane) {
        if queues[lane.channel] == nil {
            queues[lane.channel] = Queue(lane: lane)
            order.append(lane.channel)
        }
        queues[lane.channel]?.posts.append(post)
    }

    /// Takes the one who has waited longest in this lane.
    mutating func popFirst(of lane: Lane) -> Identifier<Post>? {
        guard let place = queues.index(forKey: lane.channel) else { return nil }
        let post = queues.values[place].takeFirst()
        if queues.values[place].isEmpty {
            queues.remove(at: place)
            order.removeAll { $0 == lane.channel }
        }
        return post
    }

    /// Lets the next channel go first.
    mutating func rotate() {
        guard order.count > 1 else { return }
        order.append(order.removeFirst())
    }

    mutating func remove(_ post: Identifier<Post>, in lane: Lane) {
        guard var queue = queues[lane.channel] else { return }
        queue.posts = queue.posts[queue.first...].filter { $0 != post }
        queue.first = 0
        queues[lane.channel] = queue.posts.isEmpty ? nil : queue
        if queue.posts.isEmpty { order.removeAll { $0 == lane.channel } }
    }
}
