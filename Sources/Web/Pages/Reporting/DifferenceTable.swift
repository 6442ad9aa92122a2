import Operations
import Outreach

/// What one version of a report says otherwise than another: its numbers, then its words.
struct DifferenceTable {
    let visit: Visit
    let differences: [ReportDifference]

    /// Of a long text, so much as lies around the first place where two versions part.
    private static let longest = 300

    var html: HTML {
        let numbers = differences.filter { !$0.isText }
        let texts = differences.filter(\.isText)
        guard !differences.isEmpty else {
            return notice("Không có gì khác bản trước.", "Nothing differs from the version before.")
        }
        return """
            \(numbers.isEmpty
                ? notice("Không số nào khác; chỉ phần lời thay đổi.", "No number differs; only the words do.")
                : table(visit.t("Những số khác bản trước", "Numbers that differ from the version before"), numbers))\
            \(texts.isEmpty
                ? .empty : table(visit.t("Phần lời khác bản trước", "Words that differ from the version before"), texts))
            """
    }

    private func notice(_ vietnamese: String, _ english: String) -> HTML {
        visit.notice(.info, HTML(text: visit.t(vietnamese, english)))
    }

    private func table(_ title: String, _ differences: [ReportDifference]) -> HTML {
        let areNumbers = !differences.contains(where: \.isText)
        return TableView(
            title,
            [
                .init(name: visit.t("Nội dung", "What")), .init(name: visit.t("Phần", "Part")),
                .init(name: visit.t("Trước", "Before"), isNumber: areNumbers),
                .init(name: visit.t("Nay", "Now"), isNumber: areNumbers),
            ], isCaptionShown: true,
            rows: differences.map { difference in
                let written = difference.written(longest: DifferenceTable.longest) { visit.formats.number($0) }
                return [
                    HTML(text: visit.t(difference.name)), HTML(text: visit.t(difference.what.words)),
                    HTML(text: written.old), HTML(text: written.new),
                ]
            }
        ).html
    }
}
