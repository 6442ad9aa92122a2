import Operations
import Outreach

/// Draws one session.
struct OneSessionView: Sendable {
    let visit: Visit
    let record: SessionRecord
    let corrections: [Correction]
    let photos: [PhotoStanding]
    /// Of the same unit, day, form and place.
    let similar: [SessionRecord]
    let names: SessionWords
    /// Whether the visitor logs for the session's unit.
    let mayChange: Bool
    let refusal: Refusal?

    private var session: Session { record.session }
    private var path: String { "/sessions/\(session.id)" }

    var title: String {
        visit.t(
            "Buổi ngày \(visit.formats.day(session.day))", "Session of \(visit.formats.day(session.day))")
    }

    var html: HTML {
        """
        \(visit.heading(title, HTML(text: "\(session.place) · \(names.unit(session.unit))"), actions: actions))
        \(refusal.html { visit.notice(.bad, HTML(text: visit.t($0.message) + ($0.mistakes.values.first.map { " " + visit.t($0) } ?? ""))) })
        \(twins)
        <div class="figures">\(visit.figure(
            visit.formats.number(session.turns), visit.t("lượt người dự", "turns attended")))\
        \(session.minutes.html { visit.figure(visit.formats.number($0), visit.t("phút", "minutes")) })\
        \(session.handouts.isEmpty ? .empty : visit.figure(
            visit.formats.number(session.handouts.reduce(0) { $0 + $1.quantity }),
            visit.t("tờ in đã phát", "prints handed out")))</div>
        <div class="split"><div>\(facts)\(history)</div><div>\(attendance)\(gallery)\(withdrawal)</div></div>
        """
    }

    private var actions: HTML {
        mayChange
            ? visit.link(visit.t("Sửa, kèm lý do", "Correct, with a reason"), "\(path)/correct", css: "button") : .empty
    }

    private var twins: HTML {
        guard !similar.isEmpty else { return .empty }
        return visit.notice(
            .warn,
            """
            <p>\(visit.t(
                "Cùng ngày, cùng nơi, cùng hình thức còn có buổi khác. Nếu là một buổi ghi hai lần, hãy rút một buổi:",
                "There is another session of this day, place and form. If it is the same one logged twice, withdraw one:"))</p>
            <ul>\(similar.html { other in
                """
                <li><a href="/sessions/\(other.session.id)">\(visit.formats.number(other.session.turns)) \
                \(visit.t("lượt", "turns"))\(other.session.time.html { " · \($0)" }) · \(other.loggedBy)</a></li>
                """
            })</ul>
            """)
    }

    private var facts: HTML {
        let groups = Set(session.attendance.map { names.audience($0.audience) })
        let lines = names.lines(of: session).filter { !groups.contains($0.label) }
        return """
            <section class="card"><h2>\(visit.t("Nội dung", "What took place"))</h2>
            <dl class="facts">\(lines.html { "<dt>\($0.label)</dt><dd class=\"text-as-is\">\($0.value)</dd>" })
            <dt>\(visit.t("Người ghi", "Logged by"))</dt><dd>\(record.loggedBy) · \(visit.formats.stamp(record.loggedAt)) · \
            \(visit.t(record.origin.words))</dd></dl></section>
            """
    }

    private var attendance: HTML {
        TableView(
            visit.t("Số lượt theo đối tượng", "Turns by audience"),
            [
                .init(name: visit.t("Đối tượng", "Audience")),
                .init(name: visit.t("Lượt", "Turns"), isNumber: true),
                .init(name: visit.t("Nữ", "Female"), isNumber: true),
                .init(name: visit.t("Nam", "Male"), isNumber: true),
            ], isCaptionShown: true,
            rows: session.attendance.map { group in
                [
                    HTML(text: names.audience(group.audience)), HTML(text: visit.formats.number(group.turns)),
                    HTML(text: visit.formats.number(group.female)), HTML(text: visit.formats.number(group.male)),
                ]
            }
        ).html
    }

    private var history: HTML {
        guard !corrections.isEmpty else { return .empty }
        let states = corrections.map(\.before) + [session]
        return """
            <section class="card"><h2>\(visit.t("Các lần sửa", "Corrections"))</h2>
            \(corrections.enumerated().reversed().html { index, correction in
                """
                <article class="correction"><h3>\(visit.formats.stamp(correction.at)) · \(correction.by)</h3>
                <p>\(visit.t("Lý do", "Reason")): \(correction.reason)</p>
                <dl class="facts">\(names.changes(from: states[index], to: states[index + 1]).html { change in
                    """
                    <dt>\(change.label)</dt><dd><del>\(change.before ?? "—")</del> → <ins>\(change.after ?? "—")</ins></dd>
                    """
                })</dl></article>
                """
            })</section>
            """
    }

    private var gallery: HTML {
        let form = FormView(visit)
        return """
            <section class="card"><h2>\(visit.t("Ảnh", "Photos"))</h2>
            \(photos.isEmpty ? "<p class=\"hint\">\(visit.t("Chưa có ảnh.", "No photos yet."))</p>" : .empty)
            <ul class="gallery">\(photos.enumerated().html { number, photo in picture(photo, number: number + 1) })</ul>
            \(mayChange ? form(
                action: "\(path)/photos", submit: visit.t("Thêm ảnh", "Add photos"), files: true,
                form.file(
                    "photos", visit.t("Thêm ảnh", "Add photos"), accept: "image/jpeg,image/png,image/*",
                    hint: visit.t(
                        "Không rõ mặt trẻ. Nơi chụp và tên máy được xóa khỏi ảnh.",
                        "No child's face. Place and device are removed from the picture."),
                    multiple: true)) : .empty)
            </section>
            """
    }

    private func picture(_ standing: PhotoStanding, number: Int) -> HTML {
        let (photo, form) = (standing.photo, FormView(visit, refusal))
        guard mayChange || !standing.isKeptIn else {
            return "<li class=\"hint\">\(visit.t(SessionError.photoKeptIn.message))</li>"
        }
        return """
            <li><a href="\(path)/photos/\(photo.id)"><img src="\(path)/photos/\(photo.id)" loading="lazy" \
            width="\(photo.width)" height="\(photo.height)" \
            alt="\(visit.t("Ảnh \(number) của buổi", "Photo \(number) of the session"))"></a>\
            \(mayChange ? children(standing, number: number, form) + """
                <details class="fold"><summary>\(visit.t("Xóa ảnh \(number)", "Delete photo \(number)"))</summary>\
                <form method="post" action="\(path)/photos/\(photo.id)/remove" class="form">\(form.token)\
                <div class="field"><label for="reason-\(number)">\(visit.t("Lý do", "Reason"))</label>\
                <input id="reason-\(number)" name="photo-reason" required maxlength="300"></div>\
                <button class="button button-danger">\(visit.t("Xóa ảnh", "Delete the photo"))</button></form></details>
                """ : .empty)</li>
            """
    }

    /// How many children can be recognised, and whether each has a consent.
    private func children(_ standing: PhotoStanding, number: Int, _ form: FormView) -> HTML {
        let count = standing.mark?.children ?? 0
        let state =
            count > 0
            ? visit.t(
                "\(count) trẻ nhận ra được, \(standing.consents) bản đồng ý còn hiệu lực",
                "\(count) recognisable children, \(standing.consents) consents hold")
            : visit.t(standing.mark?.words ?? PictureMark.unsaid)
        return """
            <p>\(visit.badge(
                standing.isKeptIn ? visit.t("chỉ người ghi xem được", "seen by loggers only") : visit.t("được xem", "may be seen"),
                standing.isKeptIn ? .warn : .ok)) \(state)</p>
            <details class="fold" \(flag: "open", if: standing.mark == nil)><summary>\(visit.t(
                "Trẻ em trong ảnh \(number)", "Children in photo \(number)"))</summary>\
            <form method="post" action="\(path)/photos/\(standing.photo.id)/children" class="form">\(form.token)\
            <div class="field"><label for="children-\(number)">\(visit.t("Số trẻ em nhận ra được", "Recognisable children"))</label>\
            <input id="children-\(number)" name="children" type="number" min="0" max="1000" required value="\(count)"></div>\
            <button class="button">\(visit.t("Lưu", "Save"))</button></form>\
            \(count > 0 ? "<p>\(visit.link(visit.t("Ghi bản đồng ý", "Record a consent"), "/consents"))</p>" : .empty as HTML)</details>
            """
    }

    private var withdrawal: HTML {
        guard mayChange else { return .empty }
        let form = FormView(visit)
        return """
            <section class="card"><details class="fold"><summary>\(visit.t(
                "Rút buổi này khỏi số liệu", "Withdraw this session"))</summary>
            <p class="hint">\(visit.t(
                "Khi một buổi bị ghi hai lần hoặc không diễn ra. Nội dung, lý do và người rút được giữ trong nhật ký; ảnh bị xóa.",
                "Where it was logged twice or never took place. What it said, the reason and your name are kept; photos are deleted."))</p>
            \(form(
                action: "\(path)/withdraw", submit: visit.t("Rút buổi này", "Withdraw it"), danger: true,
                form.input("withdraw-reason", visit.t("Lý do rút", "Why it is withdrawn"), required: true)))
            </details></section>
            """
    }
}
