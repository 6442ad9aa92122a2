public import Foundation
public import Outreach

/// What `loa.yaml` says: the workspace's name and the defaults of its commands.
public struct WorkspaceSettings: Sendable, Hashable {
    public let name: String?
    public let zone: Zone
    public let language: Language?
    /// The user commands act as where none is named.
    public let user: String?
    /// Where letters are sent through; nil sends none.
    public let mail: MailSettings?

    public struct MailSettings: Sendable, Hashable {
        /// `smtps://host:465`.
        public let server: String
        public let from: String
    }

    public static let defaults = WorkspaceSettings(name: nil, zone: .vietnam, language: nil, user: nil, mail: nil)

    /// Reads `loa.yaml`; a missing file is the defaults.
    ///
    /// - Throws: ``WorkspaceError`` or the first ``DataProblem``.
    public static func read(_ file: URL) throws -> WorkspaceSettings {
        guard FileManager.default.fileExists(atPath: file.path) else { return defaults }
        let text: String
        do {
            text = try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw WorkspaceError.cannotRead(path: file.path, detail: error.systemWords)
        }
        let log = ProblemLog(file: file.lastPathComponent)
        guard let mapping = YAMLDocument.mapping(text, log: log) else { throw SettingsError(problems: log.problems) }
        let settings = WorkspaceSettings(
            name: mapping.value("name")?.text(),
            zone: mapping.value("zone")?.parsed("một múi giờ IANA", "an IANA time zone", Zone.init) ?? .vietnam,
            language: mapping.value("language")?.word(),
            user: mapping.value("user")?.text(), mail: mapping.value("mail").flatMap(mail))
        mapping.finish()
        guard log.problems.isEmpty else { throw SettingsError(problems: log.problems) }
        return settings
    }

    private static func mail(_ value: YAMLValue) -> MailSettings? {
        guard let mapping = value.mapping() else { return nil }
        let server = mapping.require("server")?.text()
        let from = mapping.require("from")?.text()
        mapping.finish()
        guard let server, let from else { return nil }
        return MailSettings(server: server, from: from)
    }
}

/// Mistakes in `loa.yaml`; no command runs until they are mended.
public struct SettingsError: ReadableError, Hashable {
    public let problems: [DataProblem]
    public var kind: FailureKind { .configuration }

    public var message: Message {
        Message(
            vi: problems.map(\.message.vietnamese).joined(separator: "\n"),
            en: problems.map(\.message.english).joined(separator: "\n"))
    }
}
