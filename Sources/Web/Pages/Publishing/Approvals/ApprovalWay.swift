import Operations
import Outreach

/// Whose yes a post takes, and whose it has: the steps of its unit, in order.
struct ApprovalWay: Sendable {
    let visit: Visit
    let reading: PostReading
    let names: PublishingNames

    var html: HTML {
        let approval = reading.approval
        return """
            <section class="card"><h2>\(visit.t("Cách duyệt", "How it is approved"))</h2>
            <p>\(visit.t(approval.mode.words))</p>
            \(approval.mode == .single ? visit.notice(.warn, HTML(text: visit.t(
                "Quản trị đã cho đơn vị này duyệt một người: người soạn có thể tự duyệt.",
                "An administrator lets this unit approve alone: who wrote a post may approve it."))) : .empty)
            \(approval.mode == .chain ? "<ol class=\"plain\">\(approval.mode.steps.html(step))</ol>" : .empty)
            </section>
            """
    }

    private func step(_ step: ApprovalStep) -> HTML {
        if let given = reading.approval.signatures.first(where: { $0.step == step }) {
            return """
                <li>\(visit.badge(visit.t("xong", "done"), .ok)) \(visit.t(step.words)) · \(names.person(given.by)), \
                \(visit.formats.stamp(given.at))</li>
                """
        }
        let isNext = step == reading.approval.nextStep && reading.post.state == .inReview
        return """
            <li>\(visit.badge(isNext ? visit.t("đang chờ", "waits") : visit.t("chưa", "not yet"), isNext ? .info : .quiet)) \
            \(visit.t(step.words))</li>
            """
    }
}

extension ApprovalStep {
    /// The button that gives it.
    var decision: Message {
        switch self {
        case .editorial: Message(vi: "Tổ biên tập thông qua bản này", en: "Pass exactly this as editorial team")
        case .check: Message(vi: "Công an, pháp chế thông qua bản này", en: "Pass exactly this as legal check")
        case .approval: Message(vi: "Duyệt đúng bản này", en: "Approve exactly this")
        }
    }
}
