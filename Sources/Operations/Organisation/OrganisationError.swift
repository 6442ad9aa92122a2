public import Outreach

/// Why an operation on users or units was refused; nothing was changed.
public enum OrganisationError: ReadableError, Hashable {
    case notPermitted(user: Slug, permission: Permission, unit: Slug?)
    /// A unit in which the user has no role at all: what is there is as if it did not exist.
    case notTheirs(user: Slug, unit: Slug)
    case unknownUser(Slug)
    /// Nobody was named, where someone has to be.
    case nobody
    case userExists(Slug)
    case unknownUnit(Slug, suggestions: [Slug])
    case noRole(Slug, Role)
    /// A token or feed that was revoked, or never was.
    case revoked(String)
    case lastAdministrator

    public var kind: FailureKind {
        switch self {
        case .notPermitted, .lastAdministrator, .revoked: .refused
        case .notTheirs, .unknownUser, .unknownUnit: .notFound
        case .nobody, .userExists, .noRole: .usage
        }
    }

    public var message: Message {
        switch self {
        case .notPermitted(let user, let permission, let unit):
            let area = unit.map { " “\($0)”" } ?? ""
            return Message(
                vi:
                    "“\(user)” không có quyền “\(permission.words.vietnamese)”\(area.isEmpty ? "" : " cho đơn vị\(area)"). "
                    + "Chưa thay đổi gì; nhờ quản trị cấp vai trò phù hợp.",
                en:
                    "“\(user)” lacks the right “\(permission.words.english)”\(area.isEmpty ? "" : " for the unit\(area)"). "
                    + "Nothing was changed; ask an administrator for a fitting role.")
        case .notTheirs(let user, let unit):
            return Message(
                vi: "Không có gì như vậy trong các đơn vị của “\(user)”; “\(user)” không có vai trò nào ở “\(unit)”. "
                    + "Chưa thay đổi gì; nhờ quản trị cấp vai trò phù hợp.",
                en: "There is nothing of the kind in the units of “\(user)”, who has no role in “\(unit)”. "
                    + "Nothing was changed; ask an administrator for a fitting role.")
        case .nobody:
            return Message(
                vi: "Chưa biết ai đang làm việc này. Thêm --as TÊN, đặt LOA_USER, hoặc ghi user: trong loa.yaml.",
                en: "It is not known who does this. Add --as NAME, set LOA_USER, or write user: in loa.yaml.")
        case .unknownUser(let user):
            return Message(
                vi: "Không có người dùng “\(user)”. Xem “loa users list”.",
                en: "There is no user “\(user)”. See “loa users list”.")
        case .userExists(let user):
            return Message(
                vi: "Đã có người dùng “\(user)”. Không thay đổi gì; chọn tên khác hoặc dùng “loa users grant”.",
                en: "The user “\(user)” exists. Nothing was changed; choose another name or use “loa users grant”.")
        case .unknownUnit(let unit, let suggestions):
            let hint = suggestions.map(\.description).joined(separator: ", ")
            return Message(
                vi: "Không có đơn vị “\(unit)”." + (hint.isEmpty ? " Xem “loa units list”." : " Có phải: \(hint)?"),
                en: "There is no unit “\(unit)”."
                    + (hint.isEmpty ? " See “loa units list”." : " Did you mean: \(hint)?"))
        case .noRole(let user, let role):
            return Message(
                vi: "“\(user)” không giữ vai trò “\(role.rawValue)” đó. Không thay đổi gì.",
                en: "“\(user)” does not hold that role “\(role.rawValue)”. Nothing was changed.")
        case .revoked(let name):
            return Message(
                vi: "“\(name)” đã bị thu hồi nên không còn dùng được. Không thay đổi gì; nhờ quản trị cấp mã mới.",
                en:
                    "“\(name)” was revoked and no longer holds. Nothing was changed; ask an administrator for a new one."
            )
        case .lastAdministrator:
            return Message(
                vi: "Đây là quản trị cuối cùng; phải còn ít nhất một. Cấp quyền quản trị cho người khác trước.",
                en: "This is the last administrator; one has to remain. Make someone else administrator first.")
        }
    }
}
