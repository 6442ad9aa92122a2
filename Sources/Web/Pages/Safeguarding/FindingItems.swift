import Operations
import Outreach

/// Findings as a reader needs them: where, which words, what to write instead, and why.
struct FindingItems: Sendable {
    let visit: Visit

    /// - Parameter beside: what stands below a finding: who let it pass, or the form to do so.
    func html(
        _ findings: [Finding], _ level: FindingLevel, beside: (Finding) -> HTML = { _ in .empty }
    ) -> HTML {
        let findings = findings.filter { $0.level == level }
        guard !findings.isEmpty else { return .empty }
        return """
            <h3>\(level == .block
                ? visit.t("Phải sửa trước khi đăng (\(findings.count))", "Must be mended (\(findings.count))")
                : visit.t("Nên xem lại (\(findings.count))", "Should be looked at (\(findings.count))"))</h3>
            <ul class="findings">\(findings.html { one($0, beside($0)) })</ul>
            """
    }

    private func one(_ finding: Finding, _ beside: HTML) -> HTML {
        """
        <li class="finding finding-\(finding.level.rawValue)"><p>\
        <span class="hint">\(visit.t(finding.place.words))</span>\
        \(finding.words.isEmpty ? .empty : " <q>\(finding.words)</q>" as HTML)</p>\
        <p>\(visit.t(finding.suggestion))</p>\
        <details class="fold"><summary>\(visit.t("Vì sao", "Why"))</summary>\
        <p>\(visit.t(finding.why)) <span class="hint">\(finding.source) · \(finding.rule.rawValue)</span></p></details>\
        \(beside)</li>
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
