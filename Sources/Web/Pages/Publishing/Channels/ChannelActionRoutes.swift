import Operations
import Outreach

/// What is pressed on a channel's page; where it is refused, the page is shown again with the reason.
struct ChannelActionRoutes: RouteGroup {
    var routes: [Route] {
        [
            .post("/channels/:channel/dry-run", .holding(.edit), on: ChannelPage.show, save: dryRun),
            .post("/channels/:channel/test", .holding(.edit), on: ChannelPage.show, save: test),
            .post("/channels/:channel/enable", .holding(.edit), on: ChannelPage.show, save: enable),
            .post("/channels/:channel/disable", .holding(.edit), on: ChannelPage.show, save: disable),
            .post("/channels/:channel/hold", .holding(.hold), on: ChannelPage.show, save: hold),
            .post("/channels/:channel/release", .holding(.hold), on: ChannelPage.show, save: release),
        ]
    }

    private func dryRun(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let text = reader.text("text", longest: 20_000)
        if text.trimmed.isEmpty { _ = reader.required("text") }
        try reader.finish()
        let trial = try await visit.workspace.testChannel(
            try visit.slug("channel"), text: text, dryRun: true, as: try visit.caller)
        let shown: HTML = """
            <section class="card" role="status"><h2>\(visit.t("Yêu cầu sẽ gửi (chưa gửi gì)", "What would be sent (nothing was)"))</h2>
            \(visit.requests(trial.requests, isOpen: true))</section>
            """
        return .page(try await ChannelPage.show(visit, nil, rehearsed: shown))
    }

    /// A receiver may take its time: the page goes on to where the work is followed.
    private func test(_ visit: Visit) async throws -> Reply {
        guard let person = visit.person else { throw WebError.notSignedIn }
        let (slug, caller, workspace) = (try visit.slug("channel"), try visit.caller, visit.workspace)
        // Whoever may not is told here and not later.
        _ = try await workspace.testChannel(slug, dryRun: true, as: caller)
        let path = visit.jobs.start(
            Message(vi: "Đang gửi tin thử tới “\(slug)”…", en: "Sending the test message to “\(slug)”…"),
            for: person.id
        ) { _ in
            let test = try await workspace.testChannel(slug, dryRun: false, as: caller)
            return test.end(at: "/channels/\(slug)")
        }
        return .seeOther(path)
    }

    private func enable(_ visit: Visit) async throws -> Reply {
        let slug = try visit.slug("channel")
        let enabling = try await visit.workspace.enableChannel(
            slug, reason: try reason(visit), as: try visit.caller, mode: .perform)
        return .done("/channels/\(slug)", enabling.message)
    }

    private func disable(_ visit: Visit) async throws -> Reply {
        let slug = try visit.slug("channel")
        try await visit.workspace.disableChannel(
            slug, reason: try reason(visit), as: try visit.caller, mode: .perform)
        return .done(
            "/channels/\(slug)", "Đã tắt kênh; bài của kênh vẫn nằm chờ.",
            "The channel is off; its posts stay in the queue.")
    }

    private func hold(_ visit: Visit) async throws -> Reply {
        let slug = try visit.slug("channel")
        _ = try await visit.workspace.hold(
            .channel(slug), reason: try reason(visit), as: try visit.caller, mode: .perform)
        return .done("/channels/\(slug)", "Đã dừng gửi kênh này.", "The channel is held.")
    }

    private func release(_ visit: Visit) async throws -> Reply {
        let slug = try visit.slug("channel")
        try await visit.workspace.release(.channel(slug), as: try visit.caller, mode: .perform)
        return .done("/channels/\(slug)", "Đã cho gửi lại.", "The channel is released.")
    }

    private func reason(_ visit: Visit) throws -> String {
        var reader = FormReader(visit.form)
        let reason = reader.optional("reason", longest: 300) ?? ""
        try reader.finish()
        return reason
    }
}

extension ChannelTest {
    /// What came of it, in a sentence.
    func end(at path: String) -> Jobs.End {
        let status = status.map { " (HTTP \($0))" } ?? ""
        switch conclusion {
        case .posted(let receipt)?:
            let link = receipt.link.map { " \($0)" } ?? ""
            return .done(
                Message(
                    vi: "Kênh đã nhận tin thử\(status).\(link)",
                    en: "The channel took the test message\(status).\(link)"),
                path: path)
        case .retry(_, let reason, _)?, .unknown(let reason)?, .failed(let reason)?, .missed(let reason)?,
            .channelDisabled(let reason)?, .putBack(let reason)?:
            let answer = answer.map { " “\($0.shortened(to: 300))”" } ?? ""
            return .failed(
                Message(
                    vi: "Tin thử chưa qua\(status): \(reason.vietnamese)\(answer)",
                    en: "The test message did not go through\(status): \(reason.english)\(answer)"))
        case nil: return .failed(Jobs.unexpected)
        }
    }
}
