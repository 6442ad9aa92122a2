import Foundation
public import Outreach

/// Where the audit log ended when it was last looked at, noted in a file beside the database: a log that was cut off,
/// together with its own account of its end, or a database put back to an older state, does not lead there any more.
public struct AuditAnchor: Sendable {
    private let file: URL

    public init(_ folder: WorkspaceFolder) {
        file = folder.state.appending(path: "audit-end")
    }

    /// Nil before anything was noted, and where the file cannot be read.
    public var end: AuditEnd? {
        (try? String(contentsOf: file, encoding: .utf8)).flatMap { AuditEnd($0.trimmed) }
    }

    /// Notes the end where the log grew; a shorter log never takes the place of a longer one. That it cannot be written
    /// keeps no work from being done: the note before stands.
    public func note(_ end: AuditEnd) {
        if let noted = self.end, noted.sequence >= end.sequence { return }
        replace(with: end)
    }

    /// Notes the end whatever was noted before: a back-up was put back.
    public func replace(with end: AuditEnd) {
        try? Data("\(end)\n".utf8).write(to: file, options: .atomic)
    }
}
