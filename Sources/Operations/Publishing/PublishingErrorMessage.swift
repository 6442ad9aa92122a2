public import Outreach
import Storage

extension PublishingError {
    public var message: Message {
        switch self {
        case .unknownChannel(let slug, let known):
            let list = known.map(\.description).joined(separator: ", ")
            return Message(
                vi: "Không có kênh “\(slug)”. Hiện có: \(list).",
                en: "There is no channel “\(slug)”. There are: \(list).")
        case .unknownPost(let reference):
            return Message(
                vi: "Không có bài đăng “\(reference)”. Hãy tìm trong danh sách bài đăng.",
                en: "There is no post “\(reference)”. Look for it in the list of posts.")
        case .ambiguousPost(let reference):
            return Message(
                vi: "Mã “\(reference)” khớp với nhiều bài; gõ dài hơn.",
                en: "“\(reference)” fits more than one post; give more of the id.")
        case .noVariant(let material, let kind):
            return Message(
                vi:
                    "Tài liệu “\(material)” chưa có bản cho kênh “\(kind.rawValue)”. Thêm phần “=== \(kind.rawValue) ===” rồi nhập lại.",
                en: "The material “\(material)” has no variant for “\(kind.rawValue)”. Add a part "
                    + "“=== \(kind.rawValue) ===” and import again.")
        case .notValidOn(let material, let day):
            return Message(
                vi:
                    "Tài liệu “\(material)” không còn (hoặc chưa) có hiệu lực ngày \(day.written). Chọn tài liệu hoặc ngày khác.",
                en: "The material “\(material)” is not valid on \(day.written). Choose another material or day.")
        case .textMissing:
            return Message(
                vi: "Bài chưa có nội dung. Nêu một tài liệu, hoặc ghi tiêu đề và nội dung.",
                en: "The post has no text. Name a material, or give a title and a text.")
        case .tooLong(let length, let maximum):
            return Message(
                vi: "Nội dung dài \(length) ký tự, kênh chỉ nhận \(maximum). Loa không cắt bớt; hãy rút gọn.",
                en: "The text has \(length) characters and the channel takes \(maximum). Loa never cuts; shorten it.")
        case .channelUnfilled(let slug, let values):
            let list = values.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(separator: "; ")
            return Message(
                vi: "Kênh “\(slug)” còn chỗ chưa điền: \(list). Chưa gửi gì; điền trong Channels/channels.yaml (hoặc "
                    + "trên trang của kênh) rồi thử lại.",
                en: "The channel “\(slug)” is not filled in yet: \(list). Nothing was sent; fill it in in "
                    + "Channels/channels.yaml (or on the channel's page), then try again.")
        case .secretMissing(let name):
            return Message(
                vi: "Thiếu bí mật \(name): ghi vào tệp secrets/\(name), hoặc biến \(SecretStore.variable(name)). "
                    + "Chưa gửi gì.",
                en: "The secret \(name) is missing: put it into the file secrets/\(name), or set "
                    + "\(SecretStore.variable(name)). Nothing was sent.")
        case .cannotRender(let reason):
            return Message(
                vi: "Chưa gửi được bài này: \(reason.vietnamese)",
                en: "This post cannot be sent as it is: \(reason.english)")
        case .inPast(let moment):
            return Message(
                vi: "Thời điểm \(moment) đã qua. Chọn thời điểm sắp tới.",
                en: "\(moment) has passed. Choose a moment to come.")
        case .tooEarly(let moment):
            return Message(
                vi:
                    "Bài được duyệt để đăng lúc \(moment); chưa đến ngày đó. Chưa ghi gì; đổi ngày thì sửa bài rồi duyệt lại.",
                en: "The post was approved for \(moment), and that day has not come. Nothing was written down; "
                    + "to move it, edit it and have it approved again.")
        case .ownWork(let user):
            return Message(
                vi: "“\(user)” là người soạn nên không được tự duyệt. Nhờ người khác có quyền duyệt.",
                en: "“\(user)” wrote it and cannot approve it. Ask someone else with the right.")
        case .gaveStep(let user):
            return Message(
                vi: "“\(user)” đã ký một bước trước của bài này. Mỗi bước cần một người khác; chưa thay đổi gì.",
                en: "“\(user)” gave an earlier step of this post. Each step is for another person; nothing was changed."
            )
        case .byHandOnly(let channel):
            return Message(
                vi:
                    "Kênh “\(channel)” đăng bằng tay: lấy bộ nội dung bằng “loa posts kit”, đăng xong ghi lại bằng “loa posts resolve”.",
                en: "The channel “\(channel)” is by hand: take the kit with “loa posts kit”, then write down what was "
                    + "done with “loa posts resolve”.")
        case .notByHand(let channel):
            return Message(
                vi: "Kênh “\(channel)” gửi tự động nên không có bộ nội dung đăng tay.",
                en: "The channel “\(channel)” is automatic and has no kit to post by hand.")
        case .recordMissing(let record):
            let asked =
                switch record {
                case .link: Message(vi: "liên kết của bài (--link)", en: "the link to the post (--link)")
                case .playLog: Message(vi: "số lần đã phát (--plays)", en: "how often it was played (--plays)")
                case .quantity: Message(vi: "số bản đã in (--prints)", en: "how many were printed (--prints)")
                }
            return Message(
                vi: "Kênh này cần ghi \(asked.vietnamese). Chưa ghi gì; thêm vào rồi làm lại.",
                en: "This channel asks for \(asked.english). Nothing was written down; add it and do it again.")
        case .reasonMissing:
            return Message(
                vi: "Phải nêu lý do. Chưa thay đổi gì; ghi lý do (--comment, --reason) rồi làm lại.",
                en: "A reason is needed. Nothing was changed; give one (--comment, --reason) and do it again.")
        case .alreadyScheduled(let channel, let at):
            return Message(
                vi: "Mục này đã có bài trên kênh “\(channel)” lúc \(at). Chưa lưu gì, để khỏi đăng hai lần; chọn giờ "
                    + "khác, hoặc bỏ một trong hai bài.",
                en: "This slot has a post on “\(channel)” at \(at) already. Nothing was kept, so that it does not go "
                    + "out twice; choose another time, or drop one of the two.")
        case .badLink(let link):
            return Message(
                vi: "“\(link)” không phải địa chỉ trang web. Chưa lưu gì; ghi đầy đủ, bắt đầu bằng https://.",
                en: "“\(link)” is no web address. Nothing was kept; write it in full, beginning with https://.")
        case .changedMeanwhile:
            return Message(
                vi:
                    "Bài vừa được người khác hoặc tiến trình gửi thay đổi. Không thay đổi gì thêm; xem lại rồi làm tiếp.",
                en:
                    "Someone else or the engine changed the post just now. Nothing more was changed; look again and go on."
            )
        case .editedMeanwhile(let editors):
            let names = editors.joined(separator: ", ")
            return Message(
                vi: "Bài đã được sửa sau khi bạn mở ra\(names.isEmpty ? "" : " (\(names))"). Chưa lưu để khỏi ghi đè; "
                    + "chữ bạn gõ vẫn còn dưới đây, hãy so với bản mới rồi lưu lại.",
                en:
                    "The post was changed after you opened it\(names.isEmpty ? "" : " (\(names))"). Not saved, lest it be "
                    + "written over; what you typed is still here: compare it with the new text, then save again.")
        case .changedSinceSeen(let parts, let state):
            return PublishingError.changedSinceSeen(parts, state)
        case .campaignChangedSinceSeen:
            return Message(
                vi: "Danh sách bài chờ duyệt của chiến dịch đã khác lúc bạn đọc. Chưa duyệt bài nào; hãy đọc lại.",
                en:
                    "The campaign’s posts in review are not those you read any more. None was approved; read them again."
            )
        case .nothingChosen:
            return Message(
                vi: "Chưa chọn bài nào. Chưa thay đổi gì; hãy chọn ít nhất một bài.",
                en: "No post is chosen. Nothing was changed; choose at least one.")
        case .nothingToDo(let reason):
            return reason
        case .holdExists:
            return Message(
                vi: "Đã có lệnh tạm dừng ở đây. Giữ nguyên lệnh cũ cùng lý do của nó.",
                en: "There is a hold here already. It stays, with its reason.")
        case .held(let by, let reason):
            return Message(
                vi: "Bài đang bị tạm dừng (\(by)): \(reason). Chưa lấy được bộ nội dung; chờ mở lại.",
                en: "The post is held (\(by)): \(reason). There is no kit until the hold is released.")
        case .noHold:
            return Message(vi: "Ở đây không có lệnh tạm dừng nào.", en: "There is no hold here.")
        case .channelOff(let channel, let reason):
            return Message(
                vi: "Kênh “\(channel)” không gửi lúc này: \(reason.vietnamese)",
                en: "The channel “\(channel)” sends nothing now: \(reason.english)")
        case .notThisInstance:
            return Message(
                vi:
                    "Cơ sở dữ liệu này được khôi phục hoặc sao chép từ nơi khác nên Loa không gửi gì, để khỏi đăng lại. "
                    + "Kiểm tra xong, quản trị cho gửi lại ở trang Dừng gửi, hoặc chạy “loa deliver --resume”.",
                en:
                    "This database was restored or copied from elsewhere, so Loa sends nothing, lest posts go out again. "
                    + "Once it is checked, an administrator resumes on the page Holds, or with “loa deliver --resume”.")
        }
    }
}

extension PublishingError {
    private static func changedSinceSeen(_ parts: [PostPart], _ state: PostState) -> Message {
        let (vietnamese, english) = (
            parts.map(\.words.vietnamese).joined(separator: ", "), parts.map(\.words.english).joined(separator: ", ")
        )
        let what =
            parts.isEmpty
            ? Message(vi: "", en: "") : Message(vi: " (\(vietnamese))", en: " (\(english))")
        return Message(
            vi:
                "Bài đã đổi sau khi bạn đọc\(what.vietnamese), nay ở trạng thái “\(state.words.vietnamese)”. Chưa duyệt gì; hãy đọc lại bản mới.",
            en: "The post changed after you read it\(what.english) and is “\(state.words.english)” now. "
                + "Nothing was approved; read it again.")
    }
}

extension PublishingError {
    /// Why a channel is off that its file does not switch on.
    static let offInFile = Message(vi: "enabled: false trong channels.yaml.", en: "enabled: false in channels.yaml.")
}
