import Operations
import Outreach

/// What can be done with a post in the state it is in, by whoever reads it.
struct PostActions {
    let visit: Visit
    let reading: PostReading
    let refusal: Refusal?

    private var post: Post { reading.post }
    private var path: String { "/posts/\(post.id)" }
    private var isByHand: Bool { reading.channel?.byHand != nil }

    var html: HTML {
        let actions = review + result + edit + hold
        guard !actions.isEmpty else { return .empty }
        return
            "<section class=\"card post-actions\"><h2>\(visit.t("Việc cần làm", "What to do"))</h2>\(actions)</section>"
    }

    private var review: HTML {
        guard post.state == .inReview, reading.rights.mayReject else { return .empty }
        let css = reading.rights.approvalObstacle == nil ? "button button-primary" : "button"
        return "<p>\(visit.link(visit.t("Đọc và duyệt", "Read and decide"), "/approvals/\(post.id)", css: css))</p>"
    }

    private var edit: HTML {
        guard reading.rights.mayEdit else { return .empty }
        let form = FormView(visit)
        var buttons = HTML.empty
        if allows(.submit) {
            buttons += form.button(
                visit.t("Gửi duyệt", "Submit"), action: "\(path)/submit", css: "button button-primary")
        }
        if allows(.retry) {
            buttons += form.button(
                visit.t("Gửi lại", "Send again"), action: "\(path)/retry", css: "button button-primary")
        }
        if allows(.edit) {
            buttons += visit.link(visit.t("Sửa", "Edit"), "\(path)/edit", css: "button")
        }
        if allows(.cancel) { buttons += cancel }
        guard !buttons.isEmpty else { return .empty }
        return "<div class=\"cluster\">\(buttons)</div>\(editHint)"
    }

    private func allows(_ event: PostEvent) -> Bool {
        (try? post.state.after(event, mayBeOut: reading.mayBeOut)) != nil
    }

    private var cancel: HTML {
        let question =
            reading.mayBeOut
            ? visit.t(
                "Bỏ bài này? Bài có thể đã ra kênh: sau đó hãy xem kênh và ghi lại.",
                "Drop this post? It may be out: look at the channel afterwards and write down what you saw.")
            : visit.t("Bỏ bài này? Không lấy lại được.", "Drop this post? It cannot be taken back.")
        return """
            <form method="post" action="\(path)/cancel" class="inline" \
            data-ask="\(question)">\
            \(FormView(visit).token)<button class="button button-danger">\(visit.t("Bỏ bài", "Drop"))</button></form>
            """
    }

    private var editHint: HTML {
        let isLate = post.notAfter < visit.workspace.now
        return switch post.state {
        case .approved, .inReview:
            "<p class=\"hint\">\(visit.t("Sửa xong, bài thành nháp và phải duyệt lại.", "Once changed it is a draft and has to be approved anew."))</p>"
        case .missed where isLate, .failed where isLate:
            "<p class=\"hint\">\(visit.t("Đã quá giờ: gửi lại là đăng ngay, nên phải duyệt lại trước.", "Its time has passed: sending again means at once, so it has to be approved anew first."))</p>"
        default: .empty
        }
    }

    private var result: HTML {
        guard reading.rights.mayEdit else { return .empty }
        switch post.state {
        case .unknown, .missed: return PostResolution(visit: visit, reading: reading, refusal: refusal).html
        case .approved where isByHand:
            return """
                <p>\(visit.link(visit.t("Mở bộ nội dung để đăng tay", "Open the kit to post by hand"), "\(path)/kit", css: "button button-primary"))</p>
                """
        default: return .empty
        }
    }

    private var hold: HTML {
        let own = reading.holds.first { $0.scope == .post(post.id) }
        let others = reading.holds.filter { $0.scope != .post(post.id) }
        let held: HTML = others.html { hold in
            """
            <p>\(visit.t("Đang dừng gửi", "Held")): \(visit.t(hold.scope.words)). \
            <a href="/holds">\(visit.t("Xem các lệnh dừng", "See the holds"))</a></p>
            """
        }
        guard reading.rights.mayHold else { return held }
        if let own {
            let form = FormView(visit)
            return """
                \(held)<p>\(visit.t("Bài đang dừng", "The post is held")): \(own.reason)</p>
                \(form.button(visit.t("Cho gửi lại bài này", "Release this post"), action: "\(path)/release"))
                """
        }
        guard [.draft, .inReview, .approved, .retrying].contains(post.state) else { return held }
        let form = FormView(visit, refusal)
        return """
            \(held)<details class="fold"><summary>\(visit.t("Dừng gửi bài này", "Hold this post"))</summary>
            \(form(action: "\(path)/hold", submit: visit.t("Dừng gửi", "Hold"), danger: true, form.input(
                "reason", visit.t("Lý do", "Reason"), required: true)))</details>
            """
    }
}
