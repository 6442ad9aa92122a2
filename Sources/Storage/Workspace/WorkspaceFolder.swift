public import Foundation
public import Outreach

/// The folder a workspace lives in: what people write (`Content/`, `Channels/`, `loa.yaml`) and what Loa keeps (`.loa/`).
public struct WorkspaceFolder: Sendable, Hashable {
    public let root: URL

    public init(root: URL) {
        self.root = root.standardizedFileURL
    }

    public var settingsFile: URL { root.appending(path: "loa.yaml") }
    public var content: URL { root.appending(path: "Content") }
    public var channels: URL { root.appending(path: "Channels") }
    public var secrets: URL { root.appending(path: "secrets") }
    public var state: URL { root.appending(path: ".loa") }
    public var databaseFile: URL { state.appending(path: "loa.db") }
    public var media: URL { state.appending(path: "media") }
    public var backups: URL { state.appending(path: "backups") }
    /// The export that waits to be taken away by a browser.
    public var exports: URL { state.appending(path: "exports") }
    /// Names this very folder; the database carries the same name, and after a restore elsewhere they differ.
    public var instanceFile: URL { state.appending(path: "instance") }
    /// Held by the one process that sends.
    public var deliveryLockFile: URL { state.appending(path: "deliver.lock") }
    /// Which files of the program's own content came into it.
    public var starterFile: URL { state.appending(path: "starter.json") }
    /// Shared by everybody who works in it.
    public var workLockFile: URL { state.appending(path: "work.lock") }

    public var isWorkspace: Bool {
        FileManager.default.fileExists(atPath: content.path) && FileManager.default.fileExists(atPath: channels.path)
    }

    /// Makes what is missing of `.loa/`; a workspace that was copied from a repository has none yet.
    public func prepareState() throws {
        guard isWorkspace else { throw WorkspaceError.notAWorkspace(path: root.path) }
        do {
            for folder in [state, media, backups] {
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw WorkspaceError.cannotWrite(path: state.path, detail: error.systemWords)
        }
    }

    public func instance() -> String? {
        (try? String(contentsOf: instanceFile, encoding: .utf8))?.trimmed
    }

    public func writeInstance(_ instance: String) throws {
        do {
            try Data(instance.utf8).write(to: instanceFile, options: .atomic)
        } catch {
            throw WorkspaceError.cannotWrite(path: instanceFile.path, detail: error.systemWords)
        }
    }
}

/// Why a folder cannot be worked in; nothing in it was changed.
public enum WorkspaceError: ReadableError, Hashable {
    case notAWorkspace(path: String)
    case alreadyAWorkspace(path: String)
    case notEmpty(path: String)
    case cannotWrite(path: String, detail: String)
    case cannotRead(path: String, detail: String)
    case anotherEngine
    /// Others work here; who, as far as it can be told.
    case inUse(by: [WorkspaceUser])
    case beingReplaced
    case badName

    public var kind: FailureKind {
        switch self {
        case .anotherEngine, .inUse, .beingReplaced: .tryAgain
        case .alreadyAWorkspace, .notEmpty, .badName: .usage
        case .notAWorkspace, .cannotWrite, .cannotRead: .configuration
        }
    }

    public var message: Message {
        switch self {
        case .notAWorkspace(let path):
            Message(
                vi: "\(path) không phải thư mục làm việc của Loa (thiếu Content/ hoặc Channels/). "
                    + "Tạo bằng “loa init THƯ-MỤC”, hoặc chỉ đúng chỗ bằng --workspace.",
                en: "\(path) is not a Loa workspace (no Content/ or Channels/). "
                    + "Make one with “loa init DIR”, or point to one with --workspace.")
        case .alreadyAWorkspace(let path):
            Message(
                vi: "\(path) đã là thư mục làm việc của Loa. Không thay đổi gì.",
                en: "\(path) is a Loa workspace already. Nothing was changed.")
        case .notEmpty(let path):
            Message(
                vi: "\(path) không trống. Không thay đổi gì; chọn thư mục mới.",
                en: "\(path) is not empty. Nothing was changed; choose a new folder.")
        case .badName:
            Message(
                vi: "Tên đơn vị trống hoặc có ký tự điều khiển. Chưa tạo gì; đặt tên khác bằng --name.",
                en: "The name is empty or holds control characters. Nothing was made; give another with --name.")
        case .cannotWrite(let path, let detail):
            Message(
                vi: "Không ghi được \(path): \(detail). Kiểm tra quyền và dung lượng đĩa.",
                en: "Cannot write \(path): \(detail). Check permissions and disk space.")
        case .cannotRead(let path, let detail):
            Message(
                vi: "Không đọc được \(path): \(detail). Kiểm tra đường dẫn và quyền.",
                en: "Cannot read \(path): \(detail). Check the path and its permissions.")
        case .inUse(let users):
            WorkspaceError.taken(by: users)
        case .beingReplaced:
            Message(
                vi: "Thư mục này đang được khôi phục hoặc nhập. Chưa làm gì; đợi xong rồi chạy lại.",
                en:
                    "A back-up or an export is just being put into this workspace. Nothing was done; try again when it is "
                    + "over.")
        case .anotherEngine:
            Message(
                vi:
                    "Một tiến trình Loa khác đang gửi bài của thư mục này. Không gửi gì thêm; chờ nó xong hoặc dừng nó.",
                en: "Another Loa process is sending for this workspace. Nothing was sent; wait for it or stop it.")
        }
    }

    private static func taken(by users: [WorkspaceUser]) -> Message {
        let vietnamese = users.map { "“\($0.command)” (tiến trình \($0.process))" }.joined(separator: ", ")
        let english = users.map { "“\($0.command)” (process \($0.process))" }.joined(separator: ", ")
        return Message(
            vi:
                "Thư mục này đang được dùng\(users.isEmpty ? "" : " bởi \(vietnamese)"): những gì ghi vào lúc này sẽ mất. "
                + "Chưa thay đổi gì. Dừng các tiến trình đó (dịch vụ: systemctl stop loa), rồi làm lại.",
            en:
                "This workspace is in use\(users.isEmpty ? "" : " by \(english)"): what it writes meanwhile would be lost. "
                + "Nothing was changed. Stop it (the service: systemctl stop loa), then try again.")
    }
}
