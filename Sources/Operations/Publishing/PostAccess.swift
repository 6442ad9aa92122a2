public import Outreach
import Storage

extension Workspace {
    /// Posts of the caller's units in order of their moment.
    public func posts(_ filter: PostFilter, as caller: Caller) async throws -> [Post] {
        try await database.read { tx in
            try tx.authorise(caller, .view)
            if let channel = filter.channel { _ = try channels.require(channel, in: tx) }
            if let campaign = filter.campaign { _ = try tx.requireCampaign(campaign, namedBy: caller) }
            if let unit = filter.unit { try tx.requireUnit(unit) }
            var filter = filter
            filter.units = try tx.visibleUnits(within: nil, to: caller)
            return try tx.posts(filter)
        }
    }

    /// One post with everything that was said and tried; another unit's post is as if it did not exist.
    public func post(
        _ reference: String, as caller: Caller
    ) async throws -> (post: Post, comments: [Comment], attempts: [AttemptRecord], holds: [Hold]) {
        try await database.read { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            let tree = try tx.unitTree()
            return (
                post, try tx.comments(of: post.id), try tx.attempts(of: post.id),
                try tx.holds().filter { $0.scope.covers(post, in: tree) }
            )
        }
    }

    /// The holds that lie over something of the caller's units; another unit's, with its reason, is not theirs to see.
    public func holds(as caller: Caller) async throws -> [Hold] {
        try await database.read { try holds(visibleTo: caller, in: $0) }
    }

    func holds(visibleTo caller: Caller, in tx: ReadTransaction) throws -> [Hold] {
        let holds = try tx.holds()
        guard let units = try tx.visibleUnits(within: nil, to: caller) else { return holds }
        let tree = try tx.unitTree()
        return try holds.filter { try isOver($0.scope, units, caller, tree, in: tx) }
    }

    private func isOver(
        _ scope: HoldScope, _ units: [Slug], _ caller: Caller, _ tree: UnitTree, in tx: ReadTransaction
    ) throws -> Bool {
        switch scope {
        case .everything: return true
        // Also where it lies over the unit above.
        case .unit(let unit):
            return try tx.may(caller, .view, for: unit, in: tree) || units.contains { tree.isSubject($0, within: unit) }
        case .campaign(let id):
            guard let campaign = try tx.campaign(id) else { return false }
            return try tx.may(caller, .view, for: campaign.owner, in: tree)
                || campaign.units.contains(where: units.contains)
        case .channel(let slug):
            return try channels.channels(in: tx)[slug].map { units.contains($0.channel.unit) } ?? false
        case .post(let id): return try tx.post(id).map { units.contains($0.unit) } ?? false
        }
    }
}

extension ReadTransaction {
    /// A post by its id or by the end of it, at least four characters.
    ///
    /// - Throws: ``PublishingError/unknownPost(_:)``, also where the caller may not see it.
    func requirePost(_ reference: String, visibleTo caller: Caller) throws -> Post {
        let found: [Post]
        if let id = Identifier<Post>(reference) {
            found = try [post(id)].compactMap(\.self)
        } else {
            found = reference.utf8.count >= 4 ? try posts(endingWith: reference) : []
        }
        let tree = try unitTree()
        let visible = try found.filter { try may(caller, .view, for: $0.unit, in: tree) }
        guard let first = visible.first else { throw PublishingError.unknownPost(reference) }
        guard visible.count == 1 else { throw PublishingError.ambiguousPost(reference) }
        return first
    }
}

extension HoldScope {
    /// Whether a hold of this scope lies over everything of a unit.
    func covers(_ unit: Slug, in tree: UnitTree) -> Bool {
        switch self {
        case .everything: true
        case .unit(let held): tree.isSubject(unit, within: held)
        case .campaign, .channel, .post: false
        }
    }

    /// Whether a hold of this scope lies over the post.
    func covers(_ post: some HeldPost, in tree: UnitTree) -> Bool {
        switch self {
        case .everything, .unit: covers(post.unit, in: tree)
        case .campaign(let campaign): post.campaign == campaign
        case .channel(let channel): post.channel == channel
        case .post(let id): post.id == id
        }
    }
}

/// What of a post a hold can lie over.
protocol HeldPost {
    var id: Identifier<Post> { get }
    var unit: Slug { get }
    var channel: Slug { get }
    var campaign: Slug? { get }
}

extension Post: HeldPost {}
extension CalendarPost: HeldPost {}
