import Operations
import Outreach

/// What the page of pictures and consents shows: what has to be taken down first, then pictures, then the register.
struct ConsentView: Sendable {
    let visit: Visit
    let names: PublishingNames
    let refusal: Refusal?
    let pictures: [LibraryPicture]
    let consents: [Consent]
    let takeDowns: [OpenTakeDown]
    let units: [Choice]

    private var isConsentRefused: Bool { refusal != nil && visit.form.has("reference") }

    var html: HTML {
        """
        \(isConsentRefused ? .empty : FormView(visit, refusal).notice)
        \(takeDownList)
        <section aria-labelledby="pictures"><h2 id="pictures">\(visit.t("Ảnh, phim trong thư viện", "Pictures and films of the library"))</h2>
        \(pictureList)</section>
        <section aria-labelledby="register"><h2 id="register">\(visit.t("Sổ đồng ý", "Consent register"))</h2>
        \(register)\(recording)</section>
        """
    }

    private var takeDownList: HTML {
        guard !takeDowns.isEmpty else { return .empty }
        return """
            <section class="card" id="take-downs"><h2>\(visit.t("Phải gỡ khỏi kênh (\(takeDowns.count))", "To be taken down (\(takeDowns.count))"))</h2>
            <ul class="plain">\(takeDowns.html { item in
                """
                <li><a href="/posts/\(item.post.id)">\(item.post.title)</a> · \(names.channel(item.post.channel)) \
                \(item.post.receipt?.link.html { "· \(visit.externalLink($0, visit.t("mở trên kênh", "open on the channel")))" })
                <span class="hint">\(visit.t(item.reason)), \(visit.formats.stamp(item.takeDown.askedAt))</span>
                \(visit.may(.edit) ? FormView(visit).button(
                    visit.t("Đã gỡ", "Taken down"), action: "/consents/taken-down", css: "button button-small",
                    values: ["post": item.post.id.description]) : .empty)</li>
                """
            })</ul></section>
            """
    }

    private var pictureList: HTML {
        guard !pictures.isEmpty else {
            return visit.empty(
                visit.t("Thư viện chưa có ảnh, phim nào", "The library has no pictures yet"),
                visit.t("Thêm ảnh khi viết tài liệu.", "Add pictures as you write a material."))
        }
        return "<div class=\"cards\">\(pictures.html(card))</div>"
    }

    private func card(_ picture: LibraryPicture) -> HTML {
        let (file, mark) = (picture.file, picture.mark)
        return """
            <article class="card picture-card">\(MediaList.isPicture(file) || picture.photo != nil
                ? "<img src=\"\(path(picture))\" alt=\"\(file.alternativeText)\" loading=\"lazy\">" : .empty as HTML)
            <p><a href="\(path(picture))">\(file.name)</a> <span class="hint">\(picture.materials.map(\.description).joined(separator: ", "))</span></p>
            <p>\(visit.badge(
                picture.isKeptIn ? visit.t("chưa được đăng", "kept in") : visit.t("được đăng", "may go out"),
                picture.isKeptIn ? .bad : .ok)) \(visit.t(mark?.words ?? PictureMark.unsaid))\
            \((mark?.children ?? 0) > 0 ? " · \(visit.t("\(picture.consents) bản đồng ý còn hiệu lực", "\(picture.consents) consents hold"))" : "")</p>
            \(visit.may(.edit) && picture.photo == nil ? marking(picture) : .empty)</article>
            """
    }

    private func path(_ picture: LibraryPicture) -> String {
        guard let session = picture.session, let photo = picture.photo else { return "/media/\(picture.file.hash)" }
        return "/sessions/\(session)/photos/\(photo)"
    }

    private func marking(_ picture: LibraryPicture) -> HTML {
        let id = picture.file.hash.short
        return """
            <details class="fold" \(flag: "open", if: picture.mark == nil)><summary>\(visit.t("Nói trong ảnh có gì", "Say what it shows"))</summary>
            <form method="post" action="/consents/pictures" class="form">\(FormView(visit).token)\
            \(FormView(visit).hidden("picture", picture.file.hash.description))
            <div class="field"><label for="f-children-\(id)">\(visit.t("Số trẻ em nhận ra được", "Recognisable children"))</label>
            <input id="f-children-\(id)" name="children" type="number" min="0" max="1000" required value="\(picture.mark.map { String($0.children) })"></div>
            <label class="box"><input type="checkbox" name="victim" value="1" \(flag: "checked", if: picture.mark?.showsVictim == true)> \
            <span>\(visit.t("Có nạn nhân: không bao giờ đăng", "It shows a victim: it never goes out"))</span></label>
            <div class="form-actions"><button class="button">\(visit.t("Lưu", "Save"))<span class="unseen"> \(picture.file.name)</span></button></div></form></details>
            """
    }

    private var register: HTML {
        guard !consents.isEmpty else {
            return "<p class=\"hint\">\(visit.t("Chưa có bản đồng ý nào.", "No consents yet."))</p>"
        }
        let today = visit.workspace.today
        let pictureNames = Dictionary(pictures.map { ($0.file.hash, $0.file.name) }) { first, _ in first }
        return TableView(
            visit.t("Các bản đồng ý", "Consents"),
            [
                .init(name: visit.t("Số hiệu", "Paper")), .init(name: visit.t("Tuổi khi ký", "Age when signed")),
                .init(name: visit.t("Ảnh", "Pictures")), .init(name: visit.t("Hiệu lực", "Holds")),
                .init(name: visit.t("Tình trạng", "State")), .init(name: ""),
            ],
            rows: consents.map { consent in
                [
                    "\(consent.reference)<br><span class=\"hint\">\(names.person(consent.recordedBy))</span>",
                    HTML(text: visit.t(consent.age.words)),
                    HTML(text: consent.pictures.map { pictureNames[$0] ?? $0.short }.joined(separator: ", ")),
                    "\(visit.formats.day(consent.signedOn)) – \(visit.formats.day(consent.expiresOn))",
                    visit.badge(visit.t(consent.standing(on: today)), consent.holds(on: today) ? .ok : .warn),
                    withdrawing(consent),
                ]
            }
        ).html
    }

    private func withdrawing(_ consent: Consent) -> HTML {
        if let withdrawal = consent.withdrawal {
            return "<span class=\"hint\">\(withdrawal.reason)</span>"
        }
        guard visit.may(.edit) else { return .empty }
        let id = "f-withdraw-\(consent.id.short)"
        return """
            <details class="fold"><summary>\(visit.t("Rút", "Withdraw"))<span class="unseen"> \(consent.reference)</span></summary>
            <form method="post" action="/consents/\(consent.id)/withdraw" class="form">\(FormView(visit).token)
            <div class="field"><label for="\(id)">\(visit.t("Lý do, không nêu tên ai", "Why, naming nobody"))</label>
            <input id="\(id)" name="reason" required maxlength="300"></div>
            <div class="form-actions"><button class="button button-danger">\(visit.t("Rút và kéo lại các bài", "Withdraw and pull its posts"))</button></div></form></details>
            """
    }

    private var recording: HTML {
        guard visit.may(.edit), !pictures.isEmpty else { return .empty }
        let form = FormView(visit, isConsentRefused ? refusal : nil)
        return """
            <details class="fold card" \(flag: "open", if: isConsentRefused)><summary>\(visit.t("Ghi một bản đồng ý đã ký", "Record a signed consent"))</summary>
            \(form(action: "/consents", submit: visit.t("Ghi vào sổ", "Record"), """
                <div class="row">\(form.select("unit", visit.t("Đơn vị giữ bản giấy", "Unit that keeps the paper"), units, required: true))
                \(form.input("reference", visit.t("Số hiệu bản giấy", "Number of the paper"), hint: visit.t("Ví dụ HS-2026/014. Không ghi tên trẻ.", "Such as HS-2026/014. No names."), required: true))</div>
                <div class="row">\(form.select("age", visit.t("Tuổi khi ký", "Age when signed"), ConsentAge.allCases.map {
                    Choice(value: $0.rawValue, label: visit.t($0.words))
                }, empty: "—", required: true))
                \(form.input("signed", visit.t("Ngày ký", "Signed on"), type: "date", required: true))
                \(form.input("until", visit.t("Còn hiệu lực đến hết", "Holds until"), type: "date", required: true))</div>
                \(form.box("guardian", visit.t("Cha mẹ hoặc người giám hộ đồng ý", "A parent or guardian agreed")))
                \(form.box("child", visit.t("Trẻ đồng ý (bắt buộc từ 7 tuổi)", "The child agreed (needed from 7 on)")))
                \(form.boxes("pictures", visit.t("Ảnh, phim nào", "Which pictures"), pictures.filter { $0.mark?.showsVictim != true }.map {
                    Choice(value: $0.file.hash.description, label: $0.file.name)
                }))
                """))</details>
            """
    }
}
