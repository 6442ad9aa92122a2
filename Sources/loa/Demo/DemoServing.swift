import Operations
import Outreach
import Web

/// After the story: the filled workspace in the browser, with a way in for each of its people.
extension DemoStory {
    /// Serves until Ctrl-C; posts that fall due meanwhile go to the demo's own receiver.
    func serve(_ workspace: Workspace, _ people: DemoPeople, port: Int) async throws {
        clock.advance(to: workspace.zone.instant(workspace.today + 1, .midnight) + .seconds(8 * 3600))
        clock.letRun()
        try await leaveWork(workspace, people)
        let console = console
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await workspace.keepDelivering { console.say($0) } }
            group.addTask {
                try await WebServer(workspace: workspace, options: WebOptions(port: port)).run { port in
                    await invite(people, workspace, at: "http://127.0.0.1:\(port)")
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Something for each to do: a draft, posts to approve and to read out by hand, a material that was revised.
    private func leaveWork(_ workspace: Workspace, _ people: DemoPeople) async throws {
        try await reviseMaterial(workspace, people)
        let materials = try await workspace.searchLibrary(
            LibraryQuery(kind: .hotlineNotice, state: .approved, limit: 1))
        guard let material = materials.first?.material else { return }
        let tomorrow = workspace.today + 1
        for (channel, hour, state) in [
            ("facebook-vh-thanh-xuan", 9, PostState.draft), ("zalo-doan-thanh-xuan", 10, .inReview),
            ("facebook-ca-thanh-xuan", 11, .approved), ("loudspeaker-vh-thanh-xuan", 17, .approved),
        ] {
            guard let time = TimeOfDay(minutes: hour * 60) else { continue }
            var draft = PostDraft(channel: try slug(channel), day: tomorrow, time: time)
            draft.material = material
            let posts = try await workspace.createPosts(draft, as: people.editor, mode: .perform)
            guard state != .draft else { continue }
            _ = try await workspace.review(
                posts.map { $0.id.description }, .submit, comment: "", as: people.editor, mode: .perform)
            guard state == .approved else { continue }
            let seen = try await workspace.readPosts(posts.map(\.id), as: people.approver)
                .compactMap { reading in
                    reading.hash.map { SeenPost(reading.post.id.description, hash: $0) }
                }
            _ = try await workspace.approve(seen, comment: "", as: people.approver, mode: .perform)
        }
    }

    private func reviseMaterial(_ workspace: Workspace, _ people: DemoPeople) async throws {
        let newest = try await workspace.material(try slug("nam-ngon-tay-an-toan")).revisions.first
        guard let newest else { return }
        let old = newest.content
        let revised = MaterialContent(
            material: old.material, kind: old.kind, title: old.title, summary: old.summary, audiences: old.audiences,
            topics: old.topics, source: old.source, duration: old.duration, level: old.level, validity: old.validity,
            media: old.media, body: old.body + "\n\nDán ở nơi các em đi qua hằng ngày.", variants: old.variants)
        _ = try await workspace.saveMaterial(revised, basedOn: newest.hash, as: people.editor, mode: .perform)
    }

    private func invite(_ people: DemoPeople, _ workspace: Workspace, at address: String) async {
        tell("Mở trong trình duyệt", "In the browser", "Loa đang chạy tại \(address)", "Loa is running at \(address)")
        for (caller, vietnamese, english) in [
            (people.editor, "biên tập", "editor"), (people.approver, "người duyệt", "approver"),
            (people.logger, "cán bộ ghi buổi tuyên truyền", "field logger"), (people.clerk, "thư ký", "clerk"),
            (people.administrator, "quản trị", "administrator"),
        ] {
            guard case .user(let user) = caller,
                let link = try? await workspace.makeLogInLink(for: user, as: .program)
            else { continue }
            console.say("  \(vietnamese): \(address)\(link.path)", "  \(english): \(address)\(link.path)")
        }
        console.say(
            "  Mỗi đường dẫn dùng một lần. Ctrl-C để dừng.", "  Each link works once. Ctrl-C to stop.")
    }
}
