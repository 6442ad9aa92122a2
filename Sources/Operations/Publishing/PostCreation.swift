import Foundation
public import Outreach
import Storage

extension Workspace {
    /// Makes a draft, or one for every occurrence of a repetition: each is a post of its own to be approved.
    public func createPosts(
        _ draft: PostDraft, repeating recurrence: Recurrence? = nil, as caller: Caller, mode: ChangeMode
    ) async throws -> [Post] {
        let days = try recurrence?.days(from: draft.day) ?? [draft.day]
        let series = recurrence.map { _ in makeID(of: Post.self).description }
        return try await change(mode) { tx in
            try days.map { day in
                var draft = draft
                draft.day = day
                return try create(draft, series: series, as: caller, in: tx)
            }
        }
    }

    /// The one way a post comes to be: from the command line, a campaign, a file.
    func create(_ draft: PostDraft, series: String?, as caller: Caller, in tx: WriteTransaction) throws -> Post {
        let channel = try channels.require(draft.channel, in: tx)
        try tx.authorise(caller, .edit, for: channel.channel.unit)
        let revision = try draft.material.map { try usable($0, on: draft.day, in: tx) }
        guard let title = draft.title ?? revision?.content.title.vi,
            let text = try draft.text ?? variant(of: revision, for: channel.kind),
            !title.trimmed.isEmpty, !text.trimmed.isEmpty
        else { throw PublishingError.textMissing }
        let post = post(
            draft, title: title, text: text, revision: revision, on: channel, series: series, by: caller)
        guard post.moment > now else { throw PublishingError.inPast(draft.time.written(on: draft.day)) }
        try requireWebAddress(post.link)
        try checkFit(post, on: channel, in: tx)
        if draft.campaign != nil {
            // Nobody looks at each post of a campaign as it is made: what could not be submitted is not made.
            try checkRendering(of: post, on: channel, in: tx)
            let judged = try judge(in: tx).judged(post, kind: revision?.content.kind)
            guard judged.mayGoOut else { throw SafeguardingRefusal(judged) }
        }
        try requireOnlyOne(post, in: tx)
        do {
            try tx.insert(post, channelKind: channel.kind, materialKind: revision?.content.kind)
        } catch StorageError.duplicate {
            throw PublishingError.alreadyScheduled(channel: channel.slug, at: draft.time.written(on: draft.day))
        }
        try tx.comment(Comment(at: now, author: caller.name, action: "posts.create", text: ""), on: post.id)
        try tx.audit(
            at: now, actor: caller.name, action: "posts.create", subject: post.id.description,
            detail: "\(channel.slug) \(post.moment) \(draft.material?.description ?? "—")")
        return post
    }

    /// The same text goes to a channel once at a moment, however the posts came to it: made, moved or reworded.
    func requireOnlyOne(_ post: Post, in tx: ReadTransaction) throws {
        guard try tx.hasPost(like: post) else { return }
        let (day, time, _) = post.zone.clock(of: post.moment)
        throw PublishingError.alreadyScheduled(channel: post.channel, at: time.written(on: day))
    }

    /// The post a draft comes to, with the channel's own tolerance unless the draft says otherwise.
    func post(
        _ draft: PostDraft, title: String, text: String, revision: Revision?, on channel: ResolvedChannel,
        series: String? = nil, by caller: Caller
    ) -> Post {
        let moment = zone.instant(draft.day, draft.time)
        return Post(
            id: makeID(), unit: channel.channel.unit, channel: channel.slug, campaign: draft.campaign,
            slotKey: draft.slotKey, series: series, material: draft.material, revision: revision?.hash,
            title: title.normalized.trimmed, text: text.normalized, link: draft.link,
            media: revision?.content.media ?? [],
            audiences: draft.audiences.isEmpty ? revision?.content.audiences ?? [] : draft.audiences, moment: moment,
            zone: zone, notAfter: moment + (draft.tolerance ?? channel.preset.notAfter ?? Post.defaultTolerance),
            author: caller.name, createdAt: now)
    }

    /// - Throws: ``PublishingError/badLink(_:)`` where a reader could not open the link in a browser.
    func requireWebAddress(_ link: String?) throws(PublishingError) {
        guard let link else { return }
        let address = URLComponents(string: link)
        guard let scheme = address?.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = address?.host, !host.isEmpty, !link.utf8.contains(where: { $0 <= 0x20 })
        else { throw .badLink(link) }
    }

    func usable(_ material: Slug, on day: Day, in tx: ReadTransaction) throws -> Revision {
        guard let revision = try tx.approvedRevision(of: material) else {
            throw try tx.revisions(of: material).isEmpty
                ? LibraryError.unknownMaterial(material, suggestions: [])
                : LibraryError.noApprovedRevision(material)
        }
        guard revision.content.validity.contains(day) else {
            throw PublishingError.notValidOn(material: material, day: day)
        }
        return revision
    }

    func variant(of revision: Revision?, for kind: ChannelKind) throws -> String? {
        guard let revision else { return nil }
        guard let variant = revision.content.variant(for: kind) else {
            throw PublishingError.noVariant(material: revision.content.material, kind: kind)
        }
        return variant.text
    }

    /// Whether the channel takes a text of this length. Loa never cuts one: the help line stands at its end.
    func checkFit(_ post: Post, on channel: ResolvedChannel, in tx: ReadTransaction) throws {
        let values = values(of: post, on: channel)
        let limit = channel.preset.text?.limit(withMedia: channel.takesMedia(of: values))
        let numbers = channel.mayPart(values) ? try tx.helpLineNumbers() : []
        guard case .tooLong(let length, let maximum) = limit?.fit(values.text, protecting: numbers) else { return }
        throw PublishingError.tooLong(length: length, maximum: maximum)
    }
}
