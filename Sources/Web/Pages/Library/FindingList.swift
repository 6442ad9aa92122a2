import Operations
import Outreach

/// What the check of a text found, beside the text: what must not go out, what somebody should look at.
struct FindingList: Sendable {
    let visit: Visit
    let examination: MaterialExamination
    /// What stands below a finding.
    var beside: @Sendable (Finding) -> HTML = { _ in .empty }

    var html: HTML {
        """
        \(examination.unchecked.html { visit.notice(.bad, HTML(text: visit.t($0))) })\
        \(summary)\
        \(items.html(examination.findings, .block, beside: beside))\(items.html(examination.findings, .warn))\(notes)
        """
    }

    private var items: FindingItems { FindingItems(visit: visit) }

    private var summary: HTML {
        guard examination.findings.isEmpty, examination.notes.isEmpty, examination.unchecked == nil else {
            return .empty
        }
        return visit.notice(
            .ok,
            HTML(
                text: visit.t(
                    "Không thấy gì phải sửa. Máy không thấy hết: người duyệt vẫn đọc kỹ.",
                    "Nothing to mend was found. A machine does not see everything: approvers still read with care.")))
    }

    private var notes: HTML {
        guard !examination.notes.isEmpty else { return .empty }
        return """
            <h3>\(visit.t("Còn thiếu hoặc chưa vừa", "Missing or not fitting"))</h3>
            <ul class="findings">\(examination.notes.html { note in
                """
                <li class="finding finding-warn"><p><span class="hint">\(visit.t(note.field.words))</span></p>\
                <p>\(visit.t(note.message))</p></li>
                """
            })</ul>
            """
    }
}
