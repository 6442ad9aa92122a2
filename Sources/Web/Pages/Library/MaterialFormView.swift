import Operations
import Outreach

/// Draws the form of a material, with the check of its text beside it.
struct MaterialFormView: Sendable {
    let visit: Visit
    let form: MaterialForm
    let refusal: Refusal?
    let taxonomy: Taxonomy
    let examination: MaterialExamination?
    /// The material being changed; nil for a new one.
    let material: Slug?

    private var fields: FormView { FormView(visit, refusal) }

    var html: HTML {
        """
        <div class="split editor" data-check="/library/check" data-largest="\(MediaType.largest)" data-too-large="\(visit.t(
            "Tệp lớn quá, sẽ không được nhận:", "Too large, will not be taken:"))">
        \(fields(
            action: material.map { "/library/\($0)/edit" } ?? "/library/new",
            submit: visit.t("Lưu thành bản mới, gửi duyệt", "Save as a new revision for review"), files: true,
            css: "form form-wide", beside: besideButtons,
            """
            \(material == nil ? .empty : fields.hidden("slug", form.slug))\(fields.hidden("base", form.base))
            \(material == nil ? .empty : fields.hidden("kind", form.kind))
            \(naming)\(labels)\(texts)\(variants)\(media)
            """))
        <aside class="card sticky" aria-labelledby="check-heading"><h2 id="check-heading">\(visit.t(
            "Kiểm tra khi gõ", "Checked as you type"))</h2>
        <div id="check">\(MaterialCheckView(visit: visit, examination: examination).html)</div></aside>
        </div>
        """
    }

    /// Without a script the check is a page of its own that keeps everything typed.
    private var besideButtons: HTML {
        """
        <button class="button" formaction="/library/check" formnovalidate>\(visit.t("Kiểm tra", "Check"))</button>\
        \(visit.link(visit.t("Thôi", "Cancel"), material.map { "/library/\($0)" } ?? "/library", css: "button button-plain"))
        """
    }

    private var naming: HTML {
        let kinds = MaterialKind.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) }
        let levels = SchoolLevel.allCases.map { Choice(value: $0.rawValue, label: visit.t($0.words)) }
        return """
            \(fields.input("title-vi", visit.t("Tên", "Title in Vietnamese"), value: form.titleVietnamese, required: true))
            \(fields.input("title-en", visit.t("Tên tiếng Anh", "Title in English"), value: form.titleEnglish,
                hint: visit.t("Để trống thì dùng tên tiếng Việt.", "Left empty, the Vietnamese title is used.")))
            \(material == nil ? fields.select(
                "kind", visit.t("Loại", "Kind"), kinds, chosen: form.kind, required: true) : .empty)
            \(material == nil ? fields.input(
                "slug", visit.t("Mã", "Identifier"), value: form.slug,
                hint: visit.t("Để trống thì đặt theo tên: nam-ngon-tay. Không đổi được về sau.",
                    "Left empty, it is made of the title: nam-ngon-tay. It cannot change later.")) : .empty)
            \(fields.area("summary", visit.t("Tóm tắt", "Summary"), value: form.summary,
                hint: visit.t("Một câu: tài liệu này để làm gì.", "One sentence: what it is for."), required: true, rows: 2))
            <div class="row">
            \(fields.input("duration", visit.t("Thời lượng (giây)", "Length (seconds)"), value: form.seconds,
                hint: visit.t("Cho clip và bài phát thanh.", "For clips and radio scripts."), mode: "numeric"))
            \(fields.select("level", visit.t("Cấp học", "Level of school"), levels, chosen: form.level, empty: "—",
                hint: visit.t("Cho bộ tài liệu buổi nói chuyện.", "For session kits.")))
            \(fields.input("from", visit.t("Có hiệu lực từ", "Valid from"), type: "date", value: form.from))
            \(fields.input("until", visit.t("Đến hết ngày", "Until"), type: "date", value: form.until))
            </div>\(mistake("validity"))
            """
    }

    private var labels: HTML {
        """
        \(fields.boxes("audiences", visit.t("Đối tượng", "Audiences"), taxonomy.audiences.map {
            Choice(value: $0.id.description, label: visit.t($0.name))
        }, chosen: form.audiences))
        \(fields.boxes("topics", visit.t("Chủ đề", "Topics"), taxonomy.topics.map {
            Choice(value: $0.id.description, label: visit.t($0.name))
        }, chosen: form.topics))
        \(fields.input("source", visit.t("Căn cứ", "Source"), value: form.source,
            hint: visit.t("Luật, nghị định hoặc tài liệu gốc.", "The law, decree or text it rests on."), required: true))
        """
    }

    private var texts: HTML {
        fields.area(
            "body", visit.t("Toàn văn", "Full text"), value: form.body,
            hint: visit.t(
                "Viết bằng Markdown: # đề mục, - gạch đầu dòng, **đậm**.",
                "Written in Markdown: # heading, - list, **bold**."), required: true, rows: 16)
    }

    private var variants: HTML {
        """
        <fieldset class="field"><legend>\(visit.t("Bản theo kênh", "Variants for channels"))</legend>
        <p class="hint">\(visit.t(
            "Chỉ điền những bản cần. Nhớ nêu đường dây 111 ở bản cho công chúng.",
            "Fill in only those needed. What the public sees gives the help line 111."))</p>
        \(ChannelKind.allCases.html { kind in
            fields.area(
                "variant-\(kind.rawValue)", visit.t(kind.words).asHeading, value: form.variants[kind],
                hint: visit.t(kind.advice), rows: 7)
        })</fieldset>
        """
    }

    /// What was typed about a new file is asked for again only where the file was refused: else it stands above.
    private var media: HTML {
        """
        <fieldset class="field"><legend>\(visit.t("Ảnh, phim, âm thanh, PDF", "Pictures, films, sound, PDF"))</legend>
        \(form.media.enumerated().html { index, file in kept(file, index) })
        <p class="hint">\(visit.t(
            "JPEG, PNG đến 15 MiB; MP3, PDF đến 30 MiB; MP4 đến 60 MiB. Ảnh nhận ra được trẻ em cần bản đồng ý đã ký; ảnh nạn nhân không bao giờ được đăng.",
            "JPEG and PNG to 15 MiB; MP3 and PDF to 30 MiB; MP4 to 60 MiB. A picture with a recognisable child needs a signed consent; a victim’s never goes out."))</p>
        \((1...MaterialFormView.slots).html { slot in
            """
            <div class="row">\(fields.file(
                "file-\(slot)", visit.t("Thêm tệp \(slot)", "Add file \(slot)"),
                accept: MediaType.allCases.map(\.rawValue).joined(separator: ",")))
            \(FormView(visit).input("file-\(slot)-alt", visit.t("Trong tệp có gì", "What it shows"),
                value: refusal?.mistakes["file-\(slot)"] == nil ? nil : visit.form["file-\(slot)-alt"],
                hint: visit.t("Cho người không nhìn thấy.", "For those who cannot see it.")))
            \(FormView(visit).input("file-\(slot)-children", visit.t("Số trẻ em nhận ra được", "Recognisable children"),
                type: "number", value: refusal?.mistakes["file-\(slot)"] == nil ? nil : visit.form["file-\(slot)-children"],
                hint: visit.t("0 nếu không có em nào.", "0 for none.")))</div>
            """
        })</fieldset>
        """
    }

    /// How many files can be added at once.
    static let slots = 2

    /// A file that is in the store already; its name and hash come back with the form.
    private func kept(_ file: MediaFile, _ index: Int) -> HTML {
        let name = "media-\(index)"
        let isWrong = refusal != nil && file.alternativeText.isEmpty
        return """
            <div class="kept-file">\(MediaList.isPicture(file)
                ? "<img src=\"/media/\(file.hash)\" alt=\"\(file.alternativeText)\" loading=\"lazy\">" : .empty as HTML)
            <div><p>\(visit.link(file.name, "/media/\(file.hash)"))</p>
            <input type="hidden" name="\(name)-hash" value="\(file.hash)">\
            <input type="hidden" name="\(name)-name" value="\(file.name)">
            <div class="field\(isWrong ? " field-wrong" : "")"><label for="f-\(name)-alt">\(visit.t(
                "Trong tệp có gì", "What it shows"))</label>
            <input id="f-\(name)-alt" name="\(name)-alt" value="\(file.alternativeText)" \
            \(attribute: "aria-invalid", isWrong ? "true" : nil) \(attribute: "aria-describedby", isWrong ? "m-\(name)" : nil)>\
            \(isWrong ? "<p class=\"mistake\" id=\"m-\(name)\">\(undescribed)</p>" : .empty)</div>
            <label class="box"><input type="checkbox" name="\(name)-remove" value="1"> <span>\(visit.t(
                "Bỏ tệp này khỏi bản mới", "Leave it out of the new revision"))</span></label></div></div>
            """
    }

    private var undescribed: String {
        visit.t(
            "Viết một câu cho người không nhìn thấy: trong tệp có gì.",
            "Write a sentence for those who cannot see it: what it shows.")
    }

    private func mistake(_ name: String) -> HTML {
        (refusal?.mistakes[name]).html { "<p class=\"mistake\">\(visit.t($0))</p>" }
    }
}

extension ChannelKind {
    /// How a text for such a channel is written.
    fileprivate var advice: Message {
        switch self {
        case .social:
            Message(
                vi: "Chữ thường, giữ xuống dòng: Facebook, Zalo, Telegram.",
                en: "Plain text, line breaks kept: Facebook, Zalo, Telegram.")
        case .portal: Message(vi: "Markdown, cho chuyên mục trên cổng.", en: "Markdown, for the portal's column.")
        case .loudspeaker:
            Message(
                vi: "Câu đầy đủ để đọc; số viết như đọc: một-một-một.",
                en: "Full sentences to be read; numbers as spoken: một-một-một.")
        case .print: Message(vi: "Chữ trên áp phích, tờ rơi.", en: "The words on the poster or leaflet.")
        }
    }
}

/// What the check says while somebody types: findings, lengths, time to read.
struct MaterialCheckView: Sendable {
    let visit: Visit
    let examination: MaterialExamination?

    var html: HTML {
        guard let examination else {
            return """
                <p class="hint">\(visit.t(
                    "Gõ vào là thấy: điều phải sửa, độ dài trên từng mạng, thời gian đọc.",
                    "As you type you see what to mend, the length on each network, the time to read."))</p>
                """
        }
        return """
            \(FindingList(visit: visit, examination: examination).html)
            \(examination.variants.html { fit in
                "<h3>\(visit.t(fit.kind.words).asHeading)</h3>\(VariantMeasure(visit: visit).html(fit))"
            })
            """
    }
}
