public import Outreach

/// Why an operation on materials was refused; nothing was changed.
public enum LibraryError: ReadableError, Hashable {
    case unknownMaterial(Slug, suggestions: [Slug])
    case nothingToDecide(Slug)
    case ownWork(material: Slug, user: String)
    case noApprovedRevision(Slug)
    case nothingToSearch
    case unknownRevision(ContentHash)
    /// Somebody saved another revision after the one the approver saw.
    case newerRevision(material: Slug, number: Int)
    case alreadyDecided(Slug, RevisionState)
    case reasonMissing
    case reasonTooLong
    case nothingTicked
    /// Somebody saved another revision while this one was being written.
    case savedMeanwhile(material: Slug, by: String, number: Int, newest: ContentHash)
    case nameTaken(Slug)
    case kindIsFixed(Slug)
    case incomplete([MaterialMistake])

    public var kind: FailureKind {
        switch self {
        case .unknownMaterial, .unknownRevision: .notFound
        case .nothingToDecide, .nothingToSearch, .reasonMissing, .nothingTicked: .usage
        case .ownWork, .noApprovedRevision, .newerRevision, .alreadyDecided, .savedMeanwhile: .refused
        case .reasonTooLong, .nameTaken, .kindIsFixed, .incomplete: .badData
        }
    }

    public var message: Message {
        switch self {
        case .unknownMaterial(let slug, let suggestions):
            let hint = suggestions.map(\.description).joined(separator: ", ")
            return Message(
                vi: "Không có tài liệu “\(slug)”." + (hint.isEmpty ? " Xem “loa content list”." : " Có phải: \(hint)?"),
                en: "There is no material “\(slug)”."
                    + (hint.isEmpty ? " See “loa content list”." : " Did you mean: \(hint)?"))
        case .nothingToDecide(let slug):
            return Message(
                vi: "Tài liệu “\(slug)” không có phiên bản nào đang chờ duyệt. Không thay đổi gì.",
                en: "The material “\(slug)” has no revision waiting for approval. Nothing was changed.")
        case .ownWork(let material, let user):
            return Message(
                vi: "“\(user)” đã viết một phần những gì thay đổi ở “\(material)” nên không được tự duyệt. "
                    + "Chưa thay đổi gì; nhờ người khác có quyền duyệt.",
                en: "“\(user)” wrote some of what changes in “\(material)” and cannot approve it. "
                    + "Nothing was changed; ask someone else with the right.")
        case .noApprovedRevision(let slug):
            return Message(
                vi: "Tài liệu “\(slug)” chưa có phiên bản được duyệt. Duyệt trước: loa content approve \(slug).",
                en: "The material “\(slug)” has no approved revision. Approve it first: loa content approve \(slug).")
        case .nothingToSearch:
            return Message(
                vi: "Chưa có từ nào để tìm. Gõ ít nhất một chữ hoặc số.",
                en: "There is nothing to look for. Give at least one letter or digit.")
        case .unknownRevision(let hash):
            return Message(
                vi: "Không có phiên bản \(hash.short). Chưa thay đổi gì; hãy mở lại trang tài liệu.",
                en: "There is no revision \(hash.short). Nothing was changed; open the material again.")
        case .newerRevision(let material, let number):
            return Message(
                vi:
                    "“\(material)” vừa có bản \(number), mới hơn bản bạn đã xem. Chưa duyệt gì; hãy xem bản mới rồi quyết định.",
                en: "“\(material)” has a revision \(number) now, newer than the one you saw. "
                    + "Nothing was decided; look at it, then decide.")
        case .alreadyDecided(let material, let state):
            return Message(
                vi: "Bản này của “\(material)” đã được quyết định: \(state.words.vietnamese). Không thay đổi gì; "
                    + "muốn đổi thì sửa tài liệu thành bản mới rồi gửi duyệt.",
                en: "This revision of “\(material)” was decided already: \(state.words.english). Nothing was "
                    + "changed; to have it otherwise, write a new revision and have that decided.")
        case .reasonMissing:
            return Message(
                vi: "Trả lại thì cần nói vì sao, để người viết biết sửa gì. Chưa thay đổi gì.",
                en: "To reject, say why, so that the author knows what to mend. Nothing was changed.")
        case .reasonTooLong:
            return Message(
                vi: "Lời nhận xét dài quá 2.000 ký tự. Chưa thay đổi gì; hãy viết ngắn hơn.",
                en: "The comment is longer than 2,000 characters. Nothing was changed; make it shorter.")
        case .nothingTicked:
            return Message(
                vi: "Chưa chọn bản nào. Chưa thay đổi gì; đánh dấu các bản muốn duyệt rồi gửi lại.",
                en: "Nothing was ticked. Nothing was changed; tick what to approve, then send it again.")
        case .savedMeanwhile(_, let by, let number, _):
            return Message(
                vi: "Trong lúc bạn viết, “\(by)” đã lưu bản \(number). Chưa lưu gì và những gì bạn gõ vẫn còn. "
                    + "Xem bản \(number) khác chỗ nào rồi lưu lần nữa: bản của bạn sẽ là bản tiếp theo, không mất bản nào.",
                en: "While you were writing, “\(by)” saved revision \(number). Nothing was saved and what you typed is "
                    + "still here. See how revision \(number) differs, then save again: yours becomes the next, none is lost."
            )
        case .nameTaken(let material):
            return Message(
                vi: "Đã có tài liệu mang mã “\(material)”. Chưa lưu gì; hãy đặt mã khác, hoặc sửa tài liệu đó.",
                en:
                    "There is a material “\(material)” already. Nothing was saved; choose another identifier, or edit that one."
            )
        case .kindIsFixed(let material):
            return Message(
                vi: "Loại của “\(material)” không đổi được vì số liệu đã đếm theo loại. Hãy tạo tài liệu mới.",
                en: "The kind of “\(material)” cannot change, for counts go by it. Make a new material instead.")
        case .incomplete(let mistakes):
            let list = mistakes.map { ($0.field.words, $0.message) }
            return Message(
                vi: "Chưa lưu: "
                    + list.map { "\($0.0.vietnamese): \($0.1.vietnamese)" }.joined(separator: " "),
                en: "Not saved: " + list.map { "\($0.0.english): \($0.1.english)" }.joined(separator: " "))
        }
    }
}
