import ArgumentParser
import Configuration
import Foundation
import Operations
import Outreach

/// What a command works with: the opened workspace, who asks, and where to write. The one place that wires them.
struct Context {
    let workspace: Workspace
    let console: Console
    private let user: Slug?

    /// Opens the workspace that flags, environment or the current folder name, in this order.
    init(_ options: CommonOptions) async throws {
        let environment = Context.environment
        let root = Context.root(options)
        try Context.requireOwner(of: root)
        workspace = try await Workspace(at: root)
        console = Console(language: .asked ?? workspace.defaultLanguage ?? .ofProcess)
        let named = environment.string(forKey: "loa.user") ?? workspace.defaultUser
        user = try options.user ?? named.map(Context.userName)
    }

    /// A name from the settings; one that cannot be a user's is refused, lest someone else act in its place.
    private static func userName(_ text: String) throws -> Slug {
        guard let name = Slug(text) else {
            throw CommandError.usage(
                Message(
                    vi:
                        "“\(text)” không phải tên người dùng (chữ thường không dấu, số, gạch nối). Sửa LOA_USER hoặc loa.yaml.",
                    en: "“\(text)” is no user name (lower-case letters, digits, hyphens). Correct LOA_USER or loa.yaml."
                ))
        }
        return name
    }

    /// Who asks, where no workspace can be opened yet; nil where nobody is named.
    static func caller(_ options: CommonOptions) throws -> Caller? {
        try (options.user ?? environment.string(forKey: "loa.user").map(userName)).map(Caller.user)
    }

    /// `LOA_…` variables by their keys: `loa.user` is `LOA_USER`.
    static var environment: ConfigReader { ConfigReader(provider: EnvironmentVariablesProvider()) }

    static func root(_ options: CommonOptions) -> URL {
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        if let named = options.workspace ?? environment.string(forKey: "loa.workspace") {
            return URL(filePath: named, relativeTo: here).absoluteURL
        }
        var folder = here.standardizedFileURL
        while !Workspace.isWorkspace(folder), folder.path != "/" { folder.deleteLastPathComponent() }
        return Workspace.isWorkspace(folder) ? folder : here
    }

    /// Whatever root writes into the folder of another user, the service can neither change nor back up afterwards.
    static func requireOwner(of root: URL) throws {
        let attributes = try? FileManager.default.attributesOfItem(atPath: root.appending(path: ".loa").path)
        guard geteuid() == 0, let owner = attributes?[.ownerAccountID] as? NSNumber, owner.intValue != 0 else { return }
        let name = attributes?[.ownerAccountName] as? String ?? owner.stringValue
        throw CommandError.usage(
            Message(
                vi: "Thư mục \(root.path) là của người dùng “\(name)”; chạy bằng root thì dịch vụ không ghi được nữa. "
                    + "Chưa làm gì. Chạy: sudo -u \(name) loa …",
                en: "\(root.path) belongs to the user “\(name)”; what root writes there the service could not change "
                    + "any more. Nothing was done. Run: sudo -u \(name) loa …"))
    }

    /// Who asks.
    ///
    /// - Throws: ``OrganisationError/nobody`` where neither a flag nor the settings say so.
    func caller() throws -> Caller {
        guard let user else { throw OrganisationError.nobody }
        return .user(user)
    }

    /// Who asks, or Loa itself in a workspace that has no users yet.
    func callerOrFirst() async throws -> Caller {
        try await workspace.hasUsers() ? try caller() : .program
    }
}

/// What is wrong with how a command was called.
enum CommandError: ReadableError {
    case cannotRead(String, detail: String)
    case cannotWrite(String, detail: String)
    case usage(Message)
    /// An `LOA_…` variable that cannot be what it says.
    case setting(Message)
    /// The work was done, but some of the data was wrong; what was wrong has been said already.
    case someDataWrong
    /// A check found something broken; what it found has been said already.
    case checkFailed

    var kind: FailureKind {
        switch self {
        case .usage: .usage
        case .setting: .configuration
        case .cannotRead: .unavailable
        case .cannotWrite: .output
        case .someDataWrong: .badData
        case .checkFailed: .refused
        }
    }

    var message: Message {
        switch self {
        case .cannotRead(let path, let detail):
            Message(
                vi: "Không đọc được \(path): \(detail). Chưa thay đổi gì.",
                en: "Cannot read \(path): \(detail). Nothing was changed.")
        case .cannotWrite(let path, let detail):
            Message(
                vi:
                    "Không ghi được \(path): \(detail). Dữ liệu của Loa vẫn nguyên; hãy chọn nơi khác, hoặc tạo thư mục "
                    + "và kiểm tra quyền ghi, rồi chạy lại.",
                en: "Cannot write \(path): \(detail). Nothing in Loa was lost; choose another place, or make its "
                    + "folder writable, then run it again.")
        case .usage(let message), .setting(let message): message
        case .someDataWrong, .checkFailed: Message(vi: "", en: "")
        }
    }
}
