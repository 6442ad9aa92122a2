import Foundation
import Operations
import Outreach
import Web

/// The demo, stage by stage, each told in a line or two with the figures it really produced.
struct DemoStory: Sendable {
    let console: Console
    let folder: URL
    let source: URL
    let clock: DemoClock
    let receiver: LocalReceiver
    /// Where the pages are served afterwards; nil leaves it at the story.
    let servingPort: Int?

    func tell() async throws {
        console.say(
            "Trình diễn: đồng hồ được vặn nhanh qua tháng 6/\(clock.year); bài được gửi thật bằng libcurl tới máy này.",
            "Demo: the clock is turned quickly through June \(clock.year); posts really leave through libcurl to this machine."
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (ports, announce) = AsyncStream.makeStream(of: Int.self)
            group.addTask {
                try await receiver.run { port in announce.yield(port) }
                announce.finish()
            }
            for await port in ports.prefix(1) { try await chain(port: port) }
            group.cancelAll()
        }
    }

    private func chain(port: Int) async throws {
        let workspace = try await DemoWorkspace(root: folder, source: source, port: port).make(time: clock.source)
        try await importLibrary(workspace)
        let people = try await DemoPeople.join(workspace)
        try await approveLibrary(workspace, people)
        let campaign = try await plan(workspace, people)
        try await approve(campaign, workspace, people)
        let automatic = try await deliver(campaign, workspace)
        try await postByHand(campaign, workspace, people)
        let turns = try await holdSessions(workspace, people)
        try await pullReach(workspace, people)
        try await report(workspace, people, automatic: automatic, turns: turns)
        if let servingPort { try await serve(workspace, people, port: servingPort) }
    }

    private func importLibrary(_ workspace: Workspace) async throws {
        let report = try await workspace.importContent(as: .program, mode: .perform)
        let materials = report.effects["material"]?[.added] ?? 0
        tell(
            "Thư viện", "Library",
            "\(report.filesRead) tệp → \(materials) tài liệu, \(report.effects["unit"]?[.added] ?? 0) đơn vị, "
                + "\(report.effects["indicator"]?[.added] ?? 0) chỉ tiêu; \(report.problems.count) lỗi.",
            "\(report.filesRead) files → \(materials.of("material", "materials")), \(report.effects["unit"]?[.added] ?? 0) units, "
                + "\(report.effects["indicator"]?[.added] ?? 0) indicators; \(report.problems.count.of("mistake", "mistakes"))."
        )
    }

    private func approveLibrary(_ workspace: Workspace, _ people: DemoPeople) async throws {
        let approved = try await workspace.decideMaterials([], .approved, as: people.approver, mode: .perform)
        let found = try await workspace.searchLibrary(LibraryQuery(text: "bi mat khong vui", limit: 3))
        let titles = found.map { "“\($0.title(console.language))”" }.joined(separator: ", ")
        tell(
            "", "", "\(approved.count) tài liệu được duyệt. Tìm “bi mat khong vui” thấy \(titles).",
            "\(approved.count) materials approved. Searching “bi mat khong vui” finds \(titles).")
    }

    private func plan(_ workspace: Workspace, _ people: DemoPeople) async throws -> Slug {
        let planned = try await workspace.planCampaign(
            playbook: try slug("action-month"), year: clock.year, owner: try slug("bcd-138-thanh-xuan"), units: [],
            as: people.editor, mode: .perform)
        let slots = planned.proposal.slots
        let posts = slots.filter { $0.channel != nil }.count
        let unmet = planned.proposal.notes.filter { $0.severity == .unmet }
        tell(
            "Kế hoạch", "Planning",
            "\(planned.campaign.name.vi): \(posts) bài trên kênh, \(slots.count - posts) buổi; "
                + "\(planned.proposal.notes.count - unmet.count) mục được dời cho hợp khung giờ, \(unmet.count) điều chưa đáp ứng.",
            "\(planned.campaign.name.en): \(posts.of("post", "posts")), \(slots.count - posts) sessions; "
                + "\(planned.proposal.notes.count - unmet.count) slots moved to fit, \(unmet.count.of("thing", "things")) not satisfied."
        )
        for note in unmet.prefix(2) { console.say("  ! \(note.message.vietnamese)", "  ! \(note.message.english)") }
        return planned.campaign.id
    }

    private func approve(_ campaign: Slug, _ workspace: Workspace, _ people: DemoPeople) async throws {
        let submitted = try await workspace.submitCampaign(campaign, as: people.editor, mode: .perform)
        let seen = try await workspace.campaignToApprove(campaign, as: people.approver).hash
        let own = try await refusal {
            try await workspace.approveCampaign(campaign, seeing: seen, comment: "", as: people.editor, mode: .perform)
        }
        let approved = try await workspace.approveCampaign(
            campaign, seeing: seen, comment: "Đã đọc từng bài.", as: people.approver, mode: .perform)
        tell(
            "Duyệt", "Approval",
            "\(submitted.posts.count) bài gửi duyệt. Người soạn tự duyệt: bị từ chối\(own ? "" : "?!"). Người khác duyệt \(approved.count) bài, "
                + "mỗi bài ghim vào mã băm của đúng nội dung, kênh và giờ.",
            "\(submitted.posts.count) posts submitted. Their author approving them: refused\(own ? "" : "?!"). Someone else approved \(approved.count), "
                + "each pinned to a hash of exactly its text, channel and hour.")
    }

    private func refusal(_ work: () async throws -> [Post]) async throws -> Bool {
        do {
            return try await work().isEmpty
        } catch is OrganisationError {
            return true
        } catch is PublishingError {
            return true
        } catch is PostRefusal {
            return true
        }
    }

    func tell(_ stageVi: String, _ stageEn: String, _ vietnamese: String, _ english: String) {
        console.say(
            stageVi.isEmpty ? "  \(vietnamese)" : "\n▸ \(stageVi)\n  \(vietnamese)",
            stageEn.isEmpty ? "  \(english)" : "\n▸ \(stageEn)\n  \(english)")
    }
}
