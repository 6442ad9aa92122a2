import Operations
import Outreach

/// Which slots of a campaign to show.
struct SlotFilter: Sendable {
    let unit: Slug?
    let channel: Slug?
    /// `planned`, `session`, `dropped`, `clash`, or a state of posts.
    let state: String?

    init(_ query: Fields) {
        unit = query["unit"].flatMap(Slug.init)
        channel = query["channel"].flatMap(Slug.init)
        state = query["state"]
    }

    func contains(_ slot: Slot, _ post: CalendarPost?, clashes: Bool) -> Bool {
        guard unit == nil || slot.unit == unit, channel == nil || slot.channel == channel else { return false }
        switch state {
        case nil: return true
        case "planned": return post == nil && slot.channel != nil && !slot.isDropped
        case "session": return slot.channel == nil && !slot.isDropped
        case "dropped": return slot.isDropped
        case "clash": return clashes
        default: return post?.state.rawValue == state
        }
    }

    static func choices(_ visit: Visit) -> [Choice] {
        [
            Choice(value: "planned", label: visit.t(StateMark.planned.words)),
            Choice(value: "session", label: visit.t(StateMark.session.words)),
            Choice(value: "clash", label: visit.t("có vướng", "with a clash")),
            Choice(value: "dropped", label: visit.t(StateMark.dropped.words)),
        ] + PostState.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) }
    }
}

/// The slots of a campaign by week and day.
struct CampaignWeeks: Sendable {
    let visit: Visit
    let view: CampaignView
    let names: PlanningNames
    let filter: SlotFilter

    /// More than this at once is slow to read and to draw.
    private static let most = 600

    var html: HTML {
        let clashing = Dictionary(grouping: view.clashes.flatMap { clash in clash.slots.map { ($0, clash) } }, by: \.0)
            .mapValues { $0.map(\.1) }
        let fitting = view.slots.filter {
            filter.contains($0, view.posts[$0.key], clashes: clashing[$0.key] != nil)
        }
        guard !fitting.isEmpty else {
            return visit.empty(
                visit.t("Không có mục nào như vậy", "No such slots"),
                visit.t("Bỏ bớt điều kiện lọc để xem lại tất cả.", "Take a filter away to see all of them again."))
        }
        let shown = fitting.prefix(CampaignWeeks.most)
        let weeks = Dictionary(grouping: shown) { $0.day - ($0.day.isoWeekday - 1) }
        return """
            \(weeks.keys.sorted().html { week($0, weeks[$0] ?? [], clashing) })
            \(fitting.count > shown.count ? cut(fitting.count) : .empty)
            """
    }

    private func week(_ monday: Day, _ slots: [Slot], _ clashing: [String: [CampaignClash]]) -> HTML {
        let days = Dictionary(grouping: slots, by: \.day)
        let range = "\(visit.formats.shortDay(monday)) – \(visit.formats.day(monday + 6))"
        return """
            <section class="week"><h3>\(visit.t("Tuần", "Week")) \(range)</h3>
            \(days.keys.sorted().html { day in
                """
                <h4 class="day-head">\(visit.formats.weekday(day)) \(visit.formats.day(day)) \
                <span class="hint">\(visit.t("âm lịch", "lunar")) \(visit.formats.lunar(day))</span></h4>
                <ul class="slots">\((days[day] ?? []).sorted { ($0.time, $0.key) < ($1.time, $1.key) }
                    .html { row($0, clashing[$0.key] ?? []) })</ul>
                """
            })</section>
            """
    }

    private func row(_ slot: Slot, _ clashes: [CampaignClash]) -> HTML {
        let post = view.posts[slot.key]
        let mark = post.map { StateMark.post($0.state) } ?? StateMark(slot)
        return """
            <li class="slot\(slot.isDropped ? " slot-dropped" : "")" id="\(slot.anchor)">
            <time class="slot-time" datetime="\(slot.day)T\(slot.time)">\(slot.time)</time>
            <div class="slot-what"><a href="\(slot.path(in: view.campaign.id))">\(visit.t(slot.what))</a>
            <p class="slot-where">\(place(slot)) · \(material(slot))</p>
            \(slot.note.html { "<p class=\"slot-note\">\(visit.t("Ghi chú", "Note")): \($0)</p>" })
            \(post == nil ? clashes.html { "<p class=\"slot-clash\">\(visit.t($0.message))</p>" } : .empty)</div>
            <div class="slot-state">\(visit.badge(mark))</div></li>
            """
    }

    private func place(_ slot: Slot) -> String {
        slot.sessionWords.map { "\(visit.t($0)) · \(names.unit(slot.unit))" } ?? names.place(of: slot)
    }

    private func material(_ slot: Slot) -> HTML {
        guard let material = slot.material else { return HTML(text: visit.t("chưa có tài liệu", "no material yet")) }
        return visit.link(view.titles[material].map { visit.t($0) } ?? material.description, "/library/\(material)")
    }

    private func cut(_ count: Int) -> HTML {
        visit.notice(
            .info,
            HTML(
                text: visit.t(
                    "Đang hiện \(CampaignWeeks.most) trên \(count) mục. Lọc theo đơn vị hoặc kênh để xem phần còn lại.",
                    "Showing \(CampaignWeeks.most) of \(count.of("slot", "slots")). Filter by unit or channel to see the rest."
                )))
    }
}
