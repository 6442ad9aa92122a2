public import Outreach

/// Why a PDF was not made; the report itself is untouched.
public enum PDFError: ReadableError, Hashable {
    case notInstalled
    case tookTooLong(Duration)
    case failed(String)

    public var kind: FailureKind {
        switch self {
        case .notInstalled: .configuration
        case .tookTooLong: .tryAgain
        case .failed: .unavailable
        }
    }

    public var message: Message {
        switch self {
        case .notInstalled:
            Message(
                vi: "Máy chủ chưa cài LibreOffice nên chưa xuất được PDF; tệp Word và Excel vẫn tải được. "
                    + "Hãy mở tệp Word rồi lưu thành PDF, hoặc nhờ quản trị máy chủ cài: "
                    + "apt-get install libreoffice-writer-nogui fonts-liberation2.",
                en:
                    "LibreOffice is not installed on the server, so there is no PDF; the Word and Excel files are there. "
                    + "Open the Word file and save it as PDF, or ask the administrator to run: "
                    + "apt-get install libreoffice-writer-nogui fonts-liberation2.")
        case .tookTooLong(let limit):
            Message(
                vi: "Xuất PDF quá \(limit.components.seconds) giây nên đã dừng; báo cáo không bị ảnh hưởng. "
                    + "Hãy thử lại, hoặc mở tệp Word rồi lưu thành PDF.",
                en: "Making the PDF took more than \(limit.components.seconds) seconds and was stopped; the report is "
                    + "untouched. Try again, or open the Word file and save it as PDF.")
        case .failed(let reason):
            Message(
                vi: "Không xuất được PDF (\(reason)); báo cáo không bị ảnh hưởng. Hãy mở tệp Word rồi lưu thành PDF.",
                en:
                    "The PDF could not be made (\(reason)); the report is untouched. Open the Word file and save it as PDF."
            )
        }
    }
}
