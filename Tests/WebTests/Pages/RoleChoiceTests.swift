import HTTPTypes
import Operations
import Outreach
import Testing

@testable import Office
@testable import Web

@Suite("Choosing a role and its unit")
struct RoleChoiceTests {
    private func grants(of name: String, _ site: Site) async throws -> [Grant]? {
        try await site.office.workspace.people(as: try site.office.user("admin"))
            .first { $0.id.description == name }?.grants
    }

    @Test("nobody gets a role over everything because a field was left alone")
    func leftAlone() async throws {
        try await Site.open { site in
            let admin = try await site.visitor("admin")
            let person = ["name": "Bình", "user": "binh", "role": "editor"] as KeyValuePairs
            let refused = try await admin.post("/settings/people/new", person)
            #expect(refused.status == 422 && refused.body.contains("m-unit"))
            #expect(try await grants(of: "binh", site) == nil)
            #expect(try await admin.post("/settings/people/lan/roles", ["role": "editor"]).status != 303)
            let token = try await admin.post("/settings/tokens", ["name": "may", "role": "viewer", "unit": ""])
            #expect(token.status == 422)
        }
    }

    @Test("everything is an entry of its own, offered to whoever has it")
    func chosen() async throws {
        try await Site.open { site in
            let admin = try await site.visitor("admin")
            #expect(try await admin.get("/settings/people/new").body.contains("<option value=\"*\""))
            let made = try await admin.post(
                "/settings/people/new", ["name": "Bình", "user": "binh", "role": "viewer", "unit": "*"])
            #expect(made.status == 303)
            #expect(try await grants(of: "binh", site) == [Grant(role: .viewer, unit: nil)])
            let given = try await admin.post("/settings/people/binh/roles", ["role": "editor", "unit": "east"])
            #expect(given.status == 303)
            #expect(try await grants(of: "binh", site)?.contains(Grant(role: .editor, unit: try slug("east"))) == true)
            let taken = try await admin.post("/settings/people/binh/roles/revoke", ["role": "viewer", "unit": ""])
            #expect(taken.status == 303)
            #expect(try await grants(of: "binh", site) == [Grant(role: .editor, unit: try slug("east"))])
        }
    }
}
