import Documents
import Operations
import Outreach
import Synchronization

/// The audit log: who did what, and whether the chain is whole.
struct AuditPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/settings/audit", .holding(.administer)) { .page(try await list($0)) },
            .post("/settings/audit/verify", .holding(.administer), verify),
            .post("/settings/audit/export", .holding(.administer), export),
        ]
    }

    private func list(_ visit: Visit) async throws -> Page {
        let title = visit.t("Nhật ký", "Audit log")
        let subject = visit.query["subject"]
        let entries = try await visit.workspace.auditEntries(limit: 200, subject: subject, as: try visit.caller)
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(
                    title,
                    HTML(text: visit.t(
                        "Chỉ thêm, không sửa, không xóa; mỗi dòng khóa dòng trước. Không chứa bí mật và nội dung bài.",
                        "Only added to, never changed or deleted; each entry locks the one before. No secrets, no texts.")),
                    actions: FormView(visit).button(
                        visit.t("Kiểm tra chuỗi", "Check the chain"), action: "/settings/audit/verify")
                        + FormView(visit).button(
                            visit.t("Xuất tệp CSV", "Export as CSV"), action: "/settings/audit/export")))
                \(try await standing(visit))
                \(visit.filters(action: "/settings/audit", target: "entries", FormView(visit).input(
                    "subject", visit.t("Về (mã)", "About (id)"), type: "search", value: subject)))
                <div id="entries">\(entries.isEmpty
                    ? visit.empty(
                        visit.t("Không có dòng nào", "No entries"),
                        visit.t("Không có gì khớp với mã này.", "Nothing matches this id."))
                    : table(entries, visit))</div>
                """)
    }

    /// A log longer than this is checked when asked for, not whenever the page is opened.
    private static let longestCheckedAtOnce = 20_000

    /// Whether the log is whole, by its own account and by the end noted beside the database.
    private func standing(_ visit: Visit) async throws -> HTML {
        let newest = try await visit.workspace.auditEntries(limit: 1, subject: nil, as: try visit.caller).first
        guard let newest, newest.sequence <= Self.longestCheckedAtOnce else { return .empty }
        let verification = try await visit.workspace.verifyAudit()
        if let problem = verification.problem { return visit.notice(.bad, HTML(text: visit.t(problem.message))) }
        return visit.notice(
            .ok,
            """
            \(visit.t(
                "Nguyên vẹn: \(verification.entries) dòng nối liền nhau, không thiếu dòng cuối.",
                "Whole: \(verification.entries.of("entry", "entries")), each following from the one before, none cut off the end.")) \
            \(verification.end.html { end in
                """
                <details class="fold"><summary>\(visit.t("Chỗ cuối, để ghi lại nơi khác", "The end, to be noted down elsewhere"))</summary>
                <p class="mono break">\(end)</p></details>
                """
            })
            """)
    }

    private func export(_ visit: Visit) async throws -> Reply {
        let writer = DelimitedTextWriter()
        let rows = Mutex<[UInt8]>(writer.opening + writer.line(AuditTable.heading.map(Cell.text)))
        let zone = visit.workspace.zone
        _ = try await visit.workspace.exportAudit(as: try visit.caller) { entry in
            let row = writer.line(AuditTable.row(entry, zone: zone))
            rows.withLock { $0 += row }
        }
        let name = "nhat-ky-\(visit.workspace.today).csv"
        return .download(Download(bytes: rows.withLock { $0 }, type: "text/csv; charset=utf-8", name: name))
    }

    private func table(_ entries: [AuditEntry], _ visit: Visit) -> HTML {
        TableView(
            visit.t("Nhật ký, mới nhất trước", "Audit log, newest first"),
            [
                .init(name: "№", isNumber: true, isMinor: true), .init(name: visit.t("Lúc", "When")),
                .init(name: visit.t("Ai", "Who")), .init(name: visit.t("Việc", "What")),
                .init(name: visit.t("Về", "About")), .init(name: visit.t("Chi tiết", "Detail")),
            ],
            rows: entries.map { entry in
                [
                    HTML(text: visit.formats.number(entry.sequence)), visit.formats.stamp(entry.at),
                    "<span class=\"whole\">\(entry.actor)</span>", what(entry, visit),
                    "<span class=\"subject\">\(entry.subject)</span>",
                    entry.detail.isEmpty ? .empty : "<code>\(entry.detail)</code>",
                ]
            }
        ).html
    }

    private func what(_ entry: AuditEntry, _ visit: Visit) -> HTML {
        guard let words = AuditWords.of(entry.action) else { return "<code>\(entry.action)</code>" }
        return "<span class=\"deed\">\(visit.t(words))<br><code class=\"hint\">\(entry.action)</code></span>"
    }

    private func verify(_ visit: Visit) async throws -> Reply {
        let verification = try await visit.workspace.verifyAudit()
        guard let problem = verification.problem else {
            return .done(
                "/settings/audit",
                Message(
                    vi: "Nhật ký nguyên vẹn: \(verification.entries) dòng nối liền nhau.",
                    en:
                        "The log is whole: \(verification.entries.of("entry", "entries")), each following from the one before."
                ))
        }
        return .seeOther("/settings/audit", Said(kind: .warning, message: problem.message))
    }
}
