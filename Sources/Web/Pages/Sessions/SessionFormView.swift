import Operations
import Outreach

/// Draws the session form: what every session needs first, with large buttons for what was used last; the rest folded.
///
/// A script draws the lists anew from what the phone keeps, so the same markup without choices is the form that opens
/// where there is no network.
struct SessionFormView: Sendable {
    let visit: Visit
    let form: FormView
    /// Nil in the form that a phone keeps.
    let choices: SessionChoices?
    /// What stands in the fields: typed before a refusal, or of a session that is corrected.
    let values: Fields
    /// A session that is there already: nothing is offered from before, and a reason is asked for.
    var isCorrection = false

    init(
        _ visit: Visit, _ refusal: Refusal?, choices: SessionChoices?, values: Fields = Fields(),
        isCorrection: Bool = false
    ) {
        self.visit = visit
        form = FormView(visit, refusal)
        self.choices = choices
        self.values = refusal == nil ? values : visit.form
        self.isCorrection = isCorrection
    }

    /// All fields, without the form around them.
    var fields: HTML {
        """
        <section class="card form" aria-labelledby="where"><h2 id="where">\(t("Ở đâu, khi nào", "Where and when"))</h2>
        \(quickPlaces)\(otherPlace)\(when)</section>
        <section class="card form" aria-labelledby="kit"><h2 id="kit">\(t("Tài liệu đã dùng", "What was used"))</h2>
        \(quickKits)\(otherKit)</section>
        <section class="card form" aria-labelledby="present"><h2 id="present">\
        \(t("Số lượt người dự", "Turns attended"))</h2>
        \(SessionAttendanceView(self).html)</section>
        \(isCorrection ? .empty : photos)
        <details class="card fold" \(flag: "open", if: isCorrection || form.refusal != nil)>\
        <summary>\(t("Thêm chi tiết", "More details"))</summary>
        <div class="form">\(SessionDetailsView(self).html)</div></details>
        """
    }

    /// The one field of a list, marked where it is wrong.
    func mistake(_ name: String) -> HTML {
        let mistake = form.refusal?.mistakes[name]
        return """
            <p class="mistake" id="m-\(name)" data-mistake="\(name)" \(flag: "hidden", if: mistake == nil)>\
            \(mistake.html { HTML(text: visit.t($0)) })</p>
            """
    }

    func t(_ vietnamese: String, _ english: String) -> String { visit.t(vietnamese, english) }

    // MARK: Where and when

    private var quickPlaces: HTML {
        var seen: Set<String> = []
        let recent = isCorrection ? [] : choices?.recent ?? []
        let options = recent.filter { seen.insert($0.placeUnit?.description ?? "=\($0.place)").inserted }.prefix(4)
            .map { session in
                QuickOption(
                    value: session.placeUnit?.description ?? "=\(session.place)", label: session.place,
                    detail: visit.formats.day(session.day))
            }
        return quick("quickPlace", t("Nơi tổ chức", "Place"), Array(options), other: t("Nơi khác", "Another place"))
    }

    private var otherPlace: HTML {
        let places = choices?.places.map { Choice(value: $0.id.description, label: visit.t($0.name)) } ?? []
        return """
            <div id="other-place" class="form">\(form.select(
                "placeUnit", t("Trường, câu lạc bộ", "School or club"), places, chosen: values["placeUnit"],
                empty: t("Không có trong danh sách", "Not in the list")))
            \(form.input(
                "place", t("Tên nơi tổ chức", "Name of the place"), value: values["place"],
                hint: t("Nhà văn hóa, ấp, công ty… Để trống nếu đã chọn trường.",
                    "Hall, hamlet, company… Leave empty if a school is chosen.")))</div>
            """
    }

    private var when: HTML {
        let now = choices == nil ? nil : visit.workspace.zone.clock(of: visit.workspace.now)
        let units = choices?.units ?? []
        return """
            <div class="row when">\(form.input(
                "day", t("Ngày", "Day"), type: "date", value: values["day"] ?? now?.day.description, required: true))
            \(form.input(
                "time", t("Giờ", "Time"), type: "time",
                value: values["time"] ?? (isCorrection ? nil : now?.time.description)))</div>
            <div id="unit-choice">\(form.select(
                "unit", t("Đơn vị", "Unit"), units.map { Choice(value: $0.id.description, label: visit.t($0.name)) },
                chosen: values["unit"] ?? choices?.recent.first?.unit.description, required: true))</div>
            """
    }

    // MARK: What was used

    private var quickKits: HTML {
        let kits = choices?.kits ?? []
        var seen: Set<Slug> = []
        let used = (isCorrection ? [] : choices?.recent ?? []).compactMap(\.material)
            .filter { seen.insert($0).inserted }
            .compactMap { slug in kits.first { $0.material == slug } }
        return quick(
            "quickKit", t("Bộ tài liệu", "Session kit"),
            used.prefix(3).map { QuickOption(value: $0.value, label: visit.t($0.title), detail: nil) },
            other: t("Bộ khác", "Another kit"))
    }

    private var otherKit: HTML {
        let kits = choices?.kits.map { Choice(value: $0.value, label: visit.t($0.title)) } ?? []
        // A revision that has been replaced since is still what was used.
        let kept = values["material"].flatMap { value in
            kits.contains { $0.value == value }
                ? nil : Choice(value: value, label: String(value.split(separator: " ").first ?? ""))
        }
        return """
            <div id="other-kit">\(form.select(
                "material", t("Bộ tài liệu khác", "Another kit"), [kept].compactMap(\.self) + kits,
                chosen: values["material"], empty: t("Không dùng bộ nào", "None")))</div>
            """
    }

    private var photos: HTML {
        """
        <section class="card form" aria-labelledby="photos"><h2 id="photos">\(t("Ảnh", "Photos"))</h2>
        <div class="field"><input id="f-photos" name="photos" type="file" class="photo-input" \
        accept="image/jpeg,image/png,image/*" multiple aria-describedby="h-photos">\
        <label for="f-photos" class="button photo-button">\(t("Chụp hoặc chọn ảnh", "Take or choose photos"))</label>\
        <p class="hint" id="h-photos">\(t(
            "Chụp toàn cảnh hoặc từ phía sau, không rõ mặt trẻ. Ảnh được thu nhỏ; nơi chụp và tên máy được xóa.",
            "Take the whole room or from behind, no child's face. Photos are made small; place and device are removed."))</p></div>
        <ul id="photo-list" class="photo-list"></ul></section>
        """
    }

    // MARK: Large buttons

    struct QuickOption {
        let value: String
        let label: String
        let detail: String?
    }

    private func quick(_ name: String, _ legend: String, _ options: [QuickOption], other: String) -> HTML {
        let chosen = values[name]
        let all = options + (options.isEmpty ? [] : [QuickOption(value: "other", label: other, detail: nil)])
        return """
            <fieldset id="\(name)" class="field quick" \(flag: "hidden", if: options.isEmpty)>\
            <legend>\(legend)</legend>\(all.html { option in
                """
                <label class="quick-button"><input type="radio" name="\(name)" value="\(option.value)" \
                \(flag: "checked", if: option.value == chosen)><span>\(option.label)\
                \(option.detail.html { "<small>\($0)</small>" })</span></label>
                """
            })</fieldset>
            """
    }
}

extension MaterialChoice {
    /// Material and revision as one value of a form.
    var value: String { "\(material) \(revision)" }
}
