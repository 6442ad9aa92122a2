import Operations
import Outreach

/// The forms for a committee, on its page; only the one that was refused shows what was typed.
struct CommitteeForms {
    let visit: Visit
    let committee: Committee
    let tree: UnitTree
    let refusal: Refusal?

    private var path: String { "/settings/committees/\(committee.id)" }

    private func fold(_ action: String, _ title: String, submit: String, _ fields: (FormView) -> HTML) -> HTML {
        let isRefused = refusal != nil && visit.path.hasSuffix("/\(action)")
        let form = FormView(visit, isRefused ? refusal : nil)
        return """
            <details class="fold card" \(flag: "open", if: isRefused)><summary>\(title)</summary>
            <form method="post" action="\(path)/\(action)" class="form">\(form.token)
            \(fields(form))
            <div class="form-actions"><button class="button button-primary">\(submit)</button></div>
            </form></details>
            """
    }

    var joining: HTML {
        fold("join", visit.t("Thêm thành viên", "Add a member"), submit: visit.t("Thêm thành viên", "Add the member")) {
            """
            \($0.select("unit", visit.t("Đơn vị", "Unit"), visit.unitChoices(in: tree), empty: visit.t("Chọn…", "Choose…"), required: true))
            \($0.input("from", visit.t("Kể từ ngày", "From"), type: "date", hint: visit.t(
                "Để trống nếu đơn vị là thành viên từ đầu.", "Leave empty if it has belonged from the beginning.")))
            """
        }
            + fold(
                "leave", visit.t("Thành viên thôi tham gia", "A member leaves"),
                submit: visit.t("Lưu ngày cuối", "Save the last day")
            ) {
                """
                \($0.select("member", visit.t("Thành viên nào", "Which member"), members, empty: visit.t("Chọn…", "Choose…"), required: true))
                \($0.input("last", visit.t("Ngày cuối của thành viên", "Its last day"), type: "date", hint: visit.t(
                    "Để trống nếu đã ghi nhầm: khi đó như chưa từng là thành viên.",
                    "Leave empty if it was written by mistake: then it never was a member.")))
                """
            }
    }

    var describing: HTML {
        fold(
            "describe", visit.t("Sửa tên, địa bàn, cơ quan thường trực", "Put right name, area, standing unit"),
            submit: visit.t("Lưu", "Save")
        ) {
            """
            \($0.name(committee.name))
            \($0.select("area", visit.t("Địa bàn", "Area"), visit.unitChoices(in: tree), chosen: committee.area.description, required: true))
            \($0.select("standing", visit.t("Cơ quan thường trực", "Standing unit"), visit.unitChoices(in: tree), chosen: committee.standing.description, hint: visit.t(
                "Tổng hợp và nộp báo cáo; ai báo cáo cho đơn vị này thì báo cáo cho cả ban chỉ đạo.",
                "It collects and submits; whoever reports for this unit reports for the committee too."), required: true))
            """
        }
    }

    var ending: HTML {
        fold("end", visit.t("Kết thúc hoạt động", "End"), submit: visit.t("Lưu ngày cuối", "Save the last day")) {
            $0.input(
                "until", visit.t("Ngày cuối cùng", "Last day"), type: "date",
                value: committee.validity.until?.description,
                hint: visit.t("Để trống nếu ban chỉ đạo vẫn hoạt động.", "Leave empty if the committee goes on."))
        }
    }

    private var members: [Choice] {
        committee.members.map { unit in
            Choice(value: unit.description, label: tree.name(of: unit).map { visit.t($0) } ?? unit.description)
        }.inOrder(of: \.label)
    }
}
