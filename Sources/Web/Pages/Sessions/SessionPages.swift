import Operations
import Outreach

/// The list of sessions: filters, totals over all that fits, pages that follow each other by place and not by number.
struct SessionPages: RouteGroup {
    var routes: [Route] {
        [.get("/sessions", .holding(.view)) { .page(try await list($0)) }]
    }

    private static let pageLength = 50

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Buổi tuyên truyền", "Sessions")
        let question = SessionQuestion(visit)
        var filter = question.filter
        filter.limit = SessionPages.pageLength
        let caller = try visit.caller
        let list = try await visit.workspace.sessionList(filter, within: question.unit, as: caller)
        let tree = try await visit.workspace.unitTree()
        let form = SessionFilterView(
            visit: visit, question: question, me: try await visit.workspace.me(as: caller), tree: tree,
            campaigns: try await visit.workspace.campaigns(as: caller))
        return Page(
            title, in: .sessions,
            main: """
                \(visit.heading(title, actions: actions(visit)))
                \(form.html)
                <div id="sessions">\(question.hasUnreadDay ? visit.notice(.warn, HTML(text: visit.t(
                    "Không đọc được ngày đã gõ, nên chưa lọc theo ngày đó. Ngày viết như 05/09/2026.",
                    "The day that was typed cannot be read, so it filters nothing. Write it like 05/09/2026."))) : .empty)\(found(list, tree, question, visit))</div>
                """)
    }

    private func actions(_ visit: Visit) -> HTML {
        guard visit.may(.logSessions) else { return .empty }
        return visit.link(visit.t("Nhập từ tệp", "Import a file"), "/sessions/import", css: "button")
            + visit.link(
                visit.t("Ghi buổi tuyên truyền", "Log a session"), SessionFormPages.path,
                css: "button button-primary")
    }

    private func found(_ list: SessionList, _ tree: UnitTree, _ question: SessionQuestion, _ visit: Visit) -> HTML {
        guard !list.records.isEmpty else { return nothing(question, visit) }
        let next = list.next.map { position in
            visit.link(
                visit.t("Các buổi trước đó", "Earlier sessions"), question.path(after: position), css: "button")
        }
        let first =
            question.filter.after == nil
            ? nil
            : visit.link(
                visit.t("Về đầu danh sách", "Back to the newest"), question.path(after: nil), css: "button")
        return """
            <div class="figures">\(visit.figure(
                visit.formats.number(list.totals.sessions), visit.t("buổi", "sessions")))\
            \(visit.figure(visit.formats.number(list.totals.turns), visit.t("lượt người dự", "turns attended")))</div>
            \(table(list, tree, question, visit))
            <div class="pager">\(first ?? .empty)\(next ?? .empty)</div>
            """
    }

    private func table(
        _ list: SessionList, _ tree: UnitTree, _ question: SessionQuestion, _ visit: Visit
    ) -> HTML {
        TableView(
            visit.t("Các buổi, mới nhất trước", "Sessions, the newest first"),
            [
                .init(name: visit.t("Ngày", "Day")), .init(name: visit.t("Nơi tổ chức", "Place")),
                .init(name: visit.t("Hình thức", "Form")), .init(name: visit.t("Đơn vị", "Unit")),
                .init(name: visit.t("Lượt", "Turns"), isNumber: true),
                .init(name: visit.t("Người ghi", "Logged by"), isMinor: true),
            ],
            rows: list.records.map { record in
                let session = record.session
                return [
                    """
                    <a href="/sessions/\(session.id)">\(visit.formats.stamp(session.day))\
                    \(session.time.html { " \($0)" })</a>
                    """,
                    "\(session.place)\(list.alike[session.id].html { doubt($0, visit) })",
                    "\(visit.t(session.form.words))\(session.level.html { " · \(visit.t($0.words))" })",
                    HTML(text: tree.name(of: session.unit).map { visit.t($0) } ?? session.unit.description),
                    """
                    \(visit.formats.number(session.turns))\
                    \(record.version > 1 ? " " + visit.badge(visit.t("đã sửa", "corrected"), .quiet) : .empty)
                    """,
                    visit.link(record.loggedBy, question.path(loggedBy: record.loggedBy)),
                ]
            }
        ).html
    }

    /// Nobody is kept from logging two sessions alike: there are days with two. Whoever sees them decides.
    private func doubt(_ other: Identifier<Session>, _ visit: Visit) -> HTML {
        " <a class=\"badge badge-warn\" href=\"/sessions/\(other)\">\(visit.t("có thể trùng", "perhaps twice"))</a>"
    }

    private func nothing(_ question: SessionQuestion, _ visit: Visit) -> HTML {
        guard question.isEmpty else {
            return visit.empty(
                visit.t("Không có buổi nào phù hợp", "No session fits"),
                visit.t("Hãy nới khoảng ngày hoặc bỏ bớt điều kiện lọc.", "Widen the days or drop a filter."),
                action: visit.link(visit.t("Bỏ hết bộ lọc", "Drop all filters"), "/sessions", css: "button"))
        }
        return visit.empty(
            visit.t("Chưa có buổi tuyên truyền nào", "No session yet"),
            visit.t(
                "Ghi ngay sau buổi, trên điện thoại, cả khi không có sóng; hoặc nhập danh sách cũ từ tệp CSV.",
                "Log it right afterwards, on a phone, also without a signal; or import an older list from a CSV file."),
            action: visit.may(.logSessions)
                ? visit.link(
                    visit.t("Ghi buổi đầu tiên", "Log the first one"), SessionFormPages.path,
                    css: "button button-primary") : .empty)
    }
}
