public import Outreach

/// Presets and the register of channels are kept as the texts of their files: the strict reader that accepted them
/// reads them again.
extension ReadTransaction {
    /// Changes whenever a preset or the register does; what was read under the same version need not be read again.
    public func channelVersion() throws -> String {
        try query("SELECT hash FROM documents WHERE kind IN ('preset', 'register') ORDER BY kind, slug")
            .map { try $0.text("hash") }.joined()
    }

    public func channelFolder() throws -> ChannelFolder {
        let presets = try query("SELECT slug, body FROM documents WHERE kind = 'preset' ORDER BY slug").compactMap {
            ChannelFiles.readPreset(try $0.text("body"), file: "\(try $0.text("slug")).yaml").preset
        }
        let (channels, problems) = ChannelFiles.readRegister(
            try register(), file: ChannelFiles.registerName, presets: presets)
        return ChannelFolder(presets: presets, channels: channels, problems: problems)
    }

    /// What channels are called, without anything their presets say.
    public func channelNames() throws -> [Slug: LocalizedText] {
        ChannelFiles.names(inRegister: try register())
    }

    private func register() throws -> String {
        try queryOne("SELECT body FROM documents WHERE kind = 'register'")?.text("body") ?? ""
    }
}

extension WriteTransaction {
    public func putPreset(_ slug: Slug, text: String, at instant: Instant) throws -> ImportEffect {
        try putDocument(kind: "preset", key: slug.description, body: text, position: 0, at: instant)
    }

    public func putRegister(_ text: String, at instant: Instant) throws -> ImportEffect {
        try putDocument(kind: "register", key: "channels", body: text, position: 0, at: instant)
    }
}
