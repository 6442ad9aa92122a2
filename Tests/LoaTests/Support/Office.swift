import Foundation
import Testing

/// A workspace of one test, in a folder of its own that goes when the test lets it go.
///
/// `chi` administers, `lan` edits and `minh` approves for the commune, `an` logs for its youth union.
final class Office: Sendable {
    static let administrator = "chi"
    static let editor = "lan"
    static let approver = "minh"
    static let logger = "an"
    static let committee = "bcd-138-thanh-xuan"
    static let youthUnion = "doan-thanh-xuan"
    /// A channel of the starter content that a person posts on by hand.
    static let loudspeaker = "loudspeaker-vh-thanh-xuan"

    let folder: URL

    /// A new workspace as `loa init` leaves it.
    static func new() async throws -> Office { try Office(copying: await OfficeTemplates.new.value) }

    /// A workspace with its people and an approved library.
    static func open() async throws -> Office { try Office(copying: await OfficeTemplates.open.value) }

    private init(copying template: URL) throws {
        folder = OfficeTemplates.folder.appending(path: UUID().uuidString)
        try FileManager.default.copyItem(at: template, to: folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs a command on this workspace.
    func loa(_ arguments: String..., as user: String? = nil) async throws -> Answer {
        try await loa(arguments, as: user)
    }

    func loa(
        _ arguments: [String], as user: String? = nil, environment: [String: String] = [:]
    ) async throws -> Answer {
        var variables = ["LOA_WORKSPACE": folder.path]
        variables["LOA_USER"] = user
        return try await Program.run(arguments, environment: variables.merging(environment) { $1 })
    }

    /// Runs a line of shell in a folder of this workspace, where `loa` is this program.
    func shell(_ line: String, in path: String = "", as user: String? = nil) async throws -> Answer {
        var variables = ["FOLDER": file(path).path]
        variables["LOA_USER"] = user
        return try await Program.shell(line, environment: variables)
    }

    /// A file of the workspace.
    func file(_ path: String) -> URL { folder.appending(path: path) }

    /// Writes a text into a file of the workspace; returns its path.
    @discardableResult
    func write(_ text: String, to path: String) throws -> String {
        try write(Data(text.utf8), to: path)
    }

    @discardableResult
    func write(_ bytes: Data, to path: String) throws -> String {
        try bytes.write(to: file(path))
        return file(path).path
    }

    /// Changes a file of the workspace; a text that is not in it fails the test.
    func replace(_ old: String, with new: String, in path: String) throws {
        let text = try String(contentsOf: file(path), encoding: .utf8)
        try #require(text.contains(old), "“\(old)” is not in \(path).")
        try write(text.replacing(old, with: new), to: path)
    }

    /// Everything that was ever done here, to see whether a command did anything.
    func audit() async throws -> String {
        try await loa("audit", "list", "--json", "--limit", "10000", as: Office.administrator).succeeded().output
    }
}
