import Outreach

/// Posts as rows: when, what, where, and how it stands in words.
struct PostTable {
    let visit: Visit
    let names: PublishingNames
    /// Whether each row has a box to tick.
    var isTickable = false
    /// After a refusal what was ticked stays ticked.
    var isRefused = false

    func html(_ posts: [Post]) -> HTML {
        TableView(
            visit.t("Bài đăng theo thời điểm", "Posts by their moment"),
            (isTickable ? [.init(name: visit.t("Chọn", "Tick"))] : []) + [
                .init(name: visit.t("Giờ đăng", "Moment")), .init(name: visit.t("Bài", "Post")),
                .init(name: visit.t("Kênh", "Channel")), .init(name: visit.t("Trạng thái", "State")),
            ],
            rows: posts.map(row)
        ).html
    }

    private func row(_ post: Post) -> [HTML] {
        let campaign = post.campaign.html { "<br><span class=\"hint\">\(names.campaign($0))</span>" }
        let reason = [.unknown, .failed, .missed, .retrying, .draft].contains(post.state) ? post.reason : nil
        return (isTickable ? [tick(post)] : []) + [
            "\(visit.formats.stamp(post.moment))<br><span class=\"hint\">\(visit.formats.weekday(post.zone.day(of: post.moment)))</span>",
            "<a href=\"/posts/\(post.id)\">\(post.title)</a>\(campaign)",
            HTML(text: names.channel(post.channel)),
            "\(visit.badge(post.state))\(reason.html { "<br><span class=\"hint\">\(visit.t($0).shortened(to: 120))</span>" })",
        ]
    }

    private func tick(_ post: Post) -> HTML {
        let isTicked = isRefused && visit.form.all("post").contains(post.id.description)
        return """
            <label class="tick"><input type="checkbox" name="post" value="\(post.id)" \(flag: "checked", if: isTicked)>\
            <span class="unseen">\(post.title), \(visit.formats.moment(post.moment))</span></label>
            """
    }
}

extension String {
    /// The beginning of a long text, with a sign that it goes on.
    func shortened(to count: Int) -> String {
        self.count <= count ? self : self.prefix(count) + "…"
    }
}
