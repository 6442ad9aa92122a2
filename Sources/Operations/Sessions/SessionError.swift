public import Outreach

/// Why a session was not logged or corrected; nothing was changed.
public enum SessionError: ReadableError, Hashable {
    case invalid([SessionProblem])
    case unknownSession(String)
    case ambiguousSession(String)
    case idTaken(String)
    case unknownAudience(Slug, known: [Slug])
    case unknownTopic(Slug)
    /// The material has no such revision.
    case unknownRevision(Slug)
    case reasonMissing
    case nothingChanged
    /// The session is not any more what the correction was made from.
    case correctedMeanwhile(by: String, reason: String)
    /// Taken out of all counts by a person; it does not come back by being sent once more.
    case withdrawn(String, Withdrawn)
    case unknownPhoto(String)
    case photoIDTaken(String)
    /// An id of noughts, or of nothing but f, which nobody made.
    case reservedPhotoID
    case tooManyPhotos(limit: Int)
    /// Children may be recognised in it, and consents are missing.
    case photoKeptIn

    public var kind: FailureKind {
        switch self {
        case .invalid, .unknownAudience, .unknownTopic, .unknownRevision, .tooManyPhotos, .reservedPhotoID: .badData
        case .idTaken, .photoIDTaken, .withdrawn, .correctedMeanwhile: .conflict
        case .unknownSession, .unknownPhoto: .notFound
        case .ambiguousSession, .reasonMissing, .nothingChanged: .usage
        case .photoKeptIn: .refused
        }
    }

    public var message: Message {
        switch self {
        case .invalid(let problems):
            // What tells of a single person says itself that nothing was kept.
            Message(
                vi: problems.map(\.message.vietnamese).joined(separator: " ")
                    + (problems.contains(where: \.isPersonal) ? "" : " Chưa ghi gì."),
                en: problems.map(\.message.english).joined(separator: " ")
                    + (problems.contains(where: \.isPersonal) ? "" : " Nothing was logged."))
        case .photoKeptIn:
            Message(
                vi: "Ảnh chưa cho xem: chưa ai ghi có nhận ra trẻ em trong ảnh không, hoặc còn thiếu bản đồng ý.",
                en: "The photo is kept in: nobody said yet whether children can be recognised, or consents are missing."
            )
        case .unknownSession(let id):
            Message(
                vi: "Không có buổi nào mang mã “\(id)”. Hãy tìm trong danh sách các buổi.",
                en: "There is no session “\(id)”. Look for it in the list of sessions.")
        case .ambiguousSession(let id):
            Message(
                vi: "Mã “\(id)” khớp với nhiều buổi; gõ dài hơn.",
                en: "“\(id)” fits more than one session; give more of the id.")
        case .idTaken(let id):
            Message(
                vi: "Mã \(id) đã thuộc về một buổi có nội dung khác. Chưa ghi gì; muốn đổi buổi đó, hãy mở buổi và "
                    + "sửa kèm lý do; nếu là buổi khác, hãy ghi thành buổi mới.",
                en: "The id \(id) belongs to a session that says something else. Nothing was logged; to change that "
                    + "session open it and correct it with a reason; if this is another one, log it anew.")
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
        case .unknownRevision(let material):
            Message(
                vi: "Tài liệu “\(material)” không có phiên bản này. Hãy chọn lại tài liệu.",
                en: "The material “\(material)” has no such revision. Choose the material again.")
        case .reasonMissing:
            Message(
                vi: "Sửa hoặc rút một buổi phải nêu lý do. Chưa thay đổi gì.",
                en: "Correcting or withdrawing a session needs a reason. Nothing was changed.")
        case .nothingChanged:
            Message(
                vi: "Bản sửa giống hệt bản đang có. Không thay đổi gì.",
                en: "The correction says what is there already. Nothing was changed.")
        case .correctedMeanwhile(let by, let reason):
            Message(
                vi: "“\(by)” đã sửa buổi này sau khi bạn mở (lý do: “\(reason)”). Bản sửa của bạn chưa lưu, những gì "
                    + "bạn gõ vẫn còn. Hãy xem bản đang có, đối chiếu, rồi lưu lại nếu vẫn cần.",
                en: "“\(by)” corrected this session after you opened it (“\(reason)”). Your correction was not saved; "
                    + "what you typed is still here. Look at what it says now, compare, and save again if still needed."
            )
        case .withdrawn(let id, let withdrawn):
            Message(
                vi: "“\(withdrawn.by)” đã rút buổi \(id) khỏi số liệu ngày \(withdrawn.day.written) "
                    + "(“\(withdrawn.reason)”). Không thay đổi gì; nếu rút nhầm, hãy ghi thành buổi mới.",
                en: "“\(withdrawn.by)” withdrew the session \(id) on \(withdrawn.day.written) (“\(withdrawn.reason)”). "
                    + "Nothing was changed; if that was a mistake, log it anew.")
        case .unknownPhoto:
            Message(vi: "Không có ảnh này ở buổi này.", en: "This session has no such photo.")
        case .photoIDTaken(let id):
            Message(
                vi: "Mã ảnh \(id) đã thuộc về một ảnh khác. Chưa lưu ảnh; hãy chọn lại ảnh.",
                en: "The photo id \(id) belongs to another picture. This one was not kept; choose it again.")
        case .reservedPhotoID:
            Message(
                vi: "Mã ảnh toàn số 0 (hoặc toàn f) không phải mã của ảnh nào. Chưa lưu ảnh; hãy tạo mã mới (UUID).",
                en: "A photo’s id cannot be noughts, or nothing but f. The photo was not kept; make a new id (a UUID).")
        case .tooManyPhotos(let limit):
            Message(
                vi: "Buổi này đã có \(limit) ảnh, mức nhiều nhất. Chưa lưu ảnh; hãy gỡ bớt ảnh cũ.",
                en: "This session has \(limit) photos, the most there can be. It was not kept; remove another first.")
        }
    }
}

/// Who took a session out of all counts, when and why.
public struct Withdrawn: Sendable, Hashable {
    public let by: String
    public let day: Day
    public let reason: String

    public init(_ withdrawal: Withdrawal) {
        by = withdrawal.by
        day = Zone.vietnam.day(of: withdrawal.at)
        reason = withdrawal.reason
    }
}

extension SessionProblem {
    fileprivate var isPersonal: Bool {
        if case .personal = self { true } else { false }
    }
}
