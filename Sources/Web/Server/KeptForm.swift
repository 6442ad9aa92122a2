import Foundation
import Outreach

/// What a form said whose log-in had run out meanwhile. It goes through the log-in page as a hidden field and is offered
/// to be sent again afterwards: nobody loses half an hour of writing. The server keeps nothing of it.
struct KeptForm: Codable, Sendable {
    private struct Field: Codable {
        let name: String
        let value: String
    }

    /// Where the form was sent to, its query too.
    let path: String
    private let fields: [Field]
    /// Files cannot be kept in a page.
    private let hadFiles: Bool

    /// Nil where there is nothing worth keeping, or a secret that must not stand in another page.
    init?(_ form: Fields, hadFiles: Bool, sentTo path: String) {
        let isSecret = path.hasPrefix("/account") || path.contains("/secrets/") || form.has("password")
        let fields = form.pairs.filter { $0.name != "csrf" }.map { Field(name: $0.name, value: $0.value) }
        guard !isSecret, !fields.isEmpty else { return nil }
        self.path = path
        self.fields = fields
        self.hadFiles = hadFiles
    }

    /// As the hidden field of the log-in page has it.
    init?(text: String) {
        guard let kept = try? JSONDecoder().decode(KeptForm.self, from: Data(text.utf8)),
            let path = LocalPath(kept.path)?.path, path == kept.path
        else { return nil }
        self = kept
    }

    var text: String { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// What was typed, to be read and copied.
    func typed(_ visit: Visit) -> HTML {
        let long = fields.filter { $0.value.count > 20 }
        guard !long.isEmpty else { return .empty }
        return """
            <details class="fold"><summary>\(visit.t("Chữ đã gõ", "What was typed"))</summary>\
            \(long.html { "<p class=\"text-as-is\">\($0.value)</p>" })</details>
            """
    }

    /// The form once more, with the token of the new log-in.
    func again(_ visit: Visit) -> Page {
        let title = visit.t("Gửi tiếp phiếu đang viết", "Go on with what you wrote")
        let form = FormView(visit)
        return Page(
            title, isBare: true,
            main: """
                <section class="card narrow"><h1>\(title)</h1>
                <p>\(visit.t(
                    "Bạn đã đăng nhập lại sau khi mở trang. Những gì đã gõ vẫn còn, nhưng chưa lưu.",
                    "You logged in again after you opened the page. What you typed is still here, but not saved."))</p>
                \(hadFiles ? visit.notice(.warn, HTML(text: visit.t(
                    "Tệp đã chọn thì không giữ được: lưu chữ trước, rồi mở lại để thêm tệp.",
                    "The files you chose are not: save the text first, then open it again and add them."))) : .empty)
                \(form(
                    action: path, submit: visit.t("Lưu những gì đã gõ", "Save what I typed"),
                    beside: visit.link(visit.t("Bỏ, về trang Hôm nay", "Drop it, go to Today"), "/", css: "button"),
                    fields.html { form.hidden($0.name, $0.value) }))
                \(typed(visit))</section>
                """)
    }
}
