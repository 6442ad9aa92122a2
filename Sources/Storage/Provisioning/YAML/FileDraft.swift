import Foundation
public import Outreach

/// The new text of a data file, written beside it, that takes its place in one step or is thrown away.
public struct FileDraft: Sendable {
    let draft: URL
    private let target: URL

    /// - Throws: ``WorkspaceError/cannotWrite(path:detail:)``.
    init(_ text: String, for target: URL) throws {
        self.target = target
        // Hidden: no import reads it.
        draft = target.deletingLastPathComponent().appending(path: ".\(target.lastPathComponent).new")
        do {
            try Data(text.utf8).write(to: draft)
        } catch {
            throw WorkspaceError.cannotWrite(path: draft.path, detail: error.systemWords)
        }
    }

    /// - Throws: ``WorkspaceError/cannotWrite(path:detail:)``; the file is as it was.
    public func takePlace() throws {
        guard rename(draft.path, target.path) == 0 else {
            throw WorkspaceError.cannotWrite(path: target.path, detail: String(cString: strerror(errno)))
        }
    }

    public func discard() { try? FileManager.default.removeItem(at: draft) }
}

/// Why a data file is not changed from a page; it is as it was.
public enum FileChangeError: ReadableError, Hashable {
    /// It has a mistake of its own.
    case broken(file: String, line: Int?, reason: Message)
    /// It is laid out in a way that only a person can change.
    case notForPages(file: String)
    /// What was typed is not right; nobody else's mistake.
    case refused(Message)

    public var message: Message {
        switch self {
        case .broken(let file, let line, let reason):
            let place = line.map { "\(file):\($0)" } ?? file
            return Message(
                vi: "\(place) đang có lỗi, nên chưa thay đổi gì. Hãy sửa tệp trước: \(reason.vietnamese)",
                en: "\(place) has a mistake, so nothing was changed. Mend the file first: \(reason.english)")
        case .notForPages(let file):
            return Message(
                vi: "\(file) được viết theo cách mà trang này không sửa được. Chưa thay đổi gì; hãy sửa trong tệp.",
                en: "\(file) is laid out in a way this page cannot change. Nothing was changed; change it in the file.")
        case .refused(let reason):
            return Message(
                vi: "Chưa thay đổi gì: \(reason.vietnamese)", en: "Nothing was changed: \(reason.english)")
        }
    }
}
