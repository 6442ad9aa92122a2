import Operations
import Outreach

/// The fields in which a post is written, and how they are read; the same for a new post and a changed one.
struct PostForm {
    let visit: Visit
    let form: FormView

    init(_ visit: Visit, _ refusal: Refusal?) {
        self.visit = visit
        form = FormView(visit, refusal)
    }

    /// What stands in the fields before anybody typed.
    struct Values {
        var title: String?
        var text: String?
        var link: String?
        var day: Day?
        var time: TimeOfDay?
        var tolerance: Duration?
    }

    func words(_ values: Values, isTextRequired: Bool, maximum: Int?) -> HTML {
        """
        \(form.input(
            "title", visit.t("Tiêu đề", "Title"), value: values.title,
            hint: isTextRequired ? nil : visit.t("Để trống: lấy tiêu đề của tài liệu.", "Left empty: the material’s title."),
            required: isTextRequired))
        \(form.area(
            "text", visit.t("Nội dung", "Text"), value: values.text,
            hint: isTextRequired ? nil : visit.t(
                "Để trống: lấy đúng bản theo kênh của tài liệu.", "Left empty: the material’s variant for the channel."),
            required: isTextRequired, rows: 10))
        <p class="meter" data-length-of="f-text" \(attribute: "data-maximum", maximum.map(String.init)) hidden></p>
        \(form.input("link", visit.t("Liên kết kèm theo", "Link to go with it"), type: "url", value: values.link))
        """
    }

    func moment(_ values: Values, tolerance channel: Duration?) -> HTML {
        """
        <div class="row">\(form.input(
            "day", visit.t("Ngày đăng", "Day"), type: "date", value: values.day?.description, required: true,
            minimum: visit.workspace.today.description))
        \(form.input("time", visit.t("Giờ đăng", "Time"), type: "time", value: values.time?.description, required: true))</div>
        \(form.select(
            "tolerance", visit.t("Hạn chót gửi", "Last moment"), tolerances(values.tolerance),
            chosen: values.tolerance.map { String($0.components.seconds / 60) },
            empty: channel.map { visit.t("theo kênh: \($0.words.vietnamese) sau giờ đăng", "as the channel has it: \($0.words.english) later") }
                ?? visit.t("theo kênh", "as the channel has it"),
            hint: visit.t("Quá hạn này thì không gửi nữa.", "It is not sent any more after that.")))
        """
    }

    private func tolerances(_ own: Duration?) -> [Choice] {
        let minutes = Set([15, 30, 60, 120, 240, 720, 1440] + (own.map { [Int($0.components.seconds / 60)] } ?? []))
        return minutes.sorted().map { minutes in
            let words = Duration.seconds(minutes * 60).words
            return Choice(
                value: String(minutes),
                label: visit.t("\(words.vietnamese) sau giờ đăng", "\(words.english) after its moment"))
        }
    }

    func repetition() -> HTML {
        let weekdays = (1...7).map { number in
            Choice(
                value: String(number),
                label: [
                    visit.t("Hai", "Mon"), visit.t("Ba", "Tue"), visit.t("Tư", "Wed"), visit.t("Năm", "Thu"),
                    visit.t("Sáu", "Fri"), visit.t("Bảy", "Sat"), visit.t("CN", "Sun"),
                ][number - 1])
        }
        let isChosen = visit.form["repeat"] != nil
        return """
            <details class="fold" \(flag: "open", if: isChosen)><summary>\(visit.t("Lặp lại", "Repeat"))</summary>
            <div class="row">\(form.select(
                "repeat", visit.t("Bao lâu một lần", "How often"),
                Repetition.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) },
                empty: visit.t("không lặp", "not at all")))
            \(form.input("until", visit.t("Đến hết ngày", "Until"), type: "date"))</div>
            \(form.boxes(
                "weekday", visit.t("Thêm các thứ (nếu hằng tuần)", "Further weekdays (if weekly)"), weekdays,
                hint: visit.t("Mỗi lần lặp là một bài riêng, được duyệt riêng.", "Every occurrence is a post of its own, approved for itself.")))
            </details>
            """
    }

    // MARK: Reading

    /// A draft of what was typed.
    func draft(_ reader: inout FormReader) throws -> PostDraft {
        let channel = try reader.requiredSlug("channel")
        var draft = PostDraft(
            channel: channel, material: reader.slug("material"), day: reader.requiredDay("day"),
            time: reader.requiredTime("time"))
        draft.title = reader.optional("title", longest: 300)
        let text = reader.text("text")
        draft.text = text.trimmed.isEmpty ? nil : text.trimmed
        draft.link = link(&reader)
        draft.tolerance = tolerance(&reader)
        return draft
    }

    func edit(_ reader: inout FormReader) -> PostEdit {
        var edit = PostEdit()
        edit.title = reader.required("title", longest: 300)
        edit.text = reader.text("text").trimmed
        edit.link = link(&reader) ?? ""
        edit.day = reader.requiredDay("day")
        edit.time = reader.requiredTime("time")
        edit.tolerance = tolerance(&reader)
        return edit
    }

    func recurrence(from day: Day, _ reader: inout FormReader) throws -> Recurrence? {
        let repetition = reader.choice("repeat", of: Repetition.self)
        let until = reader.day("until")
        guard let repetition else { return nil }
        guard let until else {
            reader.refuse("until", Message(vi: "Lặp đến ngày nào?", en: "Until which day?"))
            return nil
        }
        let weekdays = Set(reader.fields.all("weekday").compactMap { Int($0) })
        return Recurrence(try repetition.rhythm(from: day, weekdays: weekdays), until: until)
    }

    private func link(_ reader: inout FormReader) -> String? {
        guard let link = reader.optional("link", longest: 2000) else { return nil }
        let lowered = link.lowercased()
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else {
            reader.refuse("link", Message(vi: "Liên kết bắt đầu bằng https://", en: "A link begins with https://"))
            return nil
        }
        return link
    }

    private func tolerance(_ reader: inout FormReader) -> Duration? {
        reader.integer("tolerance", in: 1...10_080).map { .seconds($0 * 60) }
    }
}

extension FormReader {
    mutating func requiredTime(_ name: String) -> TimeOfDay {
        if fields[name] == nil { _ = required(name) }
        return time(name) ?? .midnight
    }
}
