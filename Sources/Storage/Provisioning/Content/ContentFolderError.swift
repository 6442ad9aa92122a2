public import Outreach

/// Why nothing of the content folder could be read; nothing was changed.
public enum ContentFolderError: ReadableError, Hashable {
    case missing(path: String)
    case notAFolder(path: String)
    case unreadable(path: String)

    public var message: Message {
        switch self {
        case .missing(let path):
            Message(
                vi: "Không có thư mục \(path). Chưa đọc gì; chạy lệnh trong thư mục làm việc đã tạo bằng “loa init”.",
                en: "There is no folder \(path). Nothing was read; run this in a workspace made by “loa init”.")
        case .notAFolder(let path):
            Message(
                vi: "\(path) là tệp, không phải thư mục. Chưa đọc gì; đổi tên tệp đó và tạo thư mục Content.",
                en: "\(path) is a file, not a folder. Nothing was read; rename it and make a folder Content.")
        case .unreadable(let path):
            Message(
                vi: "Không mở được thư mục \(path). Chưa đọc gì; kiểm tra quyền đọc của thư mục.",
                en: "Cannot open the folder \(path). Nothing was read; check its permissions.")
        }
    }
}
