public import Outreach

/// Why a request cannot be signed; the secret itself is never told.
public enum SigningError: Sendable, Hashable {
    case noSecret
    case secretNotBase64
    /// The secret holds this many bytes; Standard Webhooks asks for 24 to 64.
    case secretLength(Int)
    /// The message id is empty, or holds a full stop or a byte that cannot stand in a header.
    case badIdentifier
}

extension SigningError: ReadableError {
    public var message: Message {
        switch self {
        case .noSecret:
            Message(
                vi: "Kênh cần chữ ký nhưng chưa có khóa bí mật. Chưa gửi gì. Hãy thêm khóa vào mục bí mật.",
                en: "The channel is to be signed but has no secret. Nothing was sent. Add one to the secrets.")
        case .secretNotBase64:
            Message(
                vi: "Khóa ký của kênh không đúng dạng base64. Chưa gửi gì. Hãy chép lại cả khóa, kể cả whsec_.",
                en: "The channel's signing secret is not base64. Nothing was sent. "
                    + "Copy the whole secret again, whsec_ included.")
        case .secretLength(let count):
            Message(
                vi: "Khóa ký của kênh dài \(count) byte; phải từ 24 đến 64. Chưa gửi gì. Hãy tạo khóa mới.",
                en: "The channel's signing secret has \(count) bytes; it needs 24 to 64. Nothing was sent. "
                    + "Make a new one.")
        case .badIdentifier:
            Message(
                vi: "Mã bài gửi chứa ký tự không ký được. Chưa gửi gì. Hãy báo người quản trị.",
                en: "The message's id holds a character that cannot be signed. Nothing was sent. "
                    + "Tell the administrator.")
        }
    }
}
