public import Foundation
public import Outreach
import Storage

/// Everything a person needs to post by hand: the text, the files, the steps, and what to write down afterwards.
public struct PostKit: Sendable {
    public let post: Post
    public let channel: LocalizedText
    public let steps: [LocalizedText]
    public let record: ByHandDelivery.Record
    public let files: [(name: String, alternativeText: String, location: URL)]
}

extension Workspace {
    /// The copy-and-post kit of an approved post on a by-hand channel, or of one that was posted.
    ///
    /// - Throws: ``PublishingError/cannotRender(_:)`` where a file is not what was approved, or may not be seen any more.
    public func kit(for reference: String, as caller: Caller) async throws -> PostKit {
        let kit: PostKit = try await database.read { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            let channel = try channels.require(post.channel, in: tx)
            guard let byHand = channel.byHand else { throw PublishingError.notByHand(channel.slug) }
            guard post.state == .approved || post.state == .posted else {
                throw PostTransitionError(state: post.state, event: .resolvePosted)
            }
            let tree = try tx.unitTree()
            if post.state == .approved, let hold = try tx.holds().first(where: { $0.scope.covers(post, in: tree) }) {
                throw PublishingError.held(by: hold.by, reason: hold.reason)
            }
            if post.state == .approved,
                let defect = try ApprovalCheck(self, in: tx).defect(of: post, on: channel)
            {
                throw PublishingError.cannotRender(defect.message)
            }
            if post.state == .posted { try requireSeen(post, in: tx) }
            return PostKit(
                post: post, channel: channel.channel.name, steps: byHand.steps, record: byHand.waitFor,
                files: post.media.map { ($0.name, $0.alternativeText, media.location(of: $0.hash)) })
        }
        try requireWhole(kit.post.media)
        return kit
    }

    /// A film may be large, so the files are read after the transaction; under their hash they never change rightly.
    private func requireWhole(_ files: [MediaFile]) throws {
        for file in files {
            do {
                _ = try media.bytes(of: file.hash)
            } catch let error as MediaStoreError {
                throw PublishingError.cannotRender(
                    Message(
                        vi: "“\(file.name)” không dùng được. \(error.message.vietnamese)",
                        en: "“\(file.name)” cannot be used. \(error.message.english)"))
            }
        }
    }

    /// What was posted once is not posted again with a picture that may not be seen any more; an approved post is held
    /// against all the rules anyway.
    private func requireSeen(_ post: Post, in tx: ReadTransaction) throws {
        let pictures = try PictureCheck(tx).pictures(of: post.media, on: today)
        let names = pictures.known.filter(\.isKeptIn).map { "“\($0.file)”" }.joined(separator: ", ")
        guard names.isEmpty else {
            throw PublishingError.cannotRender(
                Message(
                    vi: "\(names) không được đăng nữa: có nạn nhân, hoặc thiếu bản đồng ý còn hiệu lực.",
                    en: "\(names) may not be seen any more: a victim, or a child without a consent that holds."))
        }
        if let unsaid = pictures.unknown.first { throw PublishingError.cannotRender(unsaid) }
    }
}
