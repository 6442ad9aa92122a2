public import Outreach

/// Why an operation on materials was refused; nothing was changed.
public enum LibraryError: ReadableError, Hashable {
    case unknownMaterial(Slug, suggestions: [Slug])
    case nothingToDecide(Slug)
    case ownWork(material: Slug, user: String)
    case noApprovedRevision(Slug)
    case nothingToSearch

    public var kind: FailureKind {
        switch self {
        case .unknownMaterial: .notFound
        case .nothingToDecide, .nothingToSearch: .usage
        case .ownWork, .noApprovedRevision: .refused
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
                vi: "“\(user)” đã nhập “\(material)” nên không được tự duyệt. Nhờ người khác có quyền duyệt.",
                en: "“\(user)” brought in “\(material)” and cannot approve it. Ask someone else with the right.")
        case .noApprovedRevision(let slug):
            return Message(
                vi: "Tài liệu “\(slug)” chưa có phiên bản được duyệt. Duyệt trước: loa content approve \(slug).",
                en: "The material “\(slug)” has no approved revision. Approve it first: loa content approve \(slug).")
        case .nothingToSearch:
            return Message(
                vi: "Chưa có từ nào để tìm. Gõ ít nhất một chữ hoặc số.",
                en: "There is nothing to look for. Give at least one letter or digit.")
        }
    }
}
