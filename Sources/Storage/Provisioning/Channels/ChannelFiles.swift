public import Foundation
public import Outreach

/// Reads Channels/: one YAML file for every preset, and the register of channels. The format is settled in
/// Channels/README.md.
public enum ChannelFiles {
    /// The file that registers the channels; every other YAML file of the folder is a preset.
    public static let registerName = "channels.yaml"

    /// One preset, or nil with everything that is wrong with it.
    /// - Parameter file: how the person knows the file; its name without `.yaml` must be the preset's slug.
    public static func readPreset(
        _ text: String, file: String
    ) -> (preset: ChannelPreset?, problems: [DataProblem]) {
        let log = ProblemLog(file: file)
        let preset = YAMLDocument.mapping(text, log: log).flatMap { PresetReader.read($0, file: file) }
        return (log.problems.isEmpty ? preset : nil, log.sorted)
    }

    /// The channels of the register that can be used, and everything that is wrong with it.
    /// - Parameters:
    ///   - units: the units there are; nil where they are not known here.
    ///   - audiences: the audiences there are; nil where they are not known here.
    public static func readRegister(
        _ text: String,
        file: String,
        presets: [ChannelPreset],
        units: Set<Slug>? = nil,
        audiences: Set<Slug>? = nil
    ) -> (channels: [Channel], problems: [DataProblem]) {
        let known = RegisterReader.Known(presets: presets, brokenPresets: [], units: units, audiences: audiences)
        return readRegister(text, file: file, known: known)
    }

    /// What the channels of the register are called, whether they can be used or not; their presets are not looked at.
    static func names(inRegister text: String) -> [Slug: LocalizedText] {
        let register = YAMLDocument.mapping(text, log: ProblemLog(file: registerName))
        let names = register?.value("channels")?.list { entry -> (Slug, LocalizedText)? in
            guard let channel = entry.mapping(), let slug = channel.value("id")?.slug(),
                let name = channel.value("name")?.localizedText()
            else { return nil }
            return (slug, name)
        }
        return Dictionary(names ?? []) { first, _ in first }
    }

    /// Everything in a Channels folder. What is wrong spoils only its own file or entry; the rest is there to be used.
    public static func load(
        folder: URL, units: Set<Slug>? = nil, audiences: Set<Slug>? = nil
    ) -> ChannelFolder {
        var found = ChannelFolder(presets: [], channels: [], problems: [])
        var broken: Set<String> = []
        for name in presetNames(in: folder, problems: &found.problems) {
            let file = "\(folder.lastPathComponent)/\(name)"
            guard let text = text(of: folder.appending(path: name), file: file, problems: &found.problems) else {
                continue
            }
            let (preset, problems) = readPreset(text, file: file)
            found.problems += problems
            if let preset { found.presets.append(preset) } else { broken.insert(String(name.dropLast(5))) }
        }
        let file = "\(folder.lastPathComponent)/\(registerName)"
        if let text = text(of: folder.appending(path: registerName), file: file, problems: &found.problems) {
            let known = RegisterReader.Known(
                presets: found.presets, brokenPresets: broken, units: units, audiences: audiences)
            let (channels, problems) = readRegister(text, file: file, known: known)
            found.channels = channels
            found.problems += problems
        }
        return found
    }

    private static func readRegister(
        _ text: String, file: String, known: RegisterReader.Known
    ) -> (channels: [Channel], problems: [DataProblem]) {
        let log = ProblemLog(file: file)
        let channels = YAMLDocument.mapping(text, log: log).map { RegisterReader.read($0, known: known) } ?? []
        return (channels, log.sorted)
    }

    private static func presetNames(in folder: URL, problems: inout [DataProblem]) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        else {
            problems.append(
                DataProblem(
                    file: folder.lastPathComponent, line: nil,
                    reason: Message(
                        vi: "Không mở được thư mục. Tạo thư mục này trong không gian làm việc.",
                        en: "The folder cannot be opened. Create it in the workspace.")))
            return []
        }
        for name in names.sorted() where name.hasSuffix(".yml") {
            problems.append(
                DataProblem(
                    file: "\(folder.lastPathComponent)/\(name)", line: nil,
                    reason: Message(
                        vi: "Tệp không được đọc. Đổi đuôi thành .yaml.",
                        en: "This file is not read. Rename it to .yaml.")))
        }
        return names.filter { $0.hasSuffix(".yaml") && $0 != registerName && !$0.hasPrefix(".") }.sorted()
    }

    private static func text(of url: URL, file: String, problems: inout [DataProblem]) -> String? {
        guard let data = try? Data(contentsOf: url) else {
            problems.append(
                DataProblem(
                    file: file, line: nil,
                    reason: Message(
                        vi: "Không có hoặc không đọc được tệp.", en: "The file is missing or cannot be read.")))
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            problems.append(
                DataProblem(
                    file: file, line: nil,
                    reason: Message(
                        vi: "Tệp không phải UTF-8. Lưu lại bằng bảng mã UTF-8.",
                        en: "The file is not UTF-8. Save it again as UTF-8.")))
            return nil
        }
        return text
    }
}

/// What a Channels folder holds.
public struct ChannelFolder: Sendable, Hashable {
    /// By slug.
    public var presets: [ChannelPreset]
    /// In the order of the register.
    public var channels: [Channel]
    public var problems: [DataProblem]

    public init(presets: [ChannelPreset], channels: [Channel], problems: [DataProblem]) {
        self.presets = presets
        self.channels = channels
        self.problems = problems
    }

    /// Every channel with its preset.
    public var resolved: [ResolvedChannel] {
        let bySlug = Dictionary(presets.map { ($0.slug, $0) }) { first, _ in first }
        return channels.compactMap { channel in
            bySlug[channel.preset].flatMap { ResolvedChannel(channel, preset: $0) }
        }
    }
}

extension ProblemLog {
    /// The problems by line, as a person goes through the file.
    fileprivate var sorted: [DataProblem] {
        problems.enumerated()
            .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
            .map(\.element)
    }
}
