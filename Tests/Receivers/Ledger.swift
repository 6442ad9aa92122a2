import Foundation
import Synchronization

/// A receiver that takes every post, remembers it by its body, and says of each whether it has it.
final class Ledger: Sendable {
    /// What to do with the post of this number, from 1, once it is written down: nil answers it well, true or false ends
    /// the behaviour with that.
    typealias Twist = @Sendable (_ number: Int, ReceivedRequest, ReceiverConnection) -> Bool?

    private let twist: Twist
    private let taken = Mutex<[String]>([])

    init(_ twist: @escaping Twist = { _, _, _ in nil }) {
        self.twist = twist
    }

    /// The bodies of the posts, in their order.
    var posts: [String] { taken.withLock { $0 } }

    var behaviour: Receiver.Behaviour {
        { [self] request, connection in
            if request.lines[0].hasPrefix("GET ") { return tell(request, connection) }
            let number = taken.withLock { posts in
                posts.append(String(decoding: request.body, as: UTF8.self))
                return posts.count
            }
            return twist(number, request, connection)
                ?? Behaviours.answer(body: #"{"ok":true,"id":"\#(number)"}"#)(request, connection)
        }
    }

    /// Answers a question for the post whose key is the last part of the path.
    private func tell(_ request: ReceivedRequest, _ connection: ReceiverConnection) -> Bool {
        let path = request.lines[0].split(separator: " ")[1]
        let key = path.split(separator: "/").last.map(String.init) ?? ""
        let number = posts.firstIndex { $0.contains(key) }.map { $0 + 1 }
        let answer =
            number.map { Behaviours.answer(body: #"{"id":"\#($0)"}"#) } ?? Behaviours.answer(404, body: "{}")
        return answer(request, connection)
    }
}
