import Operations
import Outreach

/// One duty of a plan: the facts of the paper beside what its units have done.
struct DutyCard: Sendable {
    let visit: Visit
    let names: PlanningNames
    let progress: DutyProgress

    private var duty: Duty { progress.duty }

    var html: HTML {
        """
        <article class="card duty" id="duty-\(duty.id)">
        <header class="duty-head"><h3>\(visit.t(duty.task))</h3>\(status)</header>
        <dl class="facts">
        \(fact(visit.t("Hình thức", "Form"), list(duty.forms.map { visit.t($0.words) })))
        \(fact(visit.t("Cho ai", "For whom"), list(duty.audiences.map(names.audience))))
        \(duty.place.html { fact(visit.t("Ở đâu", "Where"), HTML(text: visit.t($0))) })
        \(fact(visit.t("Thời hạn", "By when"), deadline))
        \(fact(visit.t("Căn cứ", "Source"), "\(visit.t("mục", "section")) \(duty.source.section): <q>\(duty.source.words)</q>"))
        </dl>
        \(work)
        </article>
        """
    }

    private func fact(_ name: String, _ value: HTML) -> HTML { "<dt>\(name)</dt><dd>\(value)</dd>" }

    private func list(_ words: [String]) -> HTML { HTML(text: words.isEmpty ? "—" : words.joined(separator: ", ")) }

    private var status: HTML {
        if duty.forms.isEmpty { return visit.badge(visit.t("không đếm được", "not counted"), .quiet) }
        if progress.isLate(on: visit.workspace.today) {
            return visit.badge(visit.t("quá hạn, chưa có gì", "overdue, nothing yet"), .bad)
        }
        guard progress.posts + progress.sessions > 0 else {
            return visit.badge(visit.t("chưa có gì", "nothing yet"), .warn)
        }
        return visit.badge(done(progress.posts, progress.sessions), .ok)
    }

    private var deadline: HTML {
        switch duty.deadline {
        case .day(let day): visit.formats.stamp(day)
        case .every(let period): HTML(text: visit.t(period.words))
        case nil: HTML(text: visit.t("kế hoạch không nêu", "the plan does not say"))
        }
    }

    /// Who has done what; those with nothing stand in one line, so that the table stays short.
    private var work: HTML {
        let active = progress.units.filter { !$0.isNothing }
        let idle = progress.units.filter(\.isNothing)
        return """
            \(active.isEmpty ? .empty : table(active))
            \(idle.isEmpty ? .empty : """
                <p class="hint">\(visit.t("Chưa có gì:", "Nothing yet:")) \
                \(idle.map { names.unit($0.unit) + role($0) }.joined(separator: "; "))</p>
                """ as HTML)
            """
    }

    private func table(_ units: [UnitProgress]) -> HTML {
        TableView(
            visit.t("Đơn vị đã làm được gì: \(visit.t(duty.task))", "Who has done what: \(visit.t(duty.task))"),
            [
                .init(name: visit.t("Đơn vị", "Unit")), .init(name: visit.t("Vai trò", "Role")),
                .init(name: visit.t("Bài đã đăng", "Posts out"), isNumber: true),
                .init(name: visit.t("Buổi đã tổ chức", "Sessions held"), isNumber: true),
            ],
            rows: units.map { unit in
                [
                    HTML(text: names.unit(unit.unit)),
                    HTML(text: unit.isLead ? visit.t("chủ trì", "leads") : visit.t("phối hợp", "supports")),
                    HTML(text: visit.formats.number(unit.posts)), HTML(text: visit.formats.number(unit.sessions)),
                ]
            }
        ).html
    }

    private func role(_ unit: UnitProgress) -> String {
        unit.isLead ? "" : visit.t(" (phối hợp)", " (supports)")
    }

    private func done(_ posts: Int, _ sessions: Int) -> String {
        let parts = [
            posts > 0 ? visit.t("\(visit.formats.number(posts)) bài", "\(visit.formats.number(posts)) posts") : nil,
            sessions > 0
                ? visit.t("\(visit.formats.number(sessions)) buổi", "\(visit.formats.number(sessions)) sessions") : nil,
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}
