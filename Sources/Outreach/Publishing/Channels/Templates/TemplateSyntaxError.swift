/// A template or address a preset's author wrote that cannot be read; nothing is sent with it.
public enum TemplateSyntaxError: ReadableError, Hashable {
    /// `{{` without `}}` behind it.
    case unclosed(String)
    case malformed(String)
    case unknownNamespace(String)
    case unknownField(namespace: String, name: String, known: [String])
    case badAddress(AddressFault)

    /// What is wrong with a URL.
    public enum AddressFault: Sendable, Hashable {
        case scheme, userInformation, port
        /// A host may only be made of letters, digits, hyphens, dots and target values.
        case host
        /// `?` and `#`: the query has a key of its own, and a fragment is never sent.
        case queryOrFragment
        case character(String)
    }

    /// The names a template may start with.
    public static let namespaces = ["channel", "media", "oauth", "post", "receipt", "secret", "steps", "target"]

    public var message: Message {
        switch self {
        case .unclosed(let text):
            Message(
                vi: "“{{” không có “}}” đóng lại: “\(text.prefix(40))”. Viết đủ, ví dụ {{post.text}}.",
                en: "“{{” is never closed by “}}”: “\(text.prefix(40))”. Write it in full, such as {{post.text}}.")
        case .malformed(let text):
            Message(
                vi: "“{{\(text.prefix(60))}}” không đọc được. Viết không có dấu cách, ví dụ {{post.text}}, "
                    + "{{target.page_id}} hoặc {{steps.post.id}}.",
                en: "“{{\(text.prefix(60))}}” cannot be read. Write it without spaces, such as {{post.text}}, "
                    + "{{target.page_id}} or {{steps.post.id}}.")
        case .unknownNamespace(let name):
            Message(
                vi: "Không có giá trị nào bắt đầu bằng “\(name.prefix(40))”. Dùng: "
                    + "\(TemplateSyntaxError.namespaces.joined(separator: ", ")).",
                en: "No value begins with “\(name.prefix(40))”. Use: "
                    + "\(TemplateSyntaxError.namespaces.joined(separator: ", ")).")
        case .unknownField(let namespace, let name, let known):
            Message(
                vi: "“\(namespace)” không có “\(name.prefix(40))”. Chọn một trong: \(known.joined(separator: ", ")).",
                en: "“\(namespace)” has no “\(name.prefix(40))”. Choose one of: \(known.joined(separator: ", ")).")
        case .badAddress(let fault): fault.message
        }
    }
}

extension TemplateSyntaxError.AddressFault {
    var message: Message {
        switch self {
        case .scheme:
            Message(
                vi: "Địa chỉ phải bắt đầu bằng https:// (hoặc http:// khi egress có allow: loopback).",
                en: "The address must begin with https:// (or http:// where egress says allow: loopback).")
        case .userInformation:
            Message(
                vi: "Địa chỉ không được chứa tên và mật khẩu trước “@”. Dùng khóa auth.",
                en: "The address must not hold a name and password before “@”. Use the key auth.")
        case .port:
            Message(
                vi: "Cổng trong địa chỉ phải là số từ 1 đến 65535 hoặc một giá trị {{target.…}}.",
                en: "The port of the address must be a number from 1 to 65535 or a {{target.…}} value.")
        case .host:
            Message(
                vi: "Máy chủ chỉ gồm chữ không dấu, số, dấu chấm, gạch nối và {{target.…}}.",
                en: "The host may hold only ASCII letters, digits, dots, hyphens and {{target.…}}.")
        case .queryOrFragment:
            Message(
                vi: "Địa chỉ không được chứa “?” hoặc “#”. Viết các tham số dưới khóa query.",
                en: "The address must not hold “?” or “#”. Write parameters under the key query.")
        case .character(let character):
            Message(
                vi: "Ký tự “\(character)” không được đứng trong địa chỉ. Viết dạng mã hóa phần trăm.",
                en: "The character “\(character)” cannot stand in an address. Write it percent-encoded.")
        }
    }
}
