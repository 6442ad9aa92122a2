import Operations
import Outreach

/// One entry of a list to choose from.
struct Choice: Sendable, Hashable {
    let value: String
    let label: String
    /// Entries of one group stand together under its name.
    var group: String?
}

/// Draws a form's fields with labels, hints, mistakes and what was typed; the same everywhere.
///
/// After a refusal the fields show what was typed, else the values the page hands in.
struct FormView: Sendable {
    let visit: Visit
    let refusal: Refusal?
    private let fields: Fields

    /// - Parameter asked: what was typed, where it was not sent as a form but asked for in the address.
    init(_ visit: Visit, _ refusal: Refusal? = nil, asked: Fields? = nil) {
        self.visit = visit
        self.refusal = refusal
        fields = asked ?? visit.form
    }

    /// A whole form with its CSRF token, the refusal on top and one button.
    ///
    /// - Parameter beside: further buttons or links next to it.
    func callAsFunction(
        action: String, submit: String, danger: Bool = false, files: Bool = false, css: String = "form",
        beside: HTML = .empty, _ fields: HTML
    ) -> HTML {
        """
        <form method="post" action="\(action)" class="\(css)" \(attribute: "enctype", files ? "multipart/form-data" : nil)>
        \(token)
        \(notice)
        \(fields)
        <div class="form-actions"><button class="button \(danger ? "button-danger" : "button-primary")">\(submit)</button>\(beside)</div>
        </form>
        """
    }

    /// One button that changes something: a form of its own.
    func button(
        _ label: String, action: String, css: String = "button", values: KeyValuePairs<String, String> = [:]
    ) -> HTML {
        """
        <form method="post" action="\(action)" class="inline">\(token)\
        \(values.html { "<input type=\"hidden\" name=\"\($0.key)\" value=\"\($0.value)\">" })\
        <button class="\(css)">\(label)</button></form>
        """
    }

    var token: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(visit.signedIn?.csrf)\">" }

    /// What was wrong, where a screen reader finds it first.
    var notice: HTML {
        refusal.html { "<div class=\"notice notice-bad\" role=\"alert\">\(visit.t($0.message))</div>" }
    }

    func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    /// One line: text, number, date, time, email, password, search, url.
    func input(
        _ name: String, _ label: String, type: String = "text", value: String? = nil, hint: String? = nil,
        required: Bool = false, minimum: String? = nil, maximum: String? = nil, mode: String? = nil,
        completion: String? = nil
    ) -> HTML {
        field(name, label, hint: hint, required: required) { described in
            """
            <input id="f-\(name)" name="\(name)" type="\(type)" value="\(type == "password" ? nil : typed(name) ?? value)" \
            \(flag: "required", if: required) \(attribute: "min", minimum) \(attribute: "max", maximum) \
            \(attribute: "inputmode", mode) \(attribute: "autocomplete", completion) \(described)>
            """
        }
    }

    func area(
        _ name: String, _ label: String, value: String? = nil, hint: String? = nil, required: Bool = false,
        rows: Int = 6
    ) -> HTML {
        field(name, label, hint: hint, required: required) { described in
            // The line end after the tag is not part of the value (HTML standard, 4.10.11).
            """
            <textarea id="f-\(name)" name="\(name)" rows="\(rows)" \(flag: "required", if: required) \(described)>
            \(typedText(name) ?? value)</textarea>
            """
        }
    }

    /// A list; `empty` names the entry for nothing chosen, nil leaves it out.
    func select(
        _ name: String, _ label: String, _ choices: [Choice], chosen: String? = nil, empty: String? = nil,
        hint: String? = nil, required: Bool = false
    ) -> HTML {
        field(name, label, hint: hint, required: required) { described in
            """
            <select id="f-\(name)" name="\(name)" \(flag: "required", if: required) \(described)>\
            \(empty.html { "<option value=\"\">\($0)</option>" })\(options(choices, chosen: typed(name) ?? chosen))</select>
            """
        }
    }

    private func options(_ choices: [Choice], chosen: String?) -> HTML {
        func option(_ choice: Choice) -> HTML {
            "<option value=\"\(choice.value)\" \(flag: "selected", if: choice.value == chosen)>\(choice.label)</option>"
        }
        var drawn = HTML.empty
        var rest = choices[...]
        while let first = rest.first {
            let group = rest.prefix { $0.group == first.group }
            rest = rest.dropFirst(group.count)
            if let name = first.group {
                drawn += "<optgroup label=\"\(name)\">\(group.html(option))</optgroup>"
            } else {
                drawn += group.html(option)
            }
        }
        return drawn
    }

    /// Several of a list, as boxes to tick; or one of it, as round buttons.
    func boxes(
        _ name: String, _ label: String, _ choices: [Choice], chosen: Set<String> = [], one: Bool = false,
        hint: String? = nil
    ) -> HTML {
        let chosen = refusal == nil ? chosen : Set(fields.all(name))
        return """
            <fieldset class="field boxes"><legend>\(label)</legend>\(hint.html { "<p class=\"hint\">\($0)</p>" })\
            <div class="box-list">\(choices.html { choice in
            """
            <label class="box"><input type="\(one ? "radio" : "checkbox")" name="\(name)" value="\(choice.value)" \
            \(flag: "checked", if: chosen.contains(choice.value))> <span>\(choice.label)</span></label>
            """
            })</div>\(mistake(name))</fieldset>
            """
    }

    /// One box to tick.
    func box(_ name: String, _ label: String, isChecked: Bool = false) -> HTML {
        let isChecked = refusal == nil ? isChecked : fields.has(name)
        return """
            <label class="box"><input type="checkbox" name="\(name)" value="1" \(flag: "checked", if: isChecked)> \
            <span>\(label)</span></label>
            """
    }

    func file(
        _ name: String, _ label: String, accept: String, hint: String? = nil, multiple: Bool = false,
        required: Bool = false
    ) -> HTML {
        field(name, label, hint: hint, required: required) { described in
            """
            <input id="f-\(name)" name="\(name)" type="file" accept="\(accept)" \(flag: "multiple", if: multiple) \
            \(flag: "required", if: required) \(described)>
            """
        }
    }

    private func field(
        _ name: String, _ label: String, hint: String?, required: Bool, _ control: (HTML) -> HTML
    ) -> HTML {
        let isWrong = refusal?.mistakes[name] != nil
        let describing = [hint == nil ? nil : "h-\(name)", isWrong ? "m-\(name)" : nil].compactMap(\.self)
        let described: HTML =
            "\(attribute: "aria-describedby", describing.isEmpty ? nil : describing.joined(separator: " ")) \(attribute: "aria-invalid", isWrong ? "true" : nil)"
        return """
            <div class="field\(isWrong ? " field-wrong" : "")"><label for="f-\(name)">\(label)\
            \(required ? "" : " <span class=\"optional\">\(visit.t("(không bắt buộc)", "(optional)"))</span>" as HTML)</label>\
            \(control(described))\(hint.html { "<p class=\"hint\" id=\"h-\(name)\">\($0)</p>" })\(mistake(name))</div>
            """
    }

    private func mistake(_ name: String) -> HTML {
        (refusal?.mistakes[name]).html { "<p class=\"mistake\" id=\"m-\(name)\">\(visit.t($0))</p>" }
    }

    private func typed(_ name: String) -> String? { refusal == nil ? nil : fields[name] ?? "" }

    private func typedText(_ name: String) -> String? { refusal == nil ? nil : fields.text(name) }
}
