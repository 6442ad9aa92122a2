import Outreach

/// Why a request to the API cannot be understood; nothing was changed.
enum APIError: ReadableError, Hashable {
    case unknownParameter(String, known: [String])
    case badParameter(String)
    case badBody(String)
    case keyReused
    case keyUnderWay
    case keyUnknown

    var kind: FailureKind {
        switch self {
        case .unknownParameter, .badParameter, .badBody: .usage
        case .keyReused: .configuration
        case .keyUnderWay, .keyUnknown: .configuration
        }
    }

    var message: Message {
        switch self {
        case .unknownParameter(let name, let known):
            Message(
                vi: "Không có tham số “\(name)”. Có thể dùng: \(known.joined(separator: ", ")).",
                en: "There is no parameter “\(name)”. There are: \(known.joined(separator: ", ")).")
        case .badParameter(let name):
            Message(
                vi: "Tham số “\(name)” không đúng dạng; xem /api/v1/openapi.json.",
                en: "The parameter “\(name)” is not of the right form; see /api/v1/openapi.json.")
        case .badBody(let detail):
            Message(
                vi: "Không đọc được nội dung JSON: \(detail). Chưa thay đổi gì.",
                en: "The JSON body cannot be read: \(detail). Nothing was changed.")
        case .keyReused:
            Message(
                vi: "Idempotency-Key này đã đi cùng một yêu cầu khác. Dùng khóa mới cho yêu cầu mới.",
                en: "This Idempotency-Key came with another request before. Use a new key for a new request.")
        case .keyUnderWay:
            Message(
                vi: "Yêu cầu đầu tiên với khóa này còn đang làm. Hãy hỏi lại sau.",
                en: "The first request with this key is still under way. Ask again later.")
        case .keyUnknown:
            Message(
                vi:
                    "Yêu cầu đầu tiên với khóa này bị ngắt; không rõ đã có hiệu lực chưa. Hãy kiểm tra rồi dùng khóa mới.",
                en:
                    "The first request with this key was cut off; whether it took effect is not known. Look, then use a new key."
            )
        }
    }
}
