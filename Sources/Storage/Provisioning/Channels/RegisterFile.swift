public import Foundation
public import Outreach

/// `Channels/channels.yaml`, read and changed by itself, against the presets, units and audiences in use.
public struct RegisterFile: Sendable {
    private let file: URL
    private let presets: [ChannelPreset]
    private let units: Set<Slug>
    private let audiences: Set<Slug>
    private static let path = "Channels/\(ChannelFiles.registerName)"

    public init(channels: URL, presets: [ChannelPreset], units: Set<Slug>, audiences: Set<Slug>) {
        file = channels.appending(path: ChannelFiles.registerName)
        self.presets = presets
        self.units = units
        self.audiences = audiences
    }

    /// - Throws: ``FileChangeError/broken(file:line:reason:)``, ``WorkspaceError/cannotRead(path:detail:)``.
    public func read() throws -> [Channel] {
        let (channels, problems) = read(try text())
        if let problem = problems.first {
            throw FileChangeError.broken(file: RegisterFile.path, line: problem.line, reason: problem.reason)
        }
        return channels
    }

    /// The file with this channel in the place of the one with its slug, or added; and its new text.
    ///
    /// - Throws: ``FileChangeError``, ``WorkspaceError``.
    public func draft(_ channel: Channel) throws -> (draft: FileDraft, text: String) {
        var meant = try read()
        if let index = meant.firstIndex(where: { $0.slug == channel.slug }) {
            meant[index] = channel
        } else {
            meant.append(channel)
        }
        var entries = EntryText(try text())
        entries.put(channel.slug, channel.fields, in: "channels")
        let (channels, problems) = read(entries.text)
        if let problem = problems.first { throw FileChangeError.refused(problem.reason) }
        guard channels == meant else { throw FileChangeError.notForPages(file: RegisterFile.path) }
        return (try FileDraft(entries.text, for: file), entries.text)
    }

    private func text() throws -> String {
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw WorkspaceError.cannotRead(path: file.path, detail: error.systemWords)
        }
    }

    private func read(_ text: String) -> (channels: [Channel], problems: [DataProblem]) {
        ChannelFiles.readRegister(
            text, file: RegisterFile.path, presets: presets, units: units, audiences: audiences)
    }
}

extension Channel {
    /// As an entry of the file, the id left out.
    fileprivate var fields: [(key: String, value: String)] {
        let fields: [(String, String?)] = [
            ("preset", preset.description), ("unit", unit.description), ("name", YAMLText.pair(name)),
            ("target", target.isEmpty ? nil : YAMLText.map(target)),
            ("audiences", audiences.isEmpty ? nil : YAMLText.list(audiences)),
            ("windows", windows.map { "[\($0.map(\.entry).joined(separator: ", "))]" }),
            ("daily_limit", dailyLimit.map(String.init)),
            ("secrets", secretNames.isEmpty ? nil : YAMLText.map(secretNames)),
            ("reminders", takesReminders ? "true" : nil),
            ("enabled", isEnabled ? "true" : "false"),
        ]
        return fields.compactMap { key, value in value.map { (key, $0) } }
    }
}

extension PostingWindow {
    fileprivate var entry: String {
        let values = ["\(days)", "\(span.from)", "\(span.to)"].map(YAMLText.quoted)
        return "{days: \(values[0]), from: \(values[1]), to: \(values[2])}"
    }
}
