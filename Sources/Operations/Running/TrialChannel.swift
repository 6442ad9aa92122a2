public import Outreach
import Storage

extension Workspace {
    /// The channel that leads back to this very server.
    public static let trialChannel = Channel.trial

    /// Registers a channel by which a newcomer sees a message arrive before any account exists: it posts to this
    /// server's own trial address. Registering again moves it to another unit or port.
    ///
    /// - Parameter port: the port on 127.0.0.1 at which this server listens.
    /// - Throws: ``OrganisationError`` for whoever may not administer the whole workspace, or an unknown unit;
    ///   ``FileChangeError`` or ``WorkspaceError`` where Channels/channels.yaml cannot be changed.
    public func registerTrialChannel(of unit: Slug, port: Int, as caller: Caller) async throws {
        guard let slug = Workspace.trialChannel, let preset = Slug("local-receiver") else { return }
        let trial = Channel(
            slug: slug, preset: preset, unit: unit,
            name: LocalizedText(vi: "Kênh thử trên máy chủ này", en: "Trial channel on this server"),
            target: ["port": "\(port)", "path": "trial/\(Workspace.newTrialCode())"], isEnabled: true)
        _ = try await database.read { try $0.authoriseWhole(caller, .administer) }
        _ = try await unitTree(knowing: unit)
        try await changeRegister("channels.trial", slug, as: caller, .perform) { _ in trial }
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
