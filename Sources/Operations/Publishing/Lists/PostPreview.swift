public import Outreach
import Storage

/// A post that is being written, as it would come out; nothing is stored.
public struct PostPreview: Sendable {
    public let channel: ResolvedChannel
    /// The revision the text is taken from.
    public let revision: Revision?
    public let title: String
    public let text: String
    /// As the channel counts.
    public let length: Int
    public let maximum: Int?
    public let sending: PostSending?
    public let moment: Instant
    public let notAfter: Instant
    /// Nil for a channel by hand, which no program opens.
    public let opening: PostOpening?
    /// Every day it comes; one where it does not repeat.
    public let days: [Day]
    /// Why it cannot be made like this, as far as can be told without making it.
    public let problems: [Message]
    /// What the safeguarding rules find in it; nil while there is no text, and where there are no rules.
    public let judged: JudgedText?
}

extension Workspace {
    /// How a draft would come out, with whatever stands in its way told beside it.
    public func previewPost(
        _ draft: PostDraft, repeating recurrence: Recurrence?, as caller: Caller
    ) async throws -> PostPreview {
        try await database.read { tx in
            let channel = try channels.require(draft.channel, in: tx)
            try tx.authorise(caller, .edit, for: channel.channel.unit)
            var problems: [Message] = []
            func tell<Value>(_ body: () throws -> Value?) rethrows -> Value? {
                do {
                    return try body()
                } catch let error as any ReadableError {
                    problems.append(error.message)
                    return nil
                }
            }
            let revision: Revision? = try tell {
                guard let material = draft.material else { return nil }
                return try usable(material, on: draft.day, in: tx)
            }
            let fitted: String? = try tell {
                draft.text == nil ? try variant(of: revision, for: channel.kind) : nil
            }
            let days = try tell { try recurrence?.days(from: draft.day) ?? [draft.day] } ?? [draft.day]
            let (text, title) = (draft.text ?? fitted ?? "", draft.title ?? revision?.content.title.vi ?? "")
            let post = post(draft, title: title, text: text, revision: revision, on: channel, by: caller)
            if post.moment <= now { problems.append(PublishingError.inPast(draft.time.written(on: draft.day)).message) }
            if title.trimmed.isEmpty || text.trimmed.isEmpty { problems.append(PublishingError.textMissing.message) }
            let numbers = try tx.helpLineNumbers()
            let sending = text.trimmed.isEmpty ? nil : sending(of: post, on: channel, protecting: numbers)
            if let defect = sending?.defect { problems.append(defect) }
            let judged: JudgedText? = try tell {
                guard sending != nil else { return nil }
                return try judge(in: tx).judged(post, kind: revision?.content.kind)
            }
            return PostPreview(
                channel: channel, revision: revision, title: post.title, text: post.text,
                length: TextLimit.length(of: post.text), maximum: channel.preset.text?.maximum, sending: sending,
                moment: post.moment, notAfter: post.notAfter,
                opening: channel.webhook == nil ? nil : channel.hours.opening(for: post), days: days,
                problems: problems, judged: judged)
        }
    }
}
