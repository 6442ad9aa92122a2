import Operations
import Outreach

/// What clashes in a campaign, in words, each with a way to the slots it is about.
struct ClashList: Sendable {
    let visit: Visit
    let view: CampaignView

    /// The rest unfolds.
    private static let first = 10

    var html: HTML {
        let clashes = view.clashes
        guard !clashes.isEmpty else {
            return view.slots.isEmpty
                ? .empty
                : visit.notice(
                    .ok,
                    HTML(
                        text: visit.t(
                            "Không vướng gì: đúng khung giờ, không trùng, đủ đối tượng, tuần nào cũng có Tổng đài 111.",
                            "Nothing clashes: within hours, none too close, every audience reached, Hotline 111 in every week."
                        )))
        }
        let rest = clashes.dropFirst(ClashList.first)
        return """
            <section class="card clashes" id="clashes"><h2>\(visit.t(
                "Chỗ vướng (\(clashes.count))", "Clashes (\(clashes.count))"))</h2>
            <ul>\(clashes.prefix(ClashList.first).html(line))</ul>
            \(rest.isEmpty ? .empty : """
                <details class="fold"><summary>\(visit.t("Xem thêm \(rest.count)", "\(rest.count) more"))</summary>
                <ul>\(rest.html(line))</ul></details>
                """ as HTML)</section>
            """
    }

    private func line(_ clash: CampaignClash) -> HTML {
        let slots = clash.slots.filter { view.posts[$0] == nil }
        return """
            <li><span class="badge badge-warn">\(visit.t(clash.kind.words))</span> \(visit.t(clash.message)) \
            \(slots.prefix(3).enumerated().html { number, key in
                visit.link(
                    slots.count == 1
                        ? visit.t("Sửa mục", "Change the slot") : visit.t("Sửa mục \(number + 1)", "Change slot \(number + 1)"),
                    "/campaigns/\(view.campaign.id)/slots/\(key)")
                + " "
            })</li>
            """
    }
}

extension CampaignClash.Kind {
    /// A word or two to tell kinds apart at a glance.
    var words: Message {
        switch self {
        case .closedTime: Message(vi: "ngoài giờ", en: "closed")
        case .tooClose: Message(vi: "quá sát nhau", en: "too close")
        case .overDailyLimit: Message(vi: "quá số bài mỗi ngày", en: "too many a day")
        case .repeatTooSoon: Message(vi: "lặp lại sớm", en: "repeated too soon")
        case .noMaterial: Message(vi: "chưa có tài liệu", en: "no material")
        case .unknownMaterial: Message(vi: "tài liệu chưa duyệt", en: "material not approved")
        case .notValid: Message(vi: "hết hiệu lực", en: "not valid")
        case .noVariant: Message(vi: "thiếu bản theo kênh", en: "no variant")
        case .wrongLevel: Message(vi: "sai cấp học", en: "wrong level")
        case .wrongAudience: Message(vi: "sai đối tượng", en: "wrong audience")
        case .unknownPlace: Message(vi: "kênh không còn", en: "channel gone")
        case .hotlineMissing: Message(vi: "thiếu Tổng đài 111", en: "no Hotline 111")
        case .audienceUncovered: Message(vi: "thiếu đối tượng", en: "audience missing")
        }
    }
}
