import Documents
import Operations
import Outreach

/// The public text of a slot as it will be sent, in the form its channel takes.
struct SlotTextView: Sendable {
    let visit: Visit
    let view: SlotView

    var html: HTML {
        """
        <section class="card"><h2>\(title)</h2>\(content)</section>
        """
    }

    private var title: String {
        switch view.text {
        case .session: visit.t("Tài liệu của buổi", "Material of the session")
        case .ready, .missing: visit.t("Nội dung sẽ gửi", "What will be sent")
        }
    }

    private var content: HTML {
        switch view.text {
        case .missing(let reason): visit.notice(.warn, HTML(text: visit.t(reason)))
        case .session(let revision):
            """
            <p>\(material(revision))</p><p>\(revision.content.summary)</p>
            <div class="prose">\(HTML(trusting: MarkdownRenderer.html(revision.content.body)))</div>
            """
        case .ready(let revision, let variant):
            """
            <p>\(material(revision)) · \(visit.t(variant.channelKind.words)) · \
            \(visit.t("\(visit.formats.number(variant.text.count)) ký tự", "\(visit.formats.number(variant.text.count)) characters"))</p>
            <div class="sent">\(sent(variant))</div>
            \(media(revision))
            """
        }
    }

    private func material(_ revision: Revision) -> HTML {
        visit.link(visit.t(revision.content.title), "/library/\(revision.content.material)")
    }

    /// A portal gets HTML; everything else the very characters.
    private func sent(_ variant: Variant) -> HTML {
        guard variant.channelKind == .portal else { return "<div class=\"text-as-is\">\(variant.text)</div>" }
        return "<div class=\"prose\">\(HTML(trusting: MarkdownRenderer.html(variant.text)))</div>"
    }

    private func media(_ revision: Revision) -> HTML {
        guard !revision.content.media.isEmpty else { return .empty }
        return """
            <h3>\(visit.t("Tệp đi kèm", "Files"))</h3>
            <ul>\(revision.content.media.html { "<li>\($0.name): \($0.alternativeText)</li>" })</ul>
            """
    }
}
