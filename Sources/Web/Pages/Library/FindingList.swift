import Operations
import Outreach

/// What the check of a text found, beside the text: what must not go out, what somebody should look at.
struct FindingList: Sendable {
    let visit: Visit
    let examination: MaterialExamination

    var html: HTML {
        """
        \(examination.unchecked.html { visit.notice(.bad, HTML(text: visit.t($0))) })\
        \(summary)\
        \(list(of: .block))\(list(of: .warn))\(notes)
        """
    }

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

    private func list(of level: FindingLevel) -> HTML {
        let findings = examination.findings.filter { $0.level == level }
        guard !findings.isEmpty else { return .empty }
        return """
            <h3>\(level == .block
                ? visit.t("Phải sửa trước khi đăng (\(findings.count))", "Must be mended (\(findings.count))")
                : visit.t("Nên xem lại (\(findings.count))", "Should be looked at (\(findings.count))"))</h3>
            <ul class="findings">\(findings.html(one))</ul>
            """
    }

    private func one(_ finding: Finding) -> HTML {
        """
        <li class="finding finding-\(finding.level.rawValue)"><p>\
        <span class="hint">\(visit.t(finding.place.words))</span>\
        \(finding.words.isEmpty ? .empty : " <q>\(finding.words)</q>" as HTML)</p>\
        <p>\(visit.t(finding.suggestion))</p>\
        <details class="fold"><summary>\(visit.t("Vì sao", "Why"))</summary>\
        <p>\(visit.t(finding.why)) <span class="hint">\(finding.source) · \(finding.rule.rawValue)</span></p></details></li>
        """
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

extension CheckedText.Place {
    /// Where in the text, in words.
    var words: Message {
        switch self {
        case .title: MaterialField.title.words
        case .titleInEnglish: Message(vi: "tiêu đề tiếng Anh", en: "English title")
        case .link: Message(vi: "đường dẫn", en: "link")
        case .place: Message(vi: "nơi tổ chức", en: "place")
        case .speaker: Message(vi: "người trình bày", en: "speaker")
        case .summary: MaterialField.summary.words
        case .body: MaterialField.body.words
        case .variant(let kind): MaterialField.variant(kind).words
        case .alternativeText(let file): Message(vi: "mô tả tệp \(file)", en: "description of \(file)")
        case .fileName: Message(vi: "tên tệp", en: "file name")
        case .notes: Message(vi: "ghi chú", en: "notes")
        case .picture(let file): Message(vi: "ảnh \(file)", en: "picture \(file)")
        }
    }
}
