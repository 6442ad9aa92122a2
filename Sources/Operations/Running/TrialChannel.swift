import Foundation
public import Outreach
import Storage

extension Workspace {
    /// The channel that leads back to this very server.
    public static let trialChannel = Slug("kenh-thu")

    /// Registers a channel by which a newcomer sees a message arrive before any account exists: it posts to this
    /// server's own trial address. Registering again moves it to another unit or port.
    ///
    /// - Parameter port: the port on 127.0.0.1 at which this server listens.
    /// - Throws: ``OrganisationError`` for whoever may not administer the whole workspace, or an unknown unit;
    ///   ``WorkspaceError`` where Channels/channels.yaml cannot be written.
    public func registerTrialChannel(of unit: Slug, port: Int, as caller: Caller) async throws {
        guard let slug = Workspace.trialChannel else { return }
        let known = try await database.read { tx in
            try tx.authoriseWhole(caller, .administer)
            return try tx.unitTree().units[unit] != nil
        }
        guard known else { throw OrganisationError.unknownUnit(unit, suggestions: []) }
        let file = folder.channels.appending(path: ChannelFiles.registerName)
        do {
            let register = ChannelRegister(try String(contentsOf: file, encoding: .utf8))
            let entry = ChannelRegister.trial(slug, of: unit, at: "trial/\(Workspace.newTrialCode())", port: port)
            try Data(register.replacing(slug, with: entry).utf8).write(to: file, options: .atomic)
        } catch {
            throw WorkspaceError.cannotWrite(path: file.path, detail: error.localizedDescription)
        }
        _ = try await importContent(as: caller, mode: .perform)
    }

    /// Whether this is where the trial channel posts to.
    public func isTrialAddress(_ code: String) async throws -> Bool {
        try await resolvedChannels().contains {
            $0.slug == Workspace.trialChannel && $0.channel.target["path"] == "trial/\(code)"
        }
    }

    /// 128 bits: nobody guesses it.
    private static func newTrialCode() -> String {
        var generator = SystemRandomNumberGenerator()
        return [generator.next(), generator.next()].map { (half: UInt64) in String(half, radix: 36) }.joined()
    }
}

/// The text of Channels/channels.yaml, in which one entry is put in the place of another; everything else in it, the
/// comments too, stays as somebody wrote it.
private struct ChannelRegister {
    private let lines: [String]

    init(_ text: String) {
        lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    static func trial(_ slug: Slug, of unit: Slug, at path: String, port: Int) -> [String] {
        [
            "  - id: \(slug)", "    preset: local-receiver", "    unit: \(unit)",
            "    name: {vi: \"Kênh thử trên máy chủ này\", en: \"Trial channel on this server\"}",
            "    target: {port: \"\(port)\", path: \"\(path)\"}", "    enabled: true",
        ]
    }

    func replacing(_ slug: Slug, with entry: [String]) -> String {
        var kept: [String] = []
        var isOld = false
        for line in lines {
            if line.hasPrefix("  - id:") { isOld = String(line.dropFirst("  - id:".count)).trimmed == slug.description }
            if !isOld { kept.append(line == "channels: []" ? "channels:" : line) }
        }
        while kept.last?.trimmed.isEmpty == true { kept.removeLast() }
        return (kept + entry).joined(separator: "\n") + "\n"
    }
}
