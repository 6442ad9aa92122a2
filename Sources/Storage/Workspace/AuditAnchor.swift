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
    ///
    /// Every commit with an entry comes by here, so the line is written over in place and left to the system to bring to
    /// the disk: it only gets longer, and after a power cut an older line is as true as a newer one.
    public func note(_ end: AuditEnd) {
        guard let noted = self.end else { return replace(with: end) }
        guard noted.sequence < end.sequence, let handle = try? FileHandle(forWritingTo: file) else { return }
        try? handle.write(contentsOf: AuditAnchor.line(end))
        try? handle.close()
    }

    /// Notes the end whatever was noted before: a back-up was put back.
    public func replace(with end: AuditEnd) {
        try? AuditAnchor.line(end).write(to: file, options: .atomic)
    }

    private static func line(_ end: AuditEnd) -> Data { Data("\(end)\n".utf8) }
}
