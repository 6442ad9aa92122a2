import Operations
import Outreach

/// Posts by channel and moment, with how many are in each state, and what can be done with several at once.
struct PostPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/posts", .holding(.view)) { .page(try await list($0, nil)) },
            .post("/posts", .holding(.edit), on: list, save: changeSeveral),
        ]
    }

    private func list(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let names = try await PublishingNames(visit)
        let question = try PostQuestion(visit)
        let caller = try visit.caller
        let listing = try await visit.workspace.listPosts(
            question.filter, order: question.order, from: question.start, as: caller)
        let counts = try await visit.workspace.countPosts(question.filter, as: caller)
        let title = visit.t("Bài đăng", "Posts")
        return Page(
            title, in: .posts, scripts: ["publishing.js"],
            main: """
                \(visit.heading(title, actions: actions(visit)))
                \(filters(question, names, visit))
                <div id="posts">
                \(tabs(question, counts, visit))
                \(try await beginning(question, listing, counts, visit))
                \(listing.posts.isEmpty ? nothing(question, listing, counts, visit) : table(listing, question, names, visit, refusal))
                \(pager(listing, visit))
                </div>
                """)
    }

    private func actions(_ visit: Visit) -> HTML {
        guard visit.may(.edit) else { return .empty }
        return """
            \(visit.link(visit.t("Nhập từ tệp", "Import a file"), "/posts/import", css: "button"))
            \(visit.link(visit.t("Soạn bài", "New post"), "/posts/new", css: "button button-primary"))
            """
    }

    private func filters(_ question: PostQuestion, _ names: PublishingNames, _ visit: Visit) -> HTML {
        let form = FormView(visit)
        let channels = names.channels.values
            .filter { visit.person?.may(.view, for: $0.channel.unit, in: names.tree) ?? false }
            .map { Choice(value: $0.slug.description, label: names.channel($0.slug)) }.inOrder(of: \.label)
        let all = visit.t("Tất cả", "All")
        let fields: HTML = """
            \(question.tab == .all ? .empty : form.hidden("state", question.tab.rawValue))
            \(form.select("channel", visit.t("Kênh", "Channel"), channels, chosen: visit.query["channel"], empty: all))
            \(form.select("unit", visit.t("Đơn vị", "Unit"), names.unitChoices(of: visit), chosen: visit.query["unit"], empty: all))
            \(form.select("campaign", visit.t("Chiến dịch", "Campaign"), names.campaignChoices, chosen: visit.query["campaign"], empty: all))
            \(form.input("from", visit.t("Từ ngày", "From"), type: "date", value: question.days.from?.description))
            \(form.input("to", visit.t("Đến ngày", "To"), type: "date", value: question.days.to?.description))
            """
        return """
            <details class="fold" data-unfold \(flag: "open", if: !question.isUnfiltered)><summary>\(visit.t("Lọc", "Filter"))</summary>\
            \(visit.filters(action: "/posts", target: "posts", fields))</details>
            """
    }

    private func tabs(_ question: PostQuestion, _ counts: [PostState: Int], _ visit: Visit) -> HTML {
        """
        <nav aria-label="\(visit.t("Trạng thái", "States"))"><ul class="tabs">\(PostTab.allCases.html { tab in
            let count = tab.states.isEmpty ? counts.values.reduce(0, +) : tab.states.reduce(0) { $0 + (counts[$1] ?? 0) }
            let query = visit.query.query(
                replacing: ["state": tab == .all ? nil : tab.rawValue, "after": nil, "before": nil])
            return """
                <li><a href="/posts\(query)" \(attribute: "aria-current", tab == question.tab ? "page" : nil)>\
                \(visit.t(tab.words)) <span class="count\(tab == .toSettle && count > 0 ? " count-bad" : "")">\(visit.formats.number(count))</span></a></li>
                """
        })</ul></nav>
        """
    }

    /// Where a list begins that begins in the middle, lest four rows under a count of a hundred look like a mistake.
    private func beginning(
        _ question: PostQuestion, _ listing: PostListing, _ counts: [PostState: Int], _ visit: Visit
    ) async throws -> HTML {
        guard case .at(let moment) = question.start, listing.isMoreBefore else { return .empty }
        var filter = question.filter
        filter.from = moment
        let ahead = try await visit.workspace.countPosts(filter, as: try visit.caller).values.reduce(0, +)
        let before = counts.values.reduce(0, +) - ahead
        let place = listing.posts.first.map(PostPlace.init) ?? PostPlace(before: moment)
        let query = visit.query.query(replacing: ["before": place.description, "after": nil])
        let (shown, earlier) = (visit.formats.number(ahead), visit.formats.number(before))
        return """
            <p class="hint">\(visit.t(
                "Từ hôm nay: \(shown) bài. Trước hôm nay: \(earlier) bài.",
                "From today on: \(shown) of them. Before today: \(earlier).")) \
            \(visit.link(visit.t("← Xem các bài trước", "← See the earlier ones"), "/posts\(query)"))</p>
            """
    }

    private func nothing(
        _ question: PostQuestion, _ listing: PostListing, _ counts: [PostState: Int], _ visit: Visit
    ) -> HTML {
        if case .at = question.start, listing.isMoreBefore {
            return visit.empty(
                visit.t("Từ hôm nay không có bài nào", "No posts from today on"),
                visit.t(
                    "Các bài trước đó vẫn còn, ở đường dẫn phía trên.", "The earlier ones are behind the link above."))
        }
        if question.isUnfiltered, counts.isEmpty {
            return visit.empty(
                visit.t("Chưa có bài nào", "There are no posts yet"),
                visit.t(
                    "Lập một chiến dịch để có cả loạt bài đúng dịp, hoặc soạn từng bài từ một tài liệu đã duyệt.",
                    "Plan a campaign for a whole run of posts, or write one from an approved material."),
                action: """
                    <p class="cluster empty-actions">\(visit.link(visit.t("Chiến dịch", "Campaigns"), "/campaigns", css: "button"))
                    \(visit.may(.edit) ? visit.link(visit.t("Soạn bài", "New post"), "/posts/new", css: "button button-primary") : .empty)</p>
                    """)
        }
        return visit.empty(
            visit.t("Không có bài nào ở đây", "No posts here"),
            visit.t("Hãy bỏ bớt điều kiện lọc.", "Ask for less in the filter."),
            action: visit.link(visit.t("Xem tất cả", "See all"), "/posts", css: "button"))
    }

    private func table(
        _ listing: PostListing, _ question: PostQuestion, _ names: PublishingNames, _ visit: Visit, _ refusal: Refusal?
    ) -> HTML {
        let table = PostTable(visit: visit, names: names, isTickable: visit.may(.edit), isRefused: refusal != nil)
        guard visit.may(.edit) else { return table.html(listing.posts) }
        let form = FormView(visit, refusal)
        return """
            <form method="post" action="/posts\(visit.query.query())">\(form.token)\(form.notice)
            \(table.html(listing.posts))
            <div class="bulk"><span>\(visit.t("Với các bài đã đánh dấu:", "With what is ticked:"))</span>
            <button type="button" class="button button-small" data-tick="post" hidden>\(visit.t("Đánh dấu tất cả", "Tick all"))</button>
            <button class="button button-small" name="step" value="submit">\(visit.t("Gửi duyệt", "Submit"))</button>
            <button class="button button-small button-danger" name="step" value="cancel" \
            data-ask="\(visit.t("Bỏ các bài đã đánh dấu? Không lấy lại được.", "Drop what is ticked? It cannot be taken back."))">\
            \(visit.t("Bỏ", "Drop"))</button></div>
            </form>
            """
    }

    private func pager(_ listing: PostListing, _ visit: Visit) -> HTML {
        guard listing.isMoreBefore || listing.isMoreAfter, let first = listing.posts.first ?? nil,
            let last = listing.posts.last
        else { return .empty }
        func link(_ label: String, _ query: String, isThere: Bool) -> HTML {
            isThere ? "<a class=\"button\" href=\"/posts\(query)\">\(label)</a>" : "<span></span>"
        }
        let before = visit.query.query(replacing: ["before": PostPlace(first).description, "after": nil])
        let after = visit.query.query(replacing: ["after": PostPlace(last).description, "before": nil])
        return """
            <nav class="pager" aria-label="\(visit.t("Trang", "Pages"))">\
            \(link(visit.t("← Trang trước", "← Page before"), before, isThere: listing.isMoreBefore))\
            \(link(visit.t("Trang sau →", "Next page →"), after, isThere: listing.isMoreAfter))</nav>
            """
    }

    private func changeSeveral(_ visit: Visit) async throws -> Reply {
        let posts = visit.form.all("post")
        guard !posts.isEmpty else { throw PublishingError.nothingChosen }
        guard let step = visit.form["step"].flatMap(ReviewStep.init), [.submit, .cancel].contains(step) else {
            throw WebError.badForm
        }
        let changed = try await visit.workspace.review(
            posts, step, comment: "", as: try visit.caller, mode: .perform)
        let path = "/posts\(visit.query.query())"
        let unclear = changed.count(where: { $0.state == .unknown })
        if unclear > 0 {
            return .done(
                path, "Đã bỏ \(changed.count - unclear) bài. \(unclear) bài có thể đã ra kênh: xem kênh rồi ghi lại.",
                "Dropped \(changed.count - unclear) posts. \(unclear) may be out: look at the channel and write it down."
            )
        }
        return step == .submit
            ? .done(path, "Đã gửi duyệt \(changed.count) bài.", "Submitted \(changed.count.of("post", "posts")).")
            : .done(path, "Đã bỏ \(changed.count) bài.", "Dropped \(changed.count.of("post", "posts")).")
    }
}
