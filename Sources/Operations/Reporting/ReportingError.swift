public import Outreach

/// Why a report was not built; nothing was changed.
public enum ReportingError: ReadableError, Hashable {
    case unknownPeriod(String, examples: [String])
    case unknownIndicator(Slug, known: [Slug])
    case noIndicators

    public var kind: FailureKind {
        switch self {
        case .unknownPeriod, .unknownIndicator: .notFound
        case .noIndicators: .configuration
        }
    }

    public var message: Message {
        switch self {
        case .unknownPeriod(let code, let examples):
            Message(
                vi:
                    "Không có kỳ báo cáo “\(code)”. Ví dụ: \(examples.joined(separator: ", ")); hoặc 2026-06-01..2026-06-30.",
                en:
                    "There is no period “\(code)”. For example: \(examples.joined(separator: ", ")); or 2026-06-01..2026-06-30."
            )
        case .unknownIndicator(let id, let known):
            Message(
                vi: "Không có chỉ tiêu thống kê “\(id)”. Hiện có: \(known.map(\.description).joined(separator: ", ")).",
                en: "There is no indicator “\(id)”. There are: \(known.map(\.description).joined(separator: ", ")).")
        case .noIndicators:
            Message(
                vi: "Chưa có chỉ tiêu thống kê nào. Chạy “loa content import” trước.",
                en: "There are no indicators yet. Run “loa content import” first.")
        }
    }
}
