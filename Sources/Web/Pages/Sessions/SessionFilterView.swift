import Operations
import Outreach

/// The filters above the list of sessions.
struct SessionFilterView: Sendable {
    let visit: Visit
    let question: SessionQuestion
    let me: Me
    let tree: UnitTree
    let campaigns: [Campaign]

    var html: HTML {
        let form = FormView(visit)
        return visit.filters(
            action: "/sessions", target: "sessions",
            """
            \(form.select(
                "unit", visit.t("Đơn vị", "Unit"), units, chosen: question.unit?.description,
                empty: visit.t("Tất cả", "All")))
            \(form.input("from", visit.t("Từ ngày", "From"), type: "date", value: question.from?.description))
            \(form.input("to", visit.t("Đến ngày", "To"), type: "date", value: question.to?.description))
            \(form.select(
                "form", visit.t("Hình thức", "Form"),
                SessionForm.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) },
                chosen: question.form?.rawValue, empty: visit.t("Tất cả", "All")))
            \(form.select(
                "level", visit.t("Cấp học", "Level"),
                SchoolLevel.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) },
                chosen: question.level?.rawValue, empty: visit.t("Tất cả", "All")))
            \(campaigns.isEmpty ? .empty : form.select(
                "campaign", visit.t("Chiến dịch", "Campaign"),
                campaigns.map { Choice(value: $0.id.description, label: visit.t($0.name)) },
                chosen: question.campaign?.description, empty: visit.t("Tất cả", "All")))
            \(form.select(
                "by", visit.t("Người ghi", "Logged by"), people, chosen: question.loggedBy,
                empty: visit.t("Tất cả", "All")))
            """)
    }

    /// One's units and committees; thousands of them are no list to choose from.
    private var units: [Choice] {
        let groups = [
            (visit.t("Ban chỉ đạo", "Committees"), me.committees(for: .view)),
            (visit.t("Đơn vị", "Units"), me.units(for: .view)),
        ]
        var choices: [Choice] = []
        for (group, ids) in groups {
            choices += ids.prefix(500).map { id in
                Choice(
                    value: id.description, label: tree.name(of: id).map { visit.t($0) } ?? id.description,
                    group: group)
            }
        }
        return choices
    }

    /// Oneself, and whoever a link on the page asked for.
    private var people: [Choice] {
        var choices = [Choice(value: me.id, label: visit.t("Tôi", "Me"))]
        if let other = question.loggedBy, other != me.id { choices.append(Choice(value: other, label: other)) }
        return choices
    }
}
