import Operations
import Outreach

/// The numbers of those present by audience: the likeliest audiences first, the others folded.
struct SessionAttendanceView: Sendable {
    private let view: SessionFormView

    init(_ view: SessionFormView) { self.view = view }

    var html: HTML {
        let audiences = view.choices?.audiences ?? []
        let likely = likely(of: audiences)
        let (first, others) = (
            audiences.filter { likely.contains($0.id) }, audiences.filter { !likely.contains($0.id) }
        )
        return """
            \(view.mistake("attendance"))
            <div id="audiences" class="audiences">\(first.html(row))</div>
            <details class="fold" id="other-audiences" \(flag: "hidden", if: others.isEmpty && view.choices != nil)>\
            <summary>\(view.t("Đối tượng khác", "Other audiences"))</summary>\
            <div class="audiences">\(others.html(row))</div></details>
            """
    }

    /// Those of the sessions before, or that have a number; else children.
    private func likely(of audiences: [Audience]) -> Set<Slug> {
        let typed = Set(audiences.map(\.id).filter { view.values["attendance.\($0)"] != nil })
        let before = Set((view.choices?.recent ?? []).prefix(5).flatMap(\.attendance).map(\.audience))
        if view.isCorrection { return typed }
        let known = typed.union(before)
        return known.isEmpty ? Set(audiences.filter(\.isChildren).map(\.id)) : known
    }

    private func row(_ audience: Audience) -> HTML {
        let id = audience.id.description
        let (female, male) = (view.values["female.\(id)"], view.values["male.\(id)"])
        return """
            <div class="audience" data-audience="\(id)"><label for="f-attendance.\(id)">\(view.visit.t(audience.name))</label>\
            \(number("attendance.\(id)", label: nil))\
            <details class="sexes" \(flag: "open", if: female != nil || male != nil)>\
            <summary>\(view.t("nữ, nam", "female, male"))</summary>\
            <div class="row">\(number("female.\(id)", label: view.t("Nữ", "Female")))\
            \(number("male.\(id)", label: view.t("Nam", "Male")))</div></details>\(view.mistake("attendance.\(id)"))</div>
            """
    }

    private func number(_ name: String, label: String?) -> HTML {
        let input: HTML = """
            <input id="f-\(name)" name="\(name)" type="text" inputmode="numeric" pattern="[0-9., ]*" maxlength="9" \
            autocomplete="off" value="\(view.values[name])" \
            \(attribute: "aria-describedby", label == nil ? "m-\(name)" : nil)>
            """
        guard let label else { return input }
        return "<div class=\"field\"><label for=\"f-\(name)\">\(label)</label>\(input)</div>"
    }
}
