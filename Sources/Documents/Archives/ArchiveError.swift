public import Outreach

/// Why a ZIP file could not be read or written.
public enum ArchiveError: ReadableError, Hashable {
    case notAnArchive
    /// The file breaks off or a checksum is wrong; the name is nil where it is the directory of the file.
    case damaged(String?)
    case encrypted(String)
    /// A way of compressing other than deflate or none.
    case unknownCompression(String)
    case tooManyEntries(limit: Int)
    case entryTooLarge(String, limit: Int)
    /// All entries together.
    case tooLarge(limit: Int)
    /// A name that could lead out of the folder it is unpacked into.
    case unsafeName(String)
    case duplicateName(String)
    case missing(String)
    /// The file cannot be opened or written; the reason is the operating system's.
    case unavailable(file: String, reason: String)

    public var kind: FailureKind {
        switch self {
        case .unavailable: .unavailable
        default: .badData
        }
    }

    public var message: Message {
        switch self {
        case .notAnArchive:
            Message(vi: "Tệp không phải tệp nén ZIP.", en: "The file is not a ZIP file.")
        case .damaged(let name):
            Message(
                vi: "Tệp nén bị hỏng hoặc thiếu phần cuối\(at(name)). Hãy sao chép hoặc tải lại tệp.",
                en: "The ZIP file is damaged or cut off\(at(name)). Copy or download it again.")
        case .encrypted(let name):
            Message(
                vi: "Tệp có mật khẩu\(at(name)). Hãy bỏ mật khẩu rồi thử lại.",
                en: "The file has a password\(at(name)). Remove the password and try again.")
        case .unknownCompression(let name):
            Message(
                vi: "Tệp được nén theo cách không đọc được\(at(name)). Hãy nén lại kiểu thường (deflate).",
                en: "The file is compressed in a way that cannot be read\(at(name)). Compress it with deflate.")
        case .tooManyEntries(let limit):
            Message(
                vi: "Tệp nén có nhiều hơn \(vi(limit)) mục.", en: "The ZIP file has more than \(en(limit)) entries.")
        case .entryTooLarge(let name, let limit):
            Message(
                vi: "Mục “\(name)” trong tệp nén giải nén ra nhiều hơn \(vi(limit)) byte.",
                en: "The entry “\(name)” of the ZIP file unpacks to more than \(en(limit)) bytes.")
        case .tooLarge(let limit):
            Message(
                vi: "Tệp nén giải nén ra nhiều hơn \(vi(limit)) byte.",
                en: "The ZIP file unpacks to more than \(en(limit)) bytes.")
        case .unsafeName(let name):
            Message(
                vi: "Tệp nén có mục mang tên không an toàn: “\(name)”.",
                en: "The ZIP file has an entry with an unsafe name: “\(name)”.")
        case .duplicateName(let name):
            Message(
                vi: "Tệp nén có hai mục cùng tên “\(name)”.", en: "The ZIP file has two entries named “\(name)”.")
        case .missing(let name):
            Message(vi: "Tệp nén thiếu mục “\(name)”.", en: "The ZIP file has no entry “\(name)”.")
        case .unavailable(let file, let reason):
            Message(
                vi: "Không mở hoặc ghi được tệp “\(file)”: \(reason).",
                en: "The file “\(file)” could not be opened or written: \(reason).")
        }
    }

    private func at(_ name: String?) -> String { name.map { " (“\($0)”)" } ?? "" }
    private func vi(_ number: Int) -> String { NumberFormatting.integer(number, .vietnamese) }
    private func en(_ number: Int) -> String { NumberFormatting.integer(number, .english) }
}
