import Foundation
import Hummingbird
import Operations
import Outreach

/// Everything of the workspace as one file, made as a job and taken away by the browser: for whoever has no terminal on
/// the server.
struct ExportRoutes: RouteGroup {
    var routes: [Route] {
        [
            .post("/settings/upkeep/export", .holding(.administer), start),
            .get("/settings/upkeep/exports/:export", .holding(.administer), file),
        ]
    }

    /// What the page of back-ups shows to whoever administers the whole workspace: the button, and the export that
    /// waits.
    static func card(_ visit: Visit) async throws -> HTML {
        guard visit.person?.mayForWhole(.administer) ?? false else { return .empty }
        let name = try await visit.workspace.keptExport(as: try visit.caller)
        return """
            <section class="card"><h2>\(visit.t("Mang dữ liệu đi", "Take the data away"))</h2>
            <p>\(visit.t(
                "Mọi bảng, tệp đính kèm, nội dung và kênh thành một tệp ZIP, không có mật khẩu và mã bí mật. Giữ ở máy khác, hoặc mở bằng “loa import”.",
                "Every table, media, content and channels as one ZIP file, without passwords and secrets. Keep it on another machine, or open it with “loa import”."))</p>
            \(FormView(visit).button(visit.t("Xuất tất cả", "Export everything"), action: "/settings/upkeep/export"))
            \(name.html { "<p>\(visit.link(visit.t("Tải \($0)", "Download \($0)"), path(of: $0)))</p>" })</section>
            """
    }

    private static func path(of name: String) -> String { "/settings/upkeep/exports/\(name)" }

    private func start(_ visit: Visit) async throws -> Reply {
        guard let person = visit.person else { throw WebError.notSignedIn }
        let (workspace, caller) = (visit.workspace, try visit.caller)
        // Refused at once, not at the end of the work.
        _ = try await workspace.keptExport(as: caller)
        return .seeOther(
            visit.jobs.start(Message(vi: "Đang xuất…", en: "Exporting…"), for: person.id) { _ in
                let (name, report) = try await workspace.keepExport(as: caller)
                return .done(
                    Message(
                        vi:
                            "Đã xuất \(report.rows) dòng, \(report.mediaFiles) tệp đính kèm và \(report.contentFiles) tệp "
                            + "nội dung. Bấm nút dưới đây để tải \(name) về máy.",
                        en:
                            "Exported \(report.rows.of("row", "rows")), \(report.mediaFiles.of("media file", "media files")) and \(report.contentFiles) "
                            + "files of content. The button below brings \(name) to this computer."),
                    path: ExportRoutes.path(of: name))
            })
    }

    /// Piece by piece, however large it is.
    private func file(_ visit: Visit) async throws -> Reply {
        let name = try visit.parameter("export")
        let file = try await visit.workspace.keptExport(named: name, as: try visit.caller)
        let size = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
        let body = ResponseBody(contentLength: size) { writer in
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
        return .response(
            Response(
                status: .ok,
                headers: [.contentType: "application/zip", .contentDisposition: Responder.attachment(name)],
                body: body))
    }
}
