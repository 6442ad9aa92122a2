import Foundation
import Operations
import Outreach

/// Back-up, content import and the health of the workspace: long work goes on as jobs.
struct UpkeepPages: RouteGroup {
    var routes: [Route] {
        [
            .get("/settings/upkeep", .holding(.administer)) { .page(try await page($0, nil)) },
            .post("/settings/upkeep/backup", .holding(.administer), on: page, save: backUp),
            .post("/settings/upkeep/import", .holding(.administer), on: page, save: importContent),
            .post("/settings/upkeep/check", .holding(.administer), on: page, save: check),
            .post("/settings/upkeep/refresh", .holding(.administer), on: page, save: refresh),
        ]
    }

    private func page(_ visit: Visit, _ refusal: Refusal?) async throws -> Page {
        let title = visit.t("Sao lưu và kiểm tra", "Back-up and checks")
        let form = FormView(visit, refusal)
        return Page(
            title, in: .settings,
            main: """
                \(visit.heading(title))\(form.notice)
                <div class="cards">
                <section class="card"><h2>\(visit.t("Sao lưu", "Back-up"))</h2>
                <p>\(visit.t(
                    "Chép cơ sở dữ liệu và tệp đính kèm trong khi mọi người vẫn làm việc, rồi mở bản chép để kiểm tra. Hãy giữ một bản ở máy khác.",
                    "Copies database and media while work goes on, then opens the copy to check it. Keep one on another machine."))</p>
                \(form.button(
                    visit.t("Sao lưu ngay", "Back up now"), action: "/settings/upkeep/backup",
                    css: "button button-primary"))</section>
                <section class="card"><h2>\(visit.t("Nội dung từ thư mục", "Content from the folder"))</h2>
                <p>\(visit.t(
                    "Đọc lại Content/ và Channels/. Cái không đổi thì giữ nguyên; tài liệu đã đổi thành phiên bản mới chờ duyệt.",
                    "Reads Content/ and Channels/ again. What has not changed stays; changed materials become revisions to approve."))</p>
                \(form.button(visit.t("Nhập lại", "Import again"), action: "/settings/upkeep/import"))</section>
                \(try await ExportRoutes.card(visit))
                \(try ShippedContentCard(visit: visit).html)
                <section class="card"><h2>\(visit.t("Tình trạng", "Health"))</h2>
                <p>\(visit.t(
                    "Xem cơ sở dữ liệu, nhật ký, nội dung, kênh, đồng hồ và ổ đĩa, và nói cách sửa chỗ hỏng. Mất một lúc, không đổi gì.",
                    "Looks at database, audit log, content, channels, clock and disk, and says how to mend what is wrong. Takes a while, changes nothing."))</p>
                \(form.button(visit.t("Kiểm tra ngay", "Check now"), action: "/settings/upkeep/check"))</section>
                </div>
                """)
    }

    /// Reads everything there is, which no page waits for.
    private func check(_ visit: Visit) async throws -> Reply {
        guard let person = visit.person else { throw WebError.notSignedIn }
        let workspace = visit.workspace
        let path = visit.jobs.start(Message(vi: "Đang kiểm tra…", en: "Checking…"), for: person.id) { _ in
            let checks = try await workspace.examine()
            return .found { UpkeepPages.health(checks, $0) }
        }
        return .seeOther(path)
    }

    private static func health(_ checks: [HealthCheck], _ visit: Visit) -> HTML {
        TableView(
            visit.t("Tình trạng", "Health"),
            [
                .init(name: visit.t("Phần", "Part")), .init(name: visit.t("Tình trạng", "State")),
                .init(name: visit.t("Nhận xét", "Finding")),
            ],
            rows: checks.map { check in
                [
                    HTML(text: visit.t(words(for: check.part))), badge(check.state, visit),
                    HTML(text: visit.t(check.finding)),
                ]
            }
        ).html
            + """
            <p>\(visit.link(visit.t("Về trang sao lưu", "Back to back-up"), "/settings/upkeep", css: "button"))</p>
            """
    }

    /// A part by the name people know it by; a channel by its own.
    private static func words(for part: String) -> Message {
        if part.hasPrefix("channel ") {
            return Message(vi: "kênh \(part.dropFirst("channel ".count))", en: part)
        }
        let vietnamese = [
            "database": "cơ sở dữ liệu", "sending": "việc gửi", "posts": "bài đăng", "content": "nội dung",
            "clock": "đồng hồ", "disk": "ổ đĩa",
        ]
        return Message(vi: vietnamese[part] ?? part, en: part)
    }

    private static func badge(_ state: HealthCheck.State, _ visit: Visit) -> HTML {
        switch state {
        case .good: visit.badge(visit.t("tốt", "good"), .ok)
        case .attention: visit.badge(visit.t("cần xem", "look here"), .warn)
        case .broken: visit.badge(visit.t("hỏng", "broken"), .bad)
        }
    }

    private func backUp(_ visit: Visit) async throws -> Reply {
        guard let person = visit.person else { throw WebError.notSignedIn }
        let workspace = visit.workspace
        let caller = try visit.caller
        let path = visit.jobs.start(
            Message(vi: "Đang sao lưu…", en: "Backing up…"), for: person.id
        ) { _ in
            let report = try await workspace.backUp(to: nil, as: caller)
            return .done(
                Message(
                    vi: "Đã sao lưu vào \(report.folder.lastPathComponent) và kiểm tra xong: \(report.mediaFiles) tệp, "
                        + "\(report.auditEntries) dòng nhật ký.",
                    en:
                        "Backed up to \(report.folder.lastPathComponent) and checked: \(report.mediaFiles.of("file", "files")), "
                        + "\(report.auditEntries.of("audit entry", "audit entries"))."),
                path: "/settings/upkeep")
        }
        return .seeOther(path)
    }

    private func importContent(_ visit: Visit) async throws -> Reply {
        guard let person = visit.person else { throw WebError.notSignedIn }
        let workspace = visit.workspace
        let caller = try visit.caller
        try await workspace.requireWholeImport(as: caller)
        let path = visit.jobs.start(
            Message(vi: "Đang đọc Content/ và Channels/…", en: "Reading Content/ and Channels/…"), for: person.id
        ) { _ in
            let report = try await workspace.importContent(as: caller, mode: .perform)
            return .done(report.outcome, path: report.toApprove.isEmpty ? "/library" : "/library?state=in-review")
        }
        return .seeOther(path)
    }

    /// Takes the program's newer files over and imports them, so that they count at once.
    private func refresh(_ visit: Visit) async throws -> Reply {
        guard let person = visit.person else { throw WebError.notSignedIn }
        guard let source = visit.options.shippedContent else { throw WebError.noPage }
        let (workspace, caller, named) = (visit.workspace, try visit.caller, Set(visit.form.all("take")))
        // Refused at once, not at the end of the work.
        _ = try await workspace.refreshContent(from: source, taking: named, as: caller, mode: .rehearse)
        try await workspace.requireWholeImport(as: caller)
        let path = visit.jobs.start(
            Message(vi: "Đang lấy nội dung mới…", en: "Taking the newer content…"), for: person.id
        ) { _ in
            let taken = try await workspace.refreshContent(from: source, taking: named, as: caller, mode: .perform)
            let report = try await workspace.importContent(as: caller, mode: .perform)
            return .done(
                Message(
                    vi: "Đã lấy \(taken.taken.count) tệp. \(report.outcome.vietnamese)",
                    en: "\(taken.taken.count) files taken. \(report.outcome.english)"),
                path: report.toApprove.isEmpty ? "/settings/upkeep" : "/library?state=in-review")
        }
        return .seeOther(path)
    }
}

extension ContentImportReport {
    /// What was read, in a sentence; the first mistakes with it.
    fileprivate var outcome: Message {
        let wrong = problems.prefix(5)
        let names = blocked.map(\.description).joined(separator: ", ")
        let (vietnamese, english) =
            blocked.isEmpty
            ? ("", "")
            : (
                "Quy tắc bảo vệ trẻ em chặn, chưa duyệt được: \(names). ",
                "Blocked by the safeguarding rules, cannot be approved so: \(names). "
            )
        return Message(
            vi: "Đọc \(filesRead) tệp: \(count(.added)) mới, \(count(.changed)) đổi, \(toApprove.count) tài liệu chờ "
                + "duyệt, \(problems.count) lỗi. " + vietnamese
                + wrong.map(\.message.vietnamese).joined(separator: " "),
            en:
                "Read \(filesRead.of("file", "files")): \(count(.added)) new, \(count(.changed)) changed, \(toApprove.count) "
                + "materials to approve, \(problems.count.of("mistake", "mistakes")). " + english
                + wrong.map(\.message.english).joined(separator: " "))
    }
}
