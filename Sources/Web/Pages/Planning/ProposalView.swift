import Operations
import Outreach

/// What the planner proposes, before anything is stored: figures, notes in words, and the slots on a calendar.
struct ProposalView: Sendable {
    let visit: Visit
    let names: PlanningNames
    let planned: CampaignPlanned

    private var slots: [Slot] { planned.proposal.slots.filter { !$0.isDropped } }

    var html: HTML {
        """
        <section class="proposal" aria-labelledby="proposal-title">
        <h2 id="proposal-title">\(visit.t(planned.campaign.name)): \(visit.formats.range(planned.campaign.range))</h2>
        \(figures)
        \(planned.isKnown ? known : .empty)
        \(keep)
        \(notes(.unmet, visit.t("Chưa đáp ứng được", "Not met")))
        \(notes(.satisfied, visit.t("Đã dời hoặc thêm cho hợp quy tắc", "Moved or added to keep the rules")))
        \(months.html(month))
        </section>
        """
    }

    private var figures: HTML {
        let sessions = slots.count { $0.channel == nil }
        let unmet = planned.proposal.notes.count { $0.severity == .unmet }
        return """
            <div class="figures">\
            \(visit.figure(visit.formats.number(slots.count - sessions), visit.t("bài đăng", "posts")))\
            \(visit.figure(visit.formats.number(sessions), visit.t("buổi tuyên truyền", "sessions")))\
            \(visit.figure(visit.formats.number(Set(slots.compactMap(\.channel)).count), visit.t("kênh", "channels")))\
            \(visit.figure(
                visit.formats.number(unmet), visit.t("điều chưa đáp ứng", "not met"), tone: unmet == 0 ? .ok : .warn))\
            </div>
            """
    }

    private var known: HTML {
        let kept = planned.proposal.slots.count { $0.changedBy != nil }
        return visit.notice(
            .info,
            """
            \(visit.t(
                "Chiến dịch này đã có. Lưu lại thì \(kept) mục đã sửa tay và mọi mục đã thành bài được giữ nguyên, phần còn lại lập mới.",
                "This campaign exists. Saving keeps \(kept) slots changed by hand and all that are posts, and plans the rest anew.")) \
            \(visit.link(visit.t("Xem chiến dịch", "See the campaign"), "/campaigns/\(planned.campaign.id)"))
            """)
    }

    /// Sends on what was looked at.
    private var keep: HTML {
        let form = FormView(visit)
        let campaign = planned.campaign
        return """
            <form method="post" action="/campaigns/new" class="form-actions">\(form.token)\
            \(form.hidden("playbook", campaign.playbook.description))\(form.hidden("year", String(campaign.year)))\
            \(form.hidden("owner", campaign.owner.description))\
            \(campaign.units.html { form.hidden("unit", $0.description) })\
            <button class="button button-primary">\(planned.isKnown
                ? visit.t("Lưu kế hoạch mới", "Save the new plan")
                : visit.t("Tạo chiến dịch", "Make the campaign"))</button></form>
            """
    }

    private func notes(_ severity: PlanNote.Severity, _ title: String) -> HTML {
        let notes = planned.proposal.notes.filter { $0.severity == severity }
        guard !notes.isEmpty else { return .empty }
        return """
            <details class="card fold" \(flag: "open", if: severity == .unmet)>\
            <summary>\(title) (\(notes.count))</summary>
            <ul>\(notes.html { "<li>\(visit.t($0.message))</li>" })</ul></details>
            """
    }

    /// The months in which something is planned.
    private var months: [DayRange] {
        Set(slots.map { DayRange(monthOf: $0.day) }).sorted { $0.first < $1.first }
    }

    private func month(_ days: DayRange) -> HTML {
        let title = visit.formats.month(days.first.month, days.first.year)
        let shown = slots.filter { days.contains($0.day) }.sorted { ($0.time, $0.key) < ($1.time, $1.key) }
        var cells: [Day: MonthGrid.Cell] = [:]
        for slot in shown { cells[slot.day, default: .init()].chips.append(chip(slot)) }
        for day in planned.campaign.range.days where days.contains(day) && day == planned.campaign.range.first {
            cells[day, default: .init()].observances.append(visit.t(planned.campaign.name))
        }
        return """
            <h3>\(title.prefix(1).uppercased() + title.dropFirst()) \
            <span class="hint">(\(visit.t("\(shown.count) mục", "\(shown.count.of("slot", "slots"))")))</span></h3>
            \(MonthGrid(visit: visit, caption: title, days: days, cells: cells, most: 6).html)
            """
    }

    private func chip(_ slot: Slot) -> CalendarChip {
        let material = slot.material == nil ? visit.t(" (chưa có tài liệu)", " (no material)") : ""
        return CalendarChip(
            path: nil, time: slot.time, title: visit.t(slot.what) + material,
            place: slot.sessionWords.map { "\(visit.t($0)), \(names.unit(slot.unit))" } ?? names.place(of: slot),
            mark: StateMark(slot))
    }
}
