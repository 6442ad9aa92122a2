public import Outreach

/// Why the database could not do what was asked. Unless it says otherwise, nothing was changed.
public enum StorageError: ReadableError, Hashable {
    /// Another process holds the write lock.
    case busy
    case diskFull
    case readOnly(path: String)
    case cannotOpen(path: String, detail: String)
    /// The file is damaged or was changed from outside.
    case damaged(detail: String)
    case newerSchema
    /// A rule of the schema refused the change.
    case constraint(detail: String)
    /// A row with this key is there already; the statement changed nothing and the transaction may go on.
    case duplicate(detail: String)
    case other(detail: String)

    public var kind: FailureKind {
        switch self {
        case .busy, .diskFull: .tryAgain
        case .readOnly, .cannotOpen, .damaged, .newerSchema: .configuration
        case .constraint, .duplicate: .badData
        case .other: .unavailable
        }
    }

    public var message: Message {
        switch self {
        case .busy:
            Message(
                vi: "Cơ sở dữ liệu đang bận vì một lệnh khác. Chưa thay đổi gì; đợi một lát rồi chạy lại.",
                en: "The database is busy with another command. Nothing was changed; wait a moment and run it again.")
        case .diskFull:
            Message(
                vi: "Đĩa đầy. Chưa thay đổi gì; giải phóng dung lượng rồi chạy lại.",
                en: "The disk is full. Nothing was changed; free some space and run it again.")
        case .readOnly(let path):
            Message(
                vi: "Không ghi được vào \(path) (chỉ đọc). Chưa thay đổi gì; kiểm tra quyền của thư mục.",
                en: "Cannot write to \(path) (read-only). Nothing was changed; check the folder's permissions.")
        case .cannotOpen(let path, let detail):
            Message(
                vi: "Không mở được cơ sở dữ liệu \(path): \(detail). Chạy “loa doctor” để biết cách sửa.",
                en: "Cannot open the database \(path): \(detail). Run “loa doctor” to see how to mend it.")
        case .damaged(let detail):
            Message(
                vi:
                    "Cơ sở dữ liệu có chỗ hỏng: \(detail). Chưa thay đổi gì; khôi phục bằng “loa restore” từ bản sao lưu.",
                en: "The database is damaged: \(detail). Nothing was changed; restore a back-up with “loa restore”.")
        case .newerSchema:
            Message(
                vi: "Thư mục này do bản Loa mới hơn tạo ra. Chưa thay đổi gì; hãy cập nhật Loa.",
                en: "This workspace was made by a newer Loa. Nothing was changed; update Loa.")
        case .constraint(let detail), .duplicate(let detail):
            Message(
                vi: "Dữ liệu trùng hoặc không khớp: \(detail). Chưa thay đổi gì.",
                en: "The data clashes with what is stored: \(detail). Nothing was changed.")
        case .other(let detail):
            Message(
                vi: "Lỗi cơ sở dữ liệu: \(detail). Chưa thay đổi gì.",
                en: "Database error: \(detail). Nothing was changed.")
        }
    }
}
