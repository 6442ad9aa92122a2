public import Outreach

/// Why a session was not logged or corrected; nothing was changed.
public enum SessionError: ReadableError, Hashable {
    case invalid([SessionProblem])
    case unknownSession(String)
    case ambiguousSession(String)
    case idTaken(String)
    case unknownAudience(Slug, known: [Slug])
    case unknownTopic(Slug)
    case reasonMissing
    case nothingChanged

    public var kind: FailureKind {
        switch self {
        case .invalid, .unknownAudience, .unknownTopic, .idTaken: .badData
        case .unknownSession: .notFound
        case .ambiguousSession, .reasonMissing, .nothingChanged: .usage
        }
    }

    public var message: Message {
        switch self {
        case .invalid(let problems):
            Message(
                vi: problems.map(\.message.vietnamese).joined(separator: " ") + " Chưa ghi gì.",
                en: problems.map(\.message.english).joined(separator: " ") + " Nothing was logged.")
        case .unknownSession(let id):
            Message(
                vi: "Không có buổi nào mang mã “\(id)”. Xem “loa sessions list”.",
                en: "There is no session “\(id)”. See “loa sessions list”.")
        case .ambiguousSession(let id):
            Message(
                vi: "Mã “\(id)” khớp với nhiều buổi; gõ dài hơn.",
                en: "“\(id)” fits more than one session; give more of the id.")
        case .idTaken(let id):
            Message(
                vi:
                    "Mã \(id) đã thuộc về một buổi khác nội dung. Chưa ghi gì; muốn sửa buổi đó hãy dùng “loa sessions correct”.",
                en: "The id \(id) belongs to a session that says something else. Nothing was logged; "
                    + "to change that one use “loa sessions correct”.")
        case .unknownAudience(let audience, let known):
            Message(
                vi: "Không có đối tượng “\(audience)”. Hiện có: \(known.map(\.description).joined(separator: ", ")).",
                en:
                    "There is no audience “\(audience)”. There are: \(known.map(\.description).joined(separator: ", "))."
            )
        case .unknownTopic(let topic):
            Message(
                vi: "Không có chủ đề “\(topic)”. Xem Content/topics.yaml.",
                en: "There is no topic “\(topic)”. See Content/topics.yaml.")
        case .reasonMissing:
            Message(
                vi: "Sửa số liệu phải nêu lý do (--reason). Chưa thay đổi gì.",
                en: "A correction needs a reason (--reason). Nothing was changed.")
        case .nothingChanged:
            Message(
                vi: "Bản sửa giống hệt bản đang có. Không thay đổi gì.",
                en: "The correction says what is there already. Nothing was changed.")
        }
    }
}
