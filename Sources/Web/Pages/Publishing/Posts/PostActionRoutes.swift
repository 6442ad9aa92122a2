import Operations
import Outreach

/// What is pressed on a post's page; where it is refused, the page is shown again with the reason.
struct PostActionRoutes: RouteGroup {
    var routes: [Route] {
        let steps: [ReviewStep] = [.submit, .cancel, .retry]
        return steps.map { step in
            .post("/posts/:post/\(step.rawValue)", .holding(.edit), on: PostPage.show) { try await take(step, $0) }
        } + [
            .post("/posts/:post/resolve", .holding(.edit), on: PostPage.show, save: resolve),
            .post("/posts/:post/hold", .holding(.hold), on: PostPage.show, save: hold),
            .post("/posts/:post/release", .holding(.hold), on: PostPage.show, save: release),
        ]
    }

    private func take(_ step: ReviewStep, _ visit: Visit) async throws -> Reply {
        let posts = try await visit.workspace.review(
            [try visit.parameter("post")], step, comment: visit.form["comment"] ?? "", as: try visit.caller,
            mode: .perform)
        let path = "/posts/\(try visit.parameter("post"))"
        if posts.first?.state == .unknown { return .done(path, PostDoubtWords.takenBack) }
        switch step {
        case .submit: return .done(path, "Đã gửi duyệt.", "Submitted for review.")
        case .cancel: return .done(path, "Đã bỏ bài; bài không được gửi nữa.", "Dropped; it will not be sent.")
        case .retry, .reject:
            return posts.first?.state == .inReview
                ? .done(
                    path, "Bài sẽ đăng ngay sau khi được duyệt lại.",
                    "The post goes out as soon as it is approved anew.")
                : .done(path, "Bài sẽ được gửi lại.", "The post will be sent again.")
        }
    }

    private func resolve(_ visit: Visit) async throws -> Reply {
        let reference = try visit.parameter("post")
        let reading = try await visit.workspace.readPost(reference, as: try visit.caller)
        var reader = FormReader(visit.form)
        let finding = try PostFindingReader(reading: reading).finding(&reader)
        let post = try await visit.workspace.resolvePost(
            reference, finding, comment: reader.optional("comment") ?? "", as: try visit.caller, mode: .perform)
        switch post.state {
        case .posted: return .done("/posts/\(reference)", "Đã ghi là đã đăng.", "Written down as posted.")
        case .inReview:
            return .done(
                "/posts/\(reference)", "Đã quá giờ nên bài phải được duyệt lại trước khi gửi.",
                "Its time has passed, so it has to be approved anew before it is sent.")
        case .draft:
            return .done(
                "/posts/\(reference)", "Đã ghi: bài chưa ra kênh. Bài là nháp, sửa hoặc bỏ được.",
                "Written down: it is not out. It is a draft, to be changed or dropped.")
        default: return .done("/posts/\(reference)", "Bài sẽ được gửi lại.", "The post will be sent again.")
        }
    }

    private func hold(_ visit: Visit) async throws -> Reply {
        var reader = FormReader(visit.form)
        let reason = reader.required("reason", longest: 300)
        try reader.finish()
        _ = try await visit.workspace.hold(
            try await scope(visit), reason: reason, as: try visit.caller, mode: .perform)
        return .done(
            "/posts/\(try visit.parameter("post"))", "Đã dừng gửi bài này.", "The post is held.")
    }

    private func release(_ visit: Visit) async throws -> Reply {
        try await visit.workspace.release(try await scope(visit), as: try visit.caller, mode: .perform)
        return .done(
            "/posts/\(try visit.parameter("post"))", "Đã cho gửi lại bài này.", "The post is released.")
    }

    private func scope(_ visit: Visit) async throws -> HoldScope {
        guard let id = Identifier<Post>(try visit.parameter("post")) else { throw WebError.noPage }
        return .post(id)
    }
}

/// What a page says where a post that may be out was taken back.
enum PostDoubtWords {
    static let takenBack = Message(
        vi: "Bài không tự gửi nữa, nhưng có thể đã ra kênh: xem kênh rồi ghi lại điều đã thấy.",
        en: "It is not sent any more, but it may be out: look at the channel and write down what you saw.")
}

/// Reads what a person found out about a post.
struct PostFindingReader {
    let reading: PostReading

    func finding(_ reader: inout FormReader) throws -> PostFinding {
        if let finding = notOut(reader.fields["finding"]) {
            if !reader.fields.has("looked") {
                reader.refuse("looked", Self.lookFirst)
                throw PostResolutionRefusal.notLooked
            }
            return finding
        }
        let link = reader.optional("link", longest: 2000)
        if let link, !link.lowercased().hasPrefix("https://"), !link.lowercased().hasPrefix("http://") {
            reader.refuse("link", Message(vi: "Đường dẫn bắt đầu bằng https://", en: "A link begins with https://"))
        }
        let metric = reading.channel?.byHand?.waitFor.metric
        let figure = metric == nil ? nil : reader.requiredInteger("figure", in: 0...10_000_000)
        let (day, time) = (reader.day("day"), reader.time("time"))
        try reader.finish()
        let at = day.map { reading.post.zone.instant($0, time ?? .midnight) }
        return .posted(link: link, at: at, figure: metric.flatMap { metric in figure.map { (metric, $0) } })
    }

    private func notOut(_ word: String?) -> PostFinding? {
        switch word {
        case "again": .sendAgain
        case "draft": .notOut
        default: nil
        }
    }

    private static let lookFirst = Message(
        vi: "Hãy xem kênh trước rồi đánh dấu ô này.", en: "Look at the channel first, then tick this box.")
}

/// Why a finding was not taken.
enum PostResolutionRefusal: ReadableError {
    case notLooked

    var kind: FailureKind { .usage }

    var message: Message {
        Message(
            vi: "Chưa ghi gì: hãy mở kênh xem bài có ở đó không, rồi đánh dấu ô “đã xem”.",
            en:
                "Nothing was written down: look at the channel whether the post is there, then tick the box that says so."
        )
    }
}
