public import Outreach

/// Why a URL is not used. Its text is never part of the message, because secrets stand in URLs.
public enum DestinationError: Sendable, Hashable {
    /// Not an absolute URL.
    case malformed
    case tooLong
    /// A space, a line break or another control byte.
    case controlByte
    /// Neither `https` nor, where this machine may be reached, `http`.
    case schemeNotAllowed
    /// A name or password before the host; secrets belong in the channel's secrets.
    case userInformation
    case missingHost
    case badHost
    /// A host in letters beyond ASCII. It has to be written in the form DNS knows (RFC 5891), because letters that
    /// look alike name different hosts.
    case hostNotASCII
    /// A name that means this machine or its own network.
    case localName
    /// An IPv6 zone, which names a network card of this machine (RFC 4007).
    case zone
    case badPort
    /// A host that the channel does not list under `egress`.
    case hostNotListed
    /// A number for a host, and one that nothing is sent to.
    case address(AddressRefusal)
}

extension DestinationError: ReadableError {
    public var message: Message {
        switch self {
        case .malformed, .missingHost, .badHost, .badPort:
            Message(
                vi: "Địa chỉ của kênh không đúng dạng. Chưa gửi gì. Hãy viết đủ, ví dụ https://ten-mien.vn/duong-dan.",
                en: "The channel's address is malformed. Nothing was sent. "
                    + "Write it in full, such as https://example.vn/path.")
        case .controlByte:
            Message(
                vi: "Địa chỉ của kênh chứa khoảng trắng hoặc ký tự xuống dòng. Chưa gửi gì. Hãy chép lại địa chỉ.",
                en: "The channel's address holds a space or a line break. Nothing was sent. Copy the address again.")
        case .tooLong:
            Message(
                vi: "Địa chỉ của kênh dài hơn 8192 byte. Chưa gửi gì. Hãy rút ngắn địa chỉ.",
                en: "The channel's address is longer than 8192 bytes. Nothing was sent. Shorten it.")
        case .localName:
            Message(
                vi: "Tên máy nhận chỉ có nghĩa trong mạng của máy này. Chưa gửi gì. Hãy dùng tên miền công khai.",
                en: "The receiver's name means something only inside this machine's network. Nothing was sent. "
                    + "Use a public name.")
        case .schemeNotAllowed:
            Message(
                vi: "Địa chỉ của kênh phải bắt đầu bằng https://. Chưa gửi gì. Hãy sửa địa chỉ.",
                en: "The channel's address has to begin with https://. Nothing was sent. Correct the address.")
        case .userInformation:
            Message(
                vi: "Địa chỉ của kênh chứa tên đăng nhập. Chưa gửi gì. Hãy chuyển tên và mật khẩu vào mục bí mật.",
                en: "The channel's address holds a login. Nothing was sent. "
                    + "Move name and password to the channel's secrets.")
        case .hostNotASCII:
            Message(
                vi: "Tên máy nhận có dấu hoặc ký tự lạ. Chưa gửi gì. Hãy viết tên ở dạng xn--… của tên miền đó.",
                en: "The receiver's name has letters beyond ASCII. Nothing was sent. Write it in its xn--… form.")
        case .zone:
            Message(
                vi: "Địa chỉ của kênh trỏ vào một cạc mạng của máy này. Chưa gửi gì. Hãy sửa địa chỉ.",
                en: "The channel's address names a network card of this machine. Nothing was sent. Correct the address."
            )
        case .hostNotListed:
            Message(
                vi: "Máy nhận không có trong danh sách được phép của kênh. Chưa gửi gì. "
                    + "Hãy sửa địa chỉ, hoặc thêm máy nhận vào mục egress của kênh.",
                en: "The receiver is not on the channel's list. Nothing was sent. "
                    + "Correct the address, or add the host under the channel's egress.")
        case .address(let refusal):
            refusal.message
        }
    }
}
