import Hummingbird
public import Outreach

extension WebServer {
    /// Every address there is with who may use it, for whoever looks the product over: method, path and access, the
    /// parts of the path that vary with a colon in front.
    public static var listing: [(method: String, path: String, access: Message)] {
        routes.map { ($0.method.rawValue, $0.path, $0.access.words) }
    }
}

extension Access {
    fileprivate var words: Message {
        switch self {
        case .everyone: Message(vi: "mọi người, cả trước khi đăng nhập", en: "everyone, before log-in too")
        case .signedIn: Message(vi: "ai đã đăng nhập", en: "whoever is logged in")
        case .holding(let permission):
            Message(vi: "người có quyền \(permission.rawValue)", en: "people who hold \(permission.rawValue)")
        case .holdingOne(let permissions):
            Message(
                vi: "người có một trong các quyền \(permissions.map(\.rawValue).joined(separator: ", "))",
                en: "people who hold one of \(permissions.map(\.rawValue).joined(separator: ", "))")
        case .api(let permission):
            Message(
                vi: "người và chương trình có quyền \(permission.rawValue)",
                en: "people and programs that hold \(permission.rawValue)")
        case .secretAddress: Message(vi: "ai biết địa chỉ bí mật", en: "whoever knows the secret address")
        }
    }
}
