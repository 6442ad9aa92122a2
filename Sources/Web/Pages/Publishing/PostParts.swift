import Documents
import Operations
import Outreach

/// The pieces in which a post is shown: on its own page, to its approver, while it is written.
extension Visit {
    /// The text as the channel gets it: as typed, in the pieces it is taken in, or as the web page it becomes.
    func outgoing(_ sending: PostSending, title: String) -> HTML {
        if let html = sending.html {
            return """
                <div class="outgoing outgoing-page prose" lang="vi"><p class="outgoing-title">\(title)</p>\
                \(HTML(trusting: html))</div>
                """
        }
        guard sending.parts.count > 1 else {
            return "<div class=\"outgoing text-as-is\" lang=\"vi\">\(sending.parts.first)</div>"
        }
        let count = sending.parts.count
        return """
            <p class="hint">\(t("Dài hơn giới hạn của kênh nên thành \(count) tin.", "Longer than the channel takes, so it becomes \(count) messages."))</p>
            \(sending.parts.enumerated().html { number, part in
                "<div class=\"outgoing text-as-is\" lang=\"vi\"><span class=\"outgoing-number\">\(number + 1)/\(count)</span>\(part)</div>"
            })
            """
    }

    /// Words taken away and words put in, told by marks and by what a screen reader says, not by colour alone.
    func difference(from old: String, to new: String) -> HTML {
        let pieces = TextDifference(from: old, to: new).pieces
        return "<div class=\"difference text-as-is\" lang=\"vi\">\(pieces.html(piece))</div>"
    }

    private func piece(_ piece: TextDifference.Piece) -> HTML {
        switch piece {
        case .same(let text): "\(text)"
        case .removed(let text):
            "<del><span class=\"unseen\">\(t("[bỏ: ", "[removed: "))</span>\(visible(text))<span class=\"unseen\">]</span></del>"
        case .added(let text):
            "<ins><span class=\"unseen\">\(t("[thêm: ", "[added: "))</span>\(visible(text))<span class=\"unseen\">]</span></ins>"
        }
    }

    /// A changed line end would else not be seen.
    private func visible(_ text: String) -> String { text.replacing("\n", with: "↵\n") }

    /// Exactly what would go over the wire, secrets replaced.
    func requests(_ requests: [RequestPreview], isOpen: Bool = false) -> HTML {
        guard !requests.isEmpty else { return .empty }
        return """
            <details class="fold" \(flag: "open", if: isOpen)><summary>\(t(
                "Yêu cầu đúng như sẽ gửi (\(requests.count))", "The request exactly as it would leave (\(requests.count))"))</summary>
            <p class="hint">\(t("Mã bí mật đã được che.", "Secrets are masked."))</p>
            \(requests.html { request in
                """
                <pre tabindex="0"><strong>\(request.method)</strong> \(request.url)
                \(request.headers.html { "\($0.name): \($0.value)\n" })
                \(request.body)</pre>
                """
            })</details>
            """
    }

    /// Pictures, sound and film of a post, with what they show in words.
    func media(of post: Post) -> HTML {
        guard !post.media.isEmpty else { return .empty }
        return """
            <ul class="media-list">\(post.media.html { file in
                let path = "/posts/\(post.id)/media/\(file.hash)"
                return """
                    <li>\(MediaList.isPicture(file)
                        ? "<img src=\"\(path)\" alt=\"\(file.alternativeText)\" loading=\"lazy\">" : .empty)\
                    <span>\(file.name)</span> <span class="hint">\(file.alternativeText)</span> \
                    <a href="\(path)?save=1" download>\(t("Tải về", "Download"))</a></li>
                    """
            })</ul>
            """
    }

    /// `Thứ hai, 08:00 · 01/06/2026`
    func momentInWords(_ moment: Instant, _ zone: Zone) -> HTML {
        "\(formats.weekday(zone.day(of: moment))), \(formats.stamp(moment))"
    }

    func remarks(_ remarks: [PostRemark]) -> HTML {
        remarks.html { remark in
            let tone: Tone = [.closed, .newerRevision].contains(remark.kind) ? .info : .warn
            return notice(tone, HTML(text: t(remark.message)))
        }
    }

    /// Names and values, the ones without a value left out.
    func facts(_ facts: [(String, HTML?)]) -> HTML {
        """
        <dl class="facts">\(facts.html { name, value in value.html { "<dt>\(name)</dt><dd>\($0)</dd>" } })</dl>
        """
    }

    /// Who did what with a post, oldest first, with what they said.
    func history(_ steps: [Comment], _ names: PublishingNames) -> HTML {
        guard !steps.isEmpty else { return .empty }
        return """
            <ol class="history">\(steps.html { step in
                """
                <li><span class="history-what">\(t(step.words))</span> · \(names.person(step.author)) · \
                \(formats.stamp(step.at))\
                \(step.text.isEmpty ? .empty : "<blockquote class=\"text-as-is\">\(step.text)</blockquote>" as HTML)</li>
                """
            })</ol>
            """
    }
}

extension Comment {
    /// The step in words.
    var words: Message {
        switch action {
        case "posts.create": Message(vi: "Soạn", en: "Written")
        case "posts.edit": Message(vi: "Sửa", en: "Changed")
        case "posts.submit": Message(vi: "Gửi duyệt", en: "Submitted")
        case "posts.approve": Message(vi: "Duyệt", en: "Approved")
        case "posts.editorial": Message(vi: "Tổ biên tập thông qua", en: "Passed by the editorial team")
        case "posts.check": Message(vi: "Công an, pháp chế thông qua", en: "Passed by the legal check")
        case "posts.override": Message(vi: "Cho qua một cảnh báo", en: "A finding let pass")
        case "posts.withdraw-override": Message(vi: "Rút lại điều đã cho qua", en: "An override taken back")
        case "posts.pull": Message(vi: "Kéo lại vì sự đồng ý đã rút", en: "Pulled: a consent was withdrawn")
        case "posts.take-down": Message(vi: "Đã gỡ khỏi kênh", en: "Taken down from its channel")
        case "posts.reject": Message(vi: "Trả lại", en: "Rejected")
        case "posts.cancel": Message(vi: "Bỏ", en: "Dropped")
        case "posts.retry": Message(vi: "Cho gửi lại", en: "To be sent again")
        case "posts.resolve": Message(vi: "Ghi kết quả", en: "Result written down")
        default: Message(verbatim: action)
        }
    }
}
