import Outreach

/// What a test knows of posts from having done everything itself; it asks the program nothing.
struct ApprovalModel {
    struct Yes {
        let who: String
        let text: String
        let channel: Int
        let secret: Int
    }

    struct Known {
        let author: String
        var editors: Set<String> = []
        var text: String
        /// Given since the post last changed, was sent back or submitted, in order.
        var yes: [Yes] = []
        /// Texts that block and that somebody who did not write them let pass.
        var letPass: Set<String> = []

        func wrote(_ who: String) -> Bool { author == who || editors.contains(who) }
    }

    var posts: [Identifier<Post>: Known] = [:]
    /// What has not gone out, oldest first.
    var open: [Identifier<Post>] = []
    var rights: [String: Set<Role>] = [
        "lan": [.editor], "hoa": [.editor], "minh": [.approver], "tam": [.approver], "phap": [.checker],
    ]
    var mode = ApprovalMode.twoPerson
    var channel = 0
    var secret = 0
    var holds: Set<HoldScope> = []

    mutating func add(_ post: Post, by author: String) {
        posts[post.id] = Known(author: author, text: post.text)
        open.append(post.id)
    }

    func may(_ who: String, _ permission: Permission) -> Bool {
        rights[who, default: []].contains { $0.permissions.contains(permission) }
    }

    /// Why a post must not leave now; nil where it may.
    func reasonToStay(_ id: Identifier<Post>, sending text: String) -> String? {
        guard let post = posts[id] else { return "nobody made it" }
        let over = holds.contains { hold in
            if case .post(let held) = hold { held == id } else { true }
        }
        guard !over else { return "it is held" }
        guard text == post.text else { return "another text than it has" }
        guard let last = post.yes.last else { return "nobody approved it" }
        guard post.yes.allSatisfy({ $0.text == text }) else { return "another text was approved" }
        guard last.channel == channel else { return "the channel changed" }
        guard last.secret == secret else { return "the secret changed" }
        guard may(last.who, .approve) else { return "\(last.who) may not approve any more" }
        guard mode == .single || !post.wrote(last.who) else { return "\(last.who) wrote it" }
        guard !text.contains(Self.blamed) || post.letPass.contains(text) else { return "it blames a child" }
        return mode == .chain ? gap(in: post) : nil
    }

    /// What is missing of the chain.
    private func gap(in post: Known) -> String? {
        let rights: [Permission] = [.edit, .check, .approve]
        guard post.yes.count == rights.count else { return "\(post.yes.count) steps of three" }
        guard Set(post.yes.map(\.who)).count == rights.count else { return "one person gave two steps" }
        let given = zip(post.yes, rights).allSatisfy { may($0.who, $1) && !post.wrote($0.who) }
        return given ? nil : "a step was given by somebody without the right"
    }

    static let blamed = "do ăn mặc hở hang"
}

/// Numbers that look like chance and are the same for the same seed (SplitMix64, Steele and others 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
