import Operations
import Outreach

/// What waits to be approved: what the reader can decide first, in groups that can be read in one go.
struct ApprovalPages: RouteGroup {
    var routes: [Route] {
        [.get("/approvals", .signing) { .page(try await queue($0)) }]
    }

    /// More groups than this are told of, not drawn.
    private static let mostGroups = 40
    private static let mostRows = 8

    private func queue(_ visit: Visit) async throws -> Page {
        let queue = try await visit.workspace.approvalQueue(as: try visit.caller)
        let names = try await PublishingNames(visit)
        let grouping = visit.query["by"].flatMap(ApprovalGrouping.init) ?? .campaign
        let title = visit.t("Duyệt", "Approvals")
        return Page(
            title, in: .approvals,
            main: """
                \(visit.heading(title, HTML(text: visit.t(
                    "Đọc đúng những gì sẽ được gửi. Duyệt là duyệt đúng bản đã đọc: bài đổi sau đó thì phải đọc lại.",
                    "Read exactly what will be sent. You approve what you read: a post that changes afterwards has to be read again."))))
                \(mine(queue, grouping, names, visit))
                \(others(queue, names, visit))
                """)
    }

    private func mine(
        _ queue: ApprovalQueue, _ grouping: ApprovalGrouping, _ names: PublishingNames, _ visit: Visit
    ) -> HTML {
        guard !queue.mine.isEmpty else {
            return visit.empty(
                visit.t("Không có bài nào chờ bạn duyệt", "Nothing waits for your approval"),
                visit.t(
                    "Khi người soạn gửi duyệt, bài sẽ hiện ở đây.",
                    "When somebody submits a post, it appears here."),
                action: visit.link(visit.t("Xem bài đăng", "See posts"), "/posts", css: "button"))
        }
        let groups = grouping.groups(of: queue.mine)
        return """
            <div class="cluster queue-head"><p class="queue-count"><strong>\(visit.formats.number(queue.mine.count))</strong> \
            \(visit.t("bài chờ bạn", "posts wait for you"))</p>\
            <nav class="cluster" aria-label="\(visit.t("Xếp theo", "Group by"))">\(ApprovalGrouping.allCases.html { other in
                """
                <a class="button button-small" href="/approvals?by=\(other.rawValue)" \
                \(attribute: "aria-current", other == grouping ? "true" : nil)>\(visit.t(other.words))</a>
                """
            })</nav>\
            <a class="button button-primary" href="/approvals/read">\(visit.t("Đọc lần lượt tất cả", "Read all in turn"))</a></div>
            \(queue.isCut ? visit.notice(.warn, HTML(text: visit.t(
                "Có hơn \(Workspace.longestApprovalQueue) bài đang chờ; dưới đây là những bài sớm nhất.",
                "More than \(Workspace.longestApprovalQueue) posts are in review; these are the earliest."))) : .empty)
            \(groups.prefix(Self.mostGroups).html { group($0, names, visit) })
            \(further(groups.count - Self.mostGroups, visit))
            """
    }

    private func further(_ count: Int, _ visit: Visit) -> HTML {
        guard count > 0 else { return .empty }
        let text = visit.t(
            "Còn \(count) nhóm nữa; chúng hiện ra khi các nhóm trên đã xong.",
            "\(count) more groups; they appear as those above are done.")
        return "<p>\(text)</p>"
    }

    private func more(_ count: Int, _ visit: Visit) -> HTML {
        count > 0 ? "<p class=\"hint\">\(visit.t("và \(count) bài nữa", "and \(count) more"))</p>" : .empty
    }

    private func group(_ group: ApprovalGroup, _ names: PublishingNames, _ visit: Visit) -> HTML {
        let name = group.key.name(names, visit)
        let rest = group.posts.count - Self.mostRows
        return """
            <section class="card queue-group"><div class="queue-group-head"><h2>\(name) \
            <span class="hint">\(visit.t("\(group.posts.count) bài", "\(group.posts.count.of("post", "posts"))"))</span></h2>\
            <a class="button" href="/approvals/read\(group.key.query)">\(visit.t("Đọc và duyệt cả nhóm", "Read and approve the group"))\
            <span class="unseen"> \(name)</span></a></div>
            <ul class="queue">\(group.posts.prefix(Self.mostRows).html { row($0, names, visit) })</ul>
            \(more(rest, visit))
            </section>
            """
    }

    private func row(_ post: WaitingPost, _ names: PublishingNames, _ visit: Visit) -> HTML {
        """
        <li><a href="/approvals/\(post.id)">\(post.title)</a> <span class="hint">\(visit.formats.stamp(post.moment)) · \
        \(names.channel(post.channel)) · \(names.person(post.author))</span></li>
        """
    }

    private func others(_ queue: ApprovalQueue, _ names: PublishingNames, _ visit: Visit) -> HTML {
        guard !queue.others.isEmpty else { return .empty }
        let shown = queue.others.prefix(50)
        return """
            <section><h2>\(visit.t("Bạn không duyệt được", "Not yours to decide")) \
            <span class="hint">\(visit.formats.number(queue.others.count))</span></h2>
            \(TableView(
                visit.t("Bài chờ duyệt mà bạn không duyệt được", "Posts in review that you cannot decide"),
                [
                    .init(name: visit.t("Bài", "Post")), .init(name: visit.t("Giờ đăng", "Moment")),
                    .init(name: visit.t("Kênh", "Channel"), isMinor: true), .init(name: visit.t("Vì sao", "Why")),
                ],
                rows: shown.map { post, obstacle in
                    [
                        "<a href=\"/posts/\(post.id)\">\(post.title)</a>", visit.formats.stamp(post.moment),
                        HTML(text: names.channel(post.channel)), HTML(text: visit.t(obstacle)),
                    ]
                }
            ).html)
            \(more(queue.others.count - shown.count, visit))
            </section>
            """
    }
}

extension Access {
    /// Whoever approves, checks, or gives the first step of a chain.
    static let signing = Access.holdingOne(of: [.approve, .check, .edit])
}
