public import Outreach
import Storage

/// Channels registered, filled in and switched on by a person. The register stays `Channels/channels.yaml`: the file is
/// changed first and held against the same checks as an import, and what it says then is what counts.
extension Workspace {
    /// The kinds of channel there are, by name in Vietnamese.
    public func channelPresets() async throws -> [ChannelPreset] {
        try await database.read { try $0.channelFolder().presets }.inOrder(of: \.name.vi)
    }

    /// Registers a channel, switched off as long as nobody tried it.
    ///
    /// - Throws: ``OrganisationError``, ``PublishingError``, ``FileChangeError``, ``WorkspaceError``.
    public func addChannel(_ channel: Channel, as caller: Caller, mode: ChangeMode) async throws {
        try await changeRegister("channels.add", channel.slug, as: caller, mode) { known in
            // The pages' own address.
            guard known[channel.slug] == nil, channel.slug.description != "new" else {
                throw PublishingError.nothingToDo(
                    Message(
                        vi: "Mã “\(channel.slug)” đã có rồi. Hãy chọn mã khác.",
                        en: "The id “\(channel.slug)” is taken. Choose another."))
            }
            return channel.with(isEnabled: false)
        }
    }

    /// Another name or another target; what was approved for the channel before has to be approved again.
    public func changeChannel(
        _ slug: Slug, name: LocalizedText, target: [String: String], as caller: Caller, mode: ChangeMode
    ) async throws {
        try await changeRegister("channels.change", slug, as: caller, mode) { known in
            try Workspace.require(slug, among: known).with(name: name, target: target)
        }
    }

    /// Lets a channel into use, or takes it out of use.
    public func setChannelInUse(_ slug: Slug, _ isInUse: Bool, as caller: Caller, mode: ChangeMode) async throws {
        try await changeRegister(isInUse ? "channels.use" : "channels.retire", slug, as: caller, mode) { known in
            let channel = try Workspace.require(slug, among: known)
            guard channel.isEnabled != isInUse else {
                throw PublishingError.nothingToDo(
                    Message(vi: "Kênh “\(slug)” đã như vậy rồi.", en: "The channel “\(slug)” is like that already."))
            }
            return channel.with(isEnabled: isInUse)
        }
    }

    /// Keeps a secret of a channel; nobody sees it again, only its fingerprint.
    ///
    /// - Parameter name: as the preset calls it.
    /// - Throws: ``OrganisationError``, ``PublishingError``, ``SecretError``, ``WorkspaceError``.
    public func storeChannelSecret(
        _ value: String, named name: String, of slug: Slug, as caller: Caller, mode: ChangeMode
    ) async throws {
        try await change(mode) { tx in
            let channel = try channels.require(slug, in: tx)
            try tx.authorise(caller, .administer, for: channel.channel.unit)
            guard channel.preset.secrets.contains(name) else {
                throw PublishingError.nothingToDo(
                    Message(
                        vi: "Kênh “\(slug)” không dùng mã “\(name)”.",
                        en: "The channel “\(slug)” has no use for “\(name)”."))
            }
            let stored = channel.storedName(ofSecret: name)
            try tx.audit(
                at: now, actor: caller.name, action: "channels.secret", subject: slug.description, detail: stored)
            if mode == .perform { try secrets.store(value, as: stored) }
        }
    }

    private static func require(_ slug: Slug, among known: [Slug: Channel]) throws -> Channel {
        guard let channel = known[slug] else {
            throw PublishingError.unknownChannel(slug, known: known.keys.sorted())
        }
        return channel
    }

    /// Channels decide where posts go, so only whoever administers the whole workspace changes the register.
    func changeRegister(
        _ action: String, _ subject: Slug, as caller: Caller, _ mode: ChangeMode,
        _ edit: @Sendable @escaping ([Slug: Channel]) throws -> Channel
    ) async throws {
        try await change(mode) { tx in
            try tx.authoriseWhole(caller, .administer)
            let file = RegisterFile(
                channels: folder.channels, presets: try tx.channelFolder().presets,
                units: Set(try tx.unitTree().units.keys), audiences: Set(try tx.documents(Audience.self).map(\.id)))
            let known = Dictionary(try file.read().map { ($0.slug, $0) }) { first, _ in first }
            let channel = try edit(known)
            if channel.name != known[subject]?.name { try checkName(channel.name, in: tx) }
            let (draft, text) = try file.draft(channel)
            defer { draft.discard() }
            _ = try tx.putRegister(text, at: now)
            try tx.audit(
                at: now, actor: caller.name, action: action, subject: subject.description,
                detail: "\(channel.preset), \(channel.unit)")
            if mode == .perform { try draft.takePlace() }
        }
    }
}

extension Channel {
    fileprivate func with(
        name: LocalizedText? = nil, target: [String: String]? = nil, isEnabled: Bool? = nil
    ) -> Channel {
        Channel(
            slug: slug, preset: preset, unit: unit, name: name ?? self.name, target: target ?? self.target,
            audiences: audiences, windows: windows, dailyLimit: dailyLimit, secretNames: secretNames,
            takesReminders: takesReminders, isEnabled: isEnabled ?? self.isEnabled)
    }
}
