import Operations
import Outreach

/// Sends every open slot of a campaign for review: at once, or as work that shows how far it is where there are many.
struct CampaignSubmission: Sendable {
    let visit: Visit

    init(_ visit: Visit) { self.visit = visit }

    /// Up to so many slots are a matter of a moment.
    private static let few = 30

    func start() async throws -> Reply {
        let id = try visit.slug("campaign")
        let (workspace, caller) = (visit.workspace, try visit.caller)
        let view = try await workspace.campaign(id, as: caller)
        let posted = view.posted
        let count = view.slots.count { $0.isOpen(besides: posted) }
        guard count > CampaignSubmission.few, let person = visit.person else {
            let submitted = try await workspace.submitCampaign(id, as: caller, mode: .perform)
            let kind: Said.Kind = submitted.left.isEmpty ? .done : .warning
            return .seeOther(submitted.path(of: id), Said(kind: kind, message: submitted.summary))
        }
        let path = visit.jobs.start(CampaignSubmission.progress(0, count), for: person.id) { report in
            let submitted = try await workspace.submitCampaign(id, as: caller, mode: .perform) { done, all in
                if done % 10 == 0 { report(CampaignSubmission.progress(done, all)) }
            }
            return .done(submitted.summary, path: submitted.path(of: id))
        }
        return .seeOther(path)
    }

    private static func progress(_ done: Int, _ all: Int) -> Message {
        Message(vi: "Đang gửi duyệt: \(done) trên \(all) mục…", en: "Submitting: \(done) of \(all) slots…")
    }
}

extension CampaignSubmitted {
    /// Where to see it: what was left out, where something was.
    func path(of campaign: Slug) -> String {
        "/campaigns/\(campaign)" + (left.isEmpty ? "" : "?state=planned")
    }

    /// What was done, and for each reason how many slots were left.
    var summary: Message {
        let reasons = Dictionary(grouping: left, by: \.reason).map { (reason: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.reason.vietnamese) < ($0.count, $1.reason.vietnamese) }
        let shown = reasons.prefix(5)
        let vietnamese = shown.map { " \($0.count) mục: \($0.reason.vietnamese)" }.joined()
        let english = shown.map { " \($0.count): \($0.reason.english)" }.joined()
        guard !left.isEmpty else {
            return posts.isEmpty
                ? Message(
                    vi: "Không còn mục nào để gửi duyệt: mọi mục đã thành bài hoặc đã bỏ.",
                    en: "Nothing is left to submit: every slot is a post or was dropped.")
                : Message(
                    vi: "Đã gửi duyệt \(posts.count) bài. Người có quyền duyệt sẽ thấy ở trang Duyệt.",
                    en: "\(posts.count) posts were submitted. Approvers see them under Approvals.")
        }
        return Message(
            vi: "Đã gửi duyệt \(posts.count) bài; \(left.count) mục còn lại, vẫn giữ nguyên.\(vietnamese)",
            en: "\(posts.count) posts were submitted; \(left.count) slots are left as they were.\(english)")
    }
}
