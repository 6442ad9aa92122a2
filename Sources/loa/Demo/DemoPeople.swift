import Operations
import Outreach

/// The people of the demo, each with the role of their work.
struct DemoPeople {
    let administrator: Caller
    let editor: Caller
    let approver: Caller
    let logger: Caller
    let clerk: Caller

    /// Adds them to a workspace whose units are known already.
    static func join(_ workspace: Workspace) async throws -> DemoPeople {
        let commune = try slug("xa-thanh-xuan")
        let admin = try slug("quan-tri")
        _ = try await workspace.addFirstAdministrator(admin, name: "Quản trị", mode: .perform)
        let administrator = Caller.user(admin)
        func add(_ id: String, _ name: String, _ role: Role, _ unit: Slug) async throws -> Caller {
            let id = try slug(id)
            _ = try await workspace.addUser(
                id, name: name, grant: Grant(role: role, unit: unit), as: administrator, mode: .perform)
            return .user(id)
        }
        let clerk = try await add("van-thu", "Thư ký Ban Chỉ đạo", .viewer, commune)
        // The standing unit writes the committee's reports; the clerk works there.
        _ = try await workspace.grant(
            Grant(role: .editor, unit: try slug("ca-thanh-xuan")), to: try slug("van-thu"), as: administrator,
            mode: .perform)
        return DemoPeople(
            administrator: administrator,
            editor: try await add("bien-tap", "Biên tập viên Trung tâm Văn hóa", .editor, commune),
            approver: try await add("duyet", "Phó Trưởng ban Chỉ đạo", .approver, commune),
            logger: try await add("doan-vien", "Cán bộ Đoàn xã", .logger, try slug("doan-thanh-xuan")),
            clerk: clerk)
    }
}

/// A name written in this program.
func slug(_ text: String) throws -> Slug {
    guard let slug = Slug(text) else {
        throw CommandError.usage(Message(vi: "“\(text)” không phải mã.", en: "“\(text)” is no identifier."))
    }
    return slug
}
