import Operations
import Outreach
import Testing

@testable import Office

extension Changes {
    static let figures: [String: Making] = [
        "POST /reach/new": { office in
            .form(by: "lan", ["post": try await posted(office).id.description, "metric": "views", "value": "1.200"])
        },
        "POST /reach/import": { office in
            let table = "bài đăng;số đo;giá trị\r\n\(try await posted(office).id);views;1300\r\n"
            return Change(
                by: "lan", body: .file(field: "file", name: "so.csv", content: Array(table.utf8), form: [:]))
        },
        "POST /reach/links/new": { _ in
            .form(by: "lan", ["target": "https://example.vn/111", "title": "Trang 111", "unit": "east"])
        },
        "POST /reach/links/:code/end": { _ in .form(by: "lan", isMade: false) },
        "POST /reports/status": { _ in
            .form(
                by: "admin", ["unit": "east-youth", "kind": "exempt", "reason": "Mới lập"], query: report,
                isMade: false)
        },
        "POST /reports/narrative": { _ in .form(by: "lan", ["results": "Đã làm"], query: report, isMade: false) },
        "POST /reports/head": { _ in
            .form(
                by: "lan", ["template": "report", "issuer": "ĐOÀN", "symbol": "BC", "place": "Xã Đông"], query: report,
                isMade: false)
        },
        "POST /reports/reminders": { _ in .form(by: "lan", ["email": "lan@example.vn"], query: report) },
        "POST /reports/submit": { _ in
            .form(by: "lan", ["seen": String(repeating: "0", count: 64)], query: report, isMade: false)
        },
        "POST /reports/targets": { _ in
            .form(by: "lan", ["t-turns": "500"], query: report)
        },
    ]

    private static let report = "?subject=east&period=2026-H1"

    /// A post by hand that was written down as out.
    static func posted(_ office: MatrixOffice) async throws -> Post {
        let post = try await soon(on: "speakers", office)
        office.office.clock.advance(by: .seconds(660))
        return try await office.office.workspace.resolvePost(
            post.id.description, .posted(link: nil, at: office.office.clock.source.now, figure: (.plays, 2)),
            comment: "", as: try office.office.user("lan"), mode: .perform)
    }
}
