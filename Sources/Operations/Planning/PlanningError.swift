public import Outreach

/// Why planning was refused; nothing was changed.
public enum PlanningError: ReadableError, Hashable {
    case unknownPlaybook(Slug, known: [Slug])
    case unknownObservance(Slug)
    case unknownCampaign(Slug, known: [Slug])
    case unknownPlan(Slug, known: [Slug])
    case unknownSlot(String, campaign: Slug)
    case noDates(observance: Slug, year: Int)
    case noChannels(units: [Slug])
    case yearOutOfRange(Int)
    case slotIsPosted(String)
    case slotChangedMeanwhile(by: String)
    case sessionHasNoChannel
    case channelNotInCampaign(Slug, known: [Slug])

    public var kind: FailureKind {
        switch self {
        case .noChannels: .configuration
        case .slotIsPosted, .sessionHasNoChannel, .channelNotInCampaign: .refused
        case .slotChangedMeanwhile: .tryAgain
        case .unknownCampaign, .unknownPlan, .unknownSlot: .notFound
        default: .usage
        }
    }

    public var message: Message {
        switch self {
        case .unknownPlaybook(let slug, let known):
            Message(
                vi: "Không có kịch bản “\(slug)”. Hiện có: \(PlanningError.list(known)).",
                en: "There is no playbook “\(slug)”. There are: \(PlanningError.list(known)).")
        case .unknownObservance(let slug):
            Message(
                vi: "Không có dịp “\(slug)”. Xem “loa observances list --year 2026”.",
                en: "There is no observance “\(slug)”. See “loa observances list --year 2026”.")
        case .unknownCampaign(let slug, let known):
            Message(
                vi: "Không có chiến dịch “\(slug)”."
                    + (known.isEmpty
                        ? " Hãy chọn trong danh sách chiến dịch." : " Hiện có: \(PlanningError.list(known))."),
                en: "There is no campaign “\(slug)”."
                    + (known.isEmpty
                        ? " Choose one from the list of campaigns." : " There are: \(PlanningError.list(known))."))
        case .unknownPlan(let slug, let known):
            Message(
                vi: "Không có kế hoạch “\(slug)”. Hiện có: \(PlanningError.list(known)).",
                en: "There is no plan “\(slug)”. There are: \(PlanningError.list(known)).")
        case .unknownSlot(let key, let campaign):
            Message(
                vi: "Chiến dịch “\(campaign)” không có mục “\(key)”. Xem “loa campaigns show \(campaign)”.",
                en: "The campaign “\(campaign)” has no slot “\(key)”. See “loa campaigns show \(campaign)”.")
        case .noDates(let observance, let year):
            Message(
                vi: "Dịp “\(observance)” không có ngày nào trong năm \(year).",
                en: "The observance “\(observance)” has no date in \(year).")
        case .noChannels(let units):
            Message(
                vi: "Các đơn vị \(PlanningError.list(units)) chưa có kênh nào đang bật. Thêm kênh vào "
                    + "Channels/channels.yaml rồi chạy “loa content import”.",
                en: "The units \(PlanningError.list(units)) have no channel switched on. Add channels to "
                    + "Channels/channels.yaml, then run “loa content import”.")
        case .yearOutOfRange(let year):
            Message(vi: "Năm \(year) nằm ngoài 1968–2100.", en: "The year \(year) lies outside 1968–2100.")
        case .slotIsPosted(let key):
            Message(
                vi: "Mục “\(key)” đã thành bài đăng. Không thay đổi gì; sửa ở bài đăng.",
                en: "The slot “\(key)” has become a post. Nothing was changed; change the post.")
        case .slotChangedMeanwhile(let user):
            Message(
                vi: "“\(user)” vừa đổi mục này. Chưa ghi đè gì; xem lại mục rồi đổi tiếp nếu vẫn cần.",
                en: "“\(user)” changed the slot meanwhile. Nothing was overwritten; look again, then change it.")
        case .sessionHasNoChannel:
            Message(
                vi: "Đây là buổi tuyên truyền nên không có kênh. Chưa thay đổi gì; đổi ngày, giờ hoặc tài liệu.",
                en: "This is a session and has no channel. Nothing was changed; change its day, time or material.")
        case .channelNotInCampaign(let channel, let known):
            Message(
                vi: "Kênh “\(channel)” đang tắt hoặc không thuộc đơn vị nào của chiến dịch. Chưa thay đổi gì; "
                    + "chọn một trong: \(PlanningError.list(known)).",
                en: "The channel “\(channel)” is off or belongs to no unit of the campaign. Nothing was changed; "
                    + "choose one of: \(PlanningError.list(known)).")
        }
    }

    private static func list(_ slugs: [Slug]) -> String {
        slugs.isEmpty ? "—" : slugs.map(\.description).joined(separator: ", ")
    }
}
