import Operations
import Outreach
import Testing

@testable import Office

extension Changes {
    private static let password = "một câu ngắn dễ nhớ"

    static let organisation: [String: Making] = [
        "POST /log-in": { office in
            .form(by: "lan", ["user": "lan", "password": try await password(of: "lan", office)], reach: .own)
        },
        "POST /log-in/:code": { office in
            let link = try await office.office.workspace.makeLogInLink(for: try slug("hoa"), as: .program)
            return .form(by: "lan", reach: .own, values: ["code": link.code])
        },
        "POST /preferences": { _ in .form(by: "lan", ["language": "en", "back": "/library"], reach: .own) },
        "POST /log-out": { _ in .form(by: "lan", reach: .own) },
        "POST /account/password": { _ in
            .form(by: "lan", ["password": password, "again": password], reach: .own)
        },
        "POST /account/sessions/end": { office in
            _ = try await office.site.visitor("lan")
            let lan = try office.office.user("lan")
            let session = try #require(try await office.office.workspace.sessions(of: try slug("lan"), as: lan).last)
            return .form(by: "lan", ["session": session.id.description])
        },
        "POST /account/sessions/end-all": { _ in .form(by: "lan", reach: .own) },
        "POST /settings/people/new": { _ in
            .form(by: "admin", ["name": "Bình", "user": "binh", "role": "editor", "unit": "east"])
        },
        "POST /settings/people/:person/roles": { _ in .form(by: "admin", ["role": "viewer", "unit": "east-police"]) },
        "POST /settings/people/:person/roles/revoke": { office in
            _ = try await office.office.workspace.grant(
                Grant(role: .viewer, unit: try slug("east-youth")), to: try slug("hoa"),
                as: try office.office.user("admin"), mode: .perform)
            return .form(by: "admin", ["role": "viewer", "unit": "east-youth"], values: ["person": "hoa"])
        },
        "POST /settings/people/:person/link": { _ in .form(by: "admin") },
        "POST /settings/people/:person/name": { _ in .form(by: "admin", ["name": "Lan Anh"]) },
        "POST /settings/people/:person/disable": { _ in .form(by: "admin", values: ["person": "tam"]) },
        "POST /settings/people/:person/enable": { _ in .form(by: "admin", values: ["person": "tam"]) },
        "POST /settings/people/:person/log-out": { _ in .form(by: "admin", values: ["person": "hoa"]) },
        "POST /settings/tokens": { _ in .form(by: "lan", ["name": "bang-tin", "role": "viewer", "unit": "east"]) },
        "POST /settings/tokens/revoke": { office in
            _ = try await office.office.workspace.makeToken(
                try slug("bang-cu"), grant: Grant(role: .viewer, unit: try slug("east")),
                as: try office.office.user("lan"), mode: .perform)
            return .form(by: "lan", ["name": "bang-cu"])
        },
        "POST /settings/audit/verify": { _ in .form(by: "admin", reach: .own) },
        "POST /settings/upkeep/check": { _ in .form(by: "admin", reach: .own, isMade: false) },
        "POST /start/trial": { _ in .form(by: "admin", reach: .own, isMade: false) },
        "POST /start/test": { _ in .form(by: "admin", reach: .own, isMade: false) },
        "POST /settings/audit/export": { _ in .form(by: "admin", isMade: false) },
        "POST /settings/units/:unit/approval": { _ in .form(by: "admin", ["mode": "two"], isMade: false) },
        "POST /settings/units/new": { _ in
            .form(
                by: "admin",
                ["name-vi": "Trường Tiểu học xã Đông", "kind": "school", "level": "primary", "parent": "east"])
        },
        "POST /settings/units/:unit/rename": { _ in
            .form(
                by: "admin", ["name-vi": "Đoàn phường Đông", "parent": "east", "from": "2026-05-01"],
                values: ["unit": "east-youth"])
        },
        "POST /settings/units/:unit/end": { _ in
            .form(by: "admin", ["until": "2026-12-31", "successor": "east"], values: ["unit": "east-police"])
        },
        "POST /settings/committees/new": { _ in
            .form(by: "admin", ["name-vi": "Ban Chỉ đạo hè xã Đông", "area": "east", "standing": "east-youth"])
        },
        "POST /settings/committees/:committee/describe": { _ in
            .form(by: "admin", ["name-vi": "Ban Chỉ đạo 138", "area": "east", "standing": "east-police"])
        },
        "POST /settings/committees/:committee/join": { _ in
            .form(by: "admin", ["unit": "west", "from": "2026-05-01"])
        },
        "POST /settings/committees/:committee/leave": { _ in
            .form(by: "admin", ["member": "east-youth", "last": "2026-12-31"])
        },
        "POST /settings/committees/:committee/end": { _ in .form(by: "admin", ["until": "2027-12-31"]) },
        "POST /settings/upkeep/backup": { _ in .form(by: "admin") },
        "POST /settings/upkeep/export": { _ in .form(by: "admin") },
        "POST /settings/upkeep/refresh": { _ in .form(by: "admin", isMade: false) },
        "POST /settings/upkeep/import": { _ in .form(by: "admin", isMade: false) },
    ]

    /// Sets somebody's password, through the log-in of a link.
    private static func password(of name: String, _ office: MatrixOffice) async throws -> String {
        let visitor = try await office.site.visitor(name)
        let token = try #require(visitor.token)
        _ = try await office.office.workspace.setPassword(password, current: password, token: token, from: "")
        return password
    }
}
