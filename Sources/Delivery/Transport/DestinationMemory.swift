import Synchronization

/// Remembers the last URLs that were judged: most requests of a channel go to one and the same, and the judgement follows
/// from nothing but what is asked. Refusals are judged anew.
enum DestinationMemory {
    private struct Question: Hashable {
        let url: String
        let loopbackAllowed: Bool
        let hosts: [String]
    }

    private static let capacity = 256
    private static let known = Mutex<[Question: Destination]>([:])

    static func judge(
        _ url: String, loopbackAllowed: Bool, hosts: [String]
    ) throws(DestinationError) -> Destination {
        let question = Question(url: url, loopbackAllowed: loopbackAllowed, hosts: hosts)
        if let destination = known.withLock({ $0[question] }) { return destination }
        let destination = try Destination.judge(url, loopbackAllowed: loopbackAllowed, hosts: hosts)
        known.withLock { known in
            if known.count >= capacity { known = [:] }
            known[question] = destination
        }
        return destination
    }
}
