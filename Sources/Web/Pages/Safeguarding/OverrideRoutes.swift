import Operations
import Outreach

/// Letting a finding of a post or revision pass, and taking that back; the page is shown again where it is refused.
struct OverrideRoutes: RouteGroup {
    var routes: [Route] {
        [
            .post("/posts/:post/override", .holding(.override), on: PostPage.show, save: override),
            .post("/posts/:post/withdraw-override", .holding(.override), on: PostPage.show, save: withdraw),
        ]
    }

    private func override(_ visit: Visit) async throws -> Reply {
        let reference = try visit.parameter("post")
        var reader = FormReader(visit.form)
        let reason = reader.required("reason", longest: 300)
        guard let finding = FindingReference(reader.required("finding")),
            let text = ContentHash(reader.required("text"))
        else { throw WebError.badForm }
        try reader.finish()
        let judged = try await visit.workspace.override(
            finding, of: reference, text: text, reason: reason, as: try visit.caller, mode: .perform)
        let left = judged.open.count
        return .done(
            visit.form["back"] ?? "/posts/\(reference)",
            Message(
                vi: left == 0 ? "Đã cho qua. Không còn chỗ nào chặn bài." : "Đã cho qua. Còn \(left) chỗ chặn bài.",
                en: left == 0 ? "Let pass. Nothing keeps the post in." : "Let pass. \(left) more keep the post in."))
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let reference = try visit.parameter("post")
        var reader = FormReader(visit.form)
        let reason = reader.required("reason", longest: 300)
        guard let finding = FindingReference(reader.required("finding")) else { throw WebError.badForm }
        let post = try await visit.workspace.withdrawOverride(
            finding, of: reference, reason: reason, as: try visit.caller, mode: .perform)
        return .done(
            post.state == .draft ? "/posts/\(post.id)" : visit.form["back"] ?? "/posts/\(post.id)",
            "Đã rút lại; bài bị chặn như trước.", "Taken back; the finding stands again.")
    }
}
