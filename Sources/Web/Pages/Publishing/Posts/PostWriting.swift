import Operations
import Outreach

/// What writing a new post and changing one have in common.
enum PostWriting {
    static func buttons(_ visit: Visit) -> HTML {
        """
        <div class="form-actions"><button class="button button-primary" name="then" value="submit">\(visit.t(
            "Lưu và gửi duyệt", "Save and submit"))</button>
        <button class="button" name="then" value="draft">\(visit.t("Lưu nháp", "Save the draft"))</button>
        <button class="button" name="then" value="preview" formnovalidate data-without-script>\(visit.t("Xem trước", "Preview"))</button></div>
        """
    }

    /// Where the preview stands, also before there is one.
    static func pane(_ preview: HTML, _ visit: Visit) -> HTML {
        """
        <section class="card preview" aria-live="polite" tabindex="0"><h2>\(visit.t("Xem trước", "Preview"))</h2>
        <div id="preview">\(preview.isEmpty ? "<p class=\"hint\">\(visit.t("Chọn kênh để xem bài sẽ ra sao.", "Choose a channel to see how it comes out."))</p>" : preview)</div>
        </section>
        """
    }

    /// What was typed is shown again; nothing was refused.
    static let onlyPreview = Refusal(PreviewAsked())

    /// How the typed post would come out; what is missing is said in its place.
    static func preview(_ fields: Fields, _ visit: Visit) async throws -> HTML {
        var visit = visit
        visit.form = fields
        let form = PostForm(visit, nil)
        var reader = FormReader(fields)
        do {
            let draft = try form.draft(&reader)
            let recurrence = try form.recurrence(from: draft.day, &reader)
            guard reader.mistakes["day"] == nil, reader.mistakes["time"] == nil else {
                return "<p class=\"hint\">\(visit.t("Chọn ngày và giờ đăng.", "Choose day and time."))</p>"
            }
            let preview = try await visit.workspace.previewPost(
                draft, repeating: recurrence, as: try visit.caller)
            return draw(preview, visit)
        } catch let error as FormError {
            return "<p class=\"hint\">\(visit.t(error.message))</p>"
        } catch let error as any ReadableError {
            return visit.notice(.warn, HTML(text: visit.t(error.message)))
        }
    }

    private static func draw(_ preview: PostPreview, _ visit: Visit) -> HTML {
        let length = visit.formats.number(preview.length)
        let maximum = preview.maximum.map(visit.formats.number)
        let share: HTML = maximum.html { " / \($0)" }
        return """
            \(preview.problems.html { visit.notice(.warn, HTML(text: visit.t($0))) })
            \(preview.judged.html { findings($0, visit) })
            <p class="hint"><strong>\(preview.channel.channel.name(visit.language))</strong> · \
            \(visit.momentInWords(preview.moment, visit.workspace.zone)) · \(visit.t("hạn chót", "until")) \
            \(visit.formats.stamp(preview.notAfter))</p>
            \(opening(preview, visit))
            <p class="outgoing-title">\(preview.title)</p>
            \(preview.sending.html { visit.outgoing($0, title: preview.title) })
            <p class="hint" data-preview-maximum="\(preview.maximum.map(String.init))">\(length)\(share) \(visit.t("ký tự", "characters"))</p>
            \(days(preview, visit))
            <textarea hidden data-preview-text aria-hidden="true" tabindex="-1">\n\(preview.text)</textarea>
            <p><button type="button" class="button button-small" data-take-preview="f-text" hidden>\(visit.t(
                "Chép vào ô nội dung để sửa", "Copy into the field to change it"))</button></p>
            """
    }

    /// What the rules say about what is typed, as it is typed.
    private static func findings(_ judged: JudgedText, _ visit: Visit) -> HTML {
        let items = FindingItems(visit: visit)
        return judged.obstacles.html { visit.notice(.warn, HTML(text: visit.t($0))) }
            + items.html(judged.findings, .block) + items.html(judged.findings, .warn)
    }

    /// Closed hours in words, with what becomes of the post.
    private static func opening(_ preview: PostPreview, _ visit: Visit) -> HTML {
        func place(_ day: Day, _ time: TimeOfDay) -> String {
            "\(time) \(visit.formats.weekday(day)) \(visit.formats.day(day))"
        }
        let hours = HoursInWords(visit: visit, hours: preview.channel.hours)
        switch preview.opening {
        case nil, .open: return .empty
        case .later(let day, let time):
            return visit.notice(
                .info,
                HTML(
                    text: visit.t(
                        "Giờ này kênh đóng (\(hours.short)). Bài sẽ chờ đến \(place(day, time)).",
                        "The channel is closed then (\(hours.short)). The post waits until \(place(day, time)).")))
        case .tooLate(let day, let time):
            return visit.notice(
                .warn,
                HTML(
                    text: visit.t(
                        "Giờ này kênh đóng (\(hours.short)) và chỉ mở lại lúc \(place(day, time)), sau hạn chót: bài sẽ lỡ giờ. Hãy chọn giờ khác.",
                        "The channel is closed then (\(hours.short)) and opens again at \(place(day, time)), after the last moment: the post would be missed. Choose another time."
                    )))
        case .never:
            return visit.notice(
                .bad, HTML(text: visit.t("Kênh này không có giờ nào mở.", "This channel is never open.")))
        }
    }

    private static func days(_ preview: PostPreview, _ visit: Visit) -> HTML {
        guard preview.days.count > 1 else { return .empty }
        return """
            <details class="fold" open><summary>\(visit.t("\(preview.days.count) bài", "\(preview.days.count.of("post", "posts"))"))</summary>
            <ul class="day-list">\(preview.days.html { "<li>\(visit.formats.weekday($0)), \(visit.formats.stamp($0))</li>" })</ul></details>
            """
    }

    /// The draft is kept whether or not it can be submitted.
    static func submitIfAsked(_ posts: [Post], then path: String, _ visit: Visit) async throws -> Reply {
        let count = posts.count
        guard visit.form["then"] == "submit" else {
            return count == 1
                ? .done(path, "Đã lưu nháp.", "The draft is saved.")
                : .done(path, "Đã lưu \(count) bài nháp.", "\(count) drafts are saved.")
        }
        do {
            _ = try await visit.workspace.review(
                posts.map(\.id.description), .submit, comment: "", as: try visit.caller, mode: .perform)
        } catch let error as any ReadableError {
            let message = Message(
                vi: "Đã lưu nháp nhưng chưa gửi duyệt được: \(error.message.vietnamese)",
                en: "The draft is saved but could not be submitted: \(error.message.english)")
            return .seeOther(path, Said(kind: .warning, message: message))
        }
        return count == 1
            ? .done(path, "Đã lưu và gửi duyệt.", "Saved and submitted.")
            : .done(
                "/posts?state=review", "Đã lưu và gửi duyệt \(count) bài.", "\(count) posts are saved and submitted.")
    }
}

/// Stands for a refusal where somebody only wanted to look.
private struct PreviewAsked: ReadableError {
    var message: Message {
        Message(vi: "Đây là bản xem trước; chưa lưu gì.", en: "This is a preview; nothing is saved yet.")
    }
}

/// When a channel posts, in a few words.
struct HoursInWords {
    let visit: Visit
    let hours: PostingHours

    var short: String {
        let windows = hours.windows.map { "\(visit.t($0.days.words)) \($0.span.from)–\($0.span.to)" }
        let quiet = hours.quietHours.map { visit.t("nghỉ \($0.from)–\($0.to)", "quiet \($0.from)–\($0.to)") }
        let all =
            (windows.isEmpty ? [] : [visit.t("mở ", "open ") + windows.joined(separator: "; ")])
            + [quiet].compactMap(\.self)
        return all.isEmpty ? visit.t("mở cả ngày", "open all day") : all.joined(separator: ", ")
    }
}
