public import Outreach
import Storage

/// What to change about a post; what is nil stays as it is.
public struct PostEdit: Sendable, Hashable {
    public var title: String?
    public var text: String?
    /// An empty text takes the link away.
    public var link: String?
    public var day: Day?
    public var time: TimeOfDay?
    /// How long after its moment it may still go out.
    public var tolerance: Duration?

    public init() {}
}

extension Workspace {
    /// Changes a post that is not being sent; it is a draft again afterwards, to be submitted anew.
    public func editPost(
        _ reference: String, title: String?, text: String?, day: Day?, time: TimeOfDay?, as caller: Caller,
        mode: ChangeMode
    ) async throws -> Post {
        var edit = PostEdit()
        (edit.title, edit.text, edit.day, edit.time) = (title, text, day, time)
        return try await editPost(reference, edit, as: caller, mode: mode)
    }

    /// - Parameter seen: what the editor had before them; refused where somebody else changed the post meanwhile, so
    ///   that nobody's work is written over unseen. Nil asks nothing.
    public func editPost(
        _ reference: String, _ edit: PostEdit, seeing seen: ContentHash? = nil, as caller: Caller, mode: ChangeMode
    ) async throws -> Post {
        try await change(mode) { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            if let seen, seen != PostContent(post).hash { throw PublishingError.editedMeanwhile(post.editors.sorted()) }
            return try self.edit(post, edit, as: caller, in: tx)
        }
    }

    func edit(_ post: Post, _ edit: PostEdit, as caller: Caller, in tx: WriteTransaction) throws -> Post {
        try tx.authorise(caller, .edit, for: post.unit)
        var changed = post
        changed.state = try post.state.after(.edit, mayBeOut: tx.mayBeOut(post))
        try apply(edit, to: &changed)
        guard !changed.title.isEmpty, !changed.text.trimmed.isEmpty else { throw PublishingError.textMissing }
        guard changed.moment > now else { throw PublishingError.inPast(post.zone.written(changed.moment)) }
        // A receiver that honours keys would answer the one it knows with the words it was sent before.
        let isReworded = (changed.title, changed.text, changed.link) != (post.title, post.text, post.link)
        if isReworded { changed.keyedAfter = post.attempts }
        changed.editors.insert(caller.name)
        changed.approval = nil
        changed.reason = nil
        if edit.link != nil { try requireWebAddress(changed.link) }
        try requireOnlyOne(changed, in: tx)
        try checkFit(changed, on: try channels.require(post.channel, in: tx), in: tx)
        try save(changed, from: post.state, comment: "", action: "posts.edit", as: caller, in: tx)
        return changed
    }

    private func apply(_ edit: PostEdit, to post: inout Post) throws {
        if let title = edit.title { post.title = title.normalized.trimmed }
        if let text = edit.text { post.text = text.normalized }
        if let link = edit.link?.normalized.trimmed { post.link = link.isEmpty ? nil : link }
        let tolerance = edit.tolerance ?? post.notAfter - post.moment
        if edit.day != nil || edit.time != nil {
            post.moment = post.zone.instant(
                edit.day ?? post.zone.day(of: post.moment), edit.time ?? post.zone.time(of: post.moment))
        }
        post.notAfter = post.moment + tolerance
    }
}

extension PostContent {
    /// Changes exactly when a part that can be edited does.
    public var hash: ContentHash {
        let facts = [
            title, text, link ?? "", String(moment.milliseconds), zone.name, String(notAfter.milliseconds),
        ]
        return ContentHash.sha256(of: facts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n"))
    }
}
