import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Operations

extension Changes {
    static let publishing: [String: Making] = [
        "POST /channels/new": { _ in
            .form(
                by: "admin",
                [
                    "preset": "speakers", "name-vi": "Loa ấp 3", "id": "loa-ap-3", "unit": "east-culture",
                    "target-clusters": "3",
                ])
        },
        "POST /channels/:channel/target": { _ in
            .form(by: "admin", ["name-vi": "Loa xã Đông", "target-clusters": "13"], values: ["channel": "speakers"])
        },
        "POST /channels/:channel/secrets/:secret": { office in
            try await register("moc-moi", "hook", ["port": "9", "path": "moi"], office)
            return .form(by: "admin", ["value": "ma-thu-cua-moc"], values: ["channel": "moc-moi", "secret": "token"])
        },
        "POST /channels/:channel/use": { office in
            try await register("loa-ap-1", "speakers", ["clusters": "1"], office)
            return .form(by: "admin", values: ["channel": "loa-ap-1"])
        },
        "POST /channels/:channel/retire": { office in
            try await register("loa-ap-2", "speakers", ["clusters": "2"], office)
            try await office.office.workspace.setChannelInUse(
                try slug("loa-ap-2"), true, as: try office.office.user("admin"), mode: .perform)
            return .form(by: "admin", values: ["channel": "loa-ap-2"])
        },
        "POST /posts/new": { _ in .form(by: "lan", post) },
        "POST /posts/preview": { _ in .form(by: "lan", post, reach: .own) },
        "POST /posts": { office in
            let post = try await office.office.draft(at: "2026-06-07 08:00")
            return .form(by: "lan", ["post": post.id.description, "step": "submit"])
        },
        "POST /posts/:post/edit": { office in
            let draft = try await office.office.draft(at: "2026-06-08 08:00")
            return .form(
                by: "lan", ["title": "Bài mới", "text": "Gọi 111", "day": "2026-06-08", "time": "09:00"],
                values: ["post": draft.id.description])
        },
        "POST /posts/import": { _ in
            Change(
                by: "lan", body: .file(field: "file", name: "bai.csv", content: Array(table.utf8), form: [:]),
                reach: .own)
        },
        "POST /posts/import/perform": { _ in
            .form(by: "lan", ["name": "bai.csv", "table": Data(table.utf8).base64EncodedString()], reach: .shared)
        },
        "POST /posts/:post/submit": { office in
            .form(by: "lan", values: ["post": try await office.office.draft(at: "2026-06-09 08:00").id.description])
        },
        "POST /posts/:post/cancel": { office in
            .form(by: "lan", values: ["post": try await office.office.draft(at: "2026-06-10 08:00").id.description])
        },
        "POST /posts/:post/retry": { office in
            .form(by: "lan", values: ["post": try await missed(office).id.description])
        },
        "POST /posts/:post/resolve": { office in
            .form(
                by: "lan", ["finding": "posted", "link": "https://example.vn/1"],
                values: ["post": try await unfinished(office).id.description])
        },
        "POST /posts/:post/hold": { _ in .form(by: "lan", ["reason": "Xem lại"]) },
        "POST /posts/:post/release": { office in
            let post = try await office.office.submitted(at: "2026-06-11 08:00")
            _ = try await office.office.workspace.hold(
                .post(post.id), reason: "Xem lại", as: try office.office.user("lan"), mode: .perform)
            return .form(by: "lan", values: ["post": post.id.description])
        },
        "POST /posts/:post/kit": { office in
            let post = try await soon(on: "speakers", office)
            office.office.clock.advance(by: .seconds(660))
            return .form(by: "lan", ["figure": "2"], values: ["post": post.id.description])
        },
        "POST /approvals/read": { office in
            let post = try await office.office.submitted(at: "2026-06-13 08:00")
            return .form(by: "minh", ["seen": try await office.office.seen(post).description])
        },
        "POST /approvals/:post": { office in
            let post = try await office.office.submitted(at: "2026-06-14 08:00")
            return .form(
                by: "minh", ["decision": "reject", "comment": "Chưa rõ."], values: ["post": post.id.description])
        },
        "POST /holds": { _ in .form(by: "lan", ["scope": "channel wall", "reason": "Xem lại"]) },
        "POST /holds/release": { office in
            _ = try await office.office.workspace.hold(
                .channel(try slug("office")), reason: "Xem lại", as: try office.office.user("lan"), mode: .perform)
            return .form(by: "lan", ["scope": "channel office"])
        },
        "POST /holds/resume": { _ in .form(by: "admin") },
        "POST /channels/:channel/dry-run": { _ in .form(by: "lan", ["text": "Gọi 111"]) },
        "POST /channels/:channel/test": { _ in .form(by: "lan") },
        "POST /channels/:channel/disable": { _ in
            .form(by: "lan", ["reason": "Mất quyền"], values: ["channel": "wall"])
        },
        "POST /channels/:channel/enable": { office in
            _ = try await office.office.workspace.disableChannel(
                try slug("office"), reason: "Mất quyền", as: try office.office.user("lan"), mode: .perform)
            return .form(by: "lan", ["reason": "Đã có lại"], values: ["channel": "office"])
        },
        "POST /channels/:channel/hold": { _ in .form(by: "lan", ["reason": "Xem lại"]) },
        "POST /channels/:channel/release": { office in
            _ = try await office.office.workspace.hold(
                .channel(try slug("speakers")), reason: "Xem lại", as: try office.office.user("lan"), mode: .perform)
            return .form(by: "lan", values: ["channel": "speakers"])
        },
    ]

    private static let post = [
        "channel": "page", "title": "111", "text": "Gọi 111", "day": "2026-06-04", "time": "08:00",
    ]

    private static let table = "kênh;ngày;giờ;tiêu đề;nội dung\r\npage;15/06/2026;08:00;111;Gọi 111\r\n"

    /// A post that is approved to go out in ten minutes.
    static func soon(on channel: String, _ office: MatrixOffice) async throws -> Post {
        let moment = office.office.clock.source.now + .seconds(600)
        let (day, time, _) = Zone.vietnam.clock(of: moment)
        return try await office.office.approved(on: channel, at: "\(day) \(time)")
    }

    /// A post whose last moment went by.
    private static func missed(_ office: MatrixOffice) async throws -> Post {
        let post = try await soon(on: "page", office)
        office.office.clock.advance(by: .seconds(3 * 3600))
        _ = try await office.office.claim()
        return post
    }

    /// A post of which nobody knows whether it is out.
    private static func unfinished(_ office: MatrixOffice) async throws -> Post {
        let post = try await soon(on: "wall", office)
        office.office.clock.advance(by: .seconds(660))
        _ = try await office.office.claim()
        _ = try await StoredOutbox(workspace: office.office.workspace).recover()
        return try await office.office.post(post)
    }

    /// A further channel of East culture, not in use yet.
    private static func register(
        _ name: String, _ preset: String, _ target: [String: String], _ office: MatrixOffice
    ) async throws {
        let channel = Channel(
            slug: try slug(name), preset: try slug(preset), unit: try slug("east-culture"),
            name: LocalizedText(vi: "Kênh mới", en: "New channel"), target: target, isEnabled: false)
        try await office.office.workspace.addChannel(channel, as: try office.office.user("admin"), mode: .perform)
    }
}
