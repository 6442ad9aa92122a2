import Operations
import Outreach

/// The audit log: who did what, and whether the chain is whole.
struct AuditPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/settings/audit", .holding(.administer)) { .page(try await list($0)) },
            .post("/settings/audit/verify", .holding(.administer), verify),
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
                        visit.t("Kiểm tra chuỗi", "Check the chain"), action: "/settings/audit/verify")))
                \(visit.filters(action: "/settings/audit", target: "entries", FormView(visit).input(
                    "subject", visit.t("Về (mã)", "About (id)"), type: "search", value: subject)))
                <div id="entries">\(entries.isEmpty
                    ? visit.empty(
                        visit.t("Không có dòng nào", "No entries"),
                        visit.t("Không có gì khớp với mã này.", "Nothing matches this id."))
                    : table(entries, visit))</div>
                """)
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
                    HTML(text: entry.actor), HTML(text: entry.action), HTML(text: entry.subject),
                    HTML(text: entry.detail),
                ]
            }
        ).html
    }

    private func verify(_ visit: Visit) async throws -> Reply {
        let verification = try await visit.workspace.verifyAudit()
        guard let broken = verification.brokenAt else {
            return .done(
                "/settings/audit",
                Message(
                    vi: "Nhật ký nguyên vẹn: \(verification.entries) dòng nối liền nhau.",
                    en: "The log is whole: \(verification.entries) entries, each following from the one before."))
        }
        return .seeOther(
            "/settings/audit",
            Said(
                kind: .warning,
                message: Message(
                    vi: "Nhật ký đứt ở dòng \(broken): có người sửa từ bên ngoài. Giữ nguyên và đối chiếu bản sao lưu.",
                    en:
                        "The log is broken at entry \(broken): it was changed from outside. Keep it and compare back-ups."
                )))
    }
}
