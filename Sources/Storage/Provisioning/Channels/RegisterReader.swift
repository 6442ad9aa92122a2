import Outreach

/// Reads the register of channels.
struct RegisterReader {
    /// What the entries may refer to.
    struct Known {
        let presets: [ChannelPreset]
        /// Presets that have a file with mistakes of its own, already reported.
        let brokenPresets: Set<String>
        let units: Set<Slug>?
        let audiences: Set<Slug>?
    }

    let known: Known

    /// The entries that can be used, in their order.
    static func read(_ mapping: YAMLMapping, known: Known) -> [Channel] {
        var seen: Set<Slug> = []
        let channels = mapping.require("channels")?.list { value in
            RegisterReader(known: known).channel(value, seen: &seen)
        }
        mapping.finish()
        return channels ?? []
    }

    private func channel(_ value: YAMLValue, seen: inout Set<Slug>) -> Channel? {
        guard let mapping = value.mapping() else { return nil }
        let before = value.log.problems.count
        let slug = mapping.require("id")?.slug()
        let preset = mapping.require("preset").flatMap(preset)
        let unit = mapping.require("unit").flatMap { reference($0, among: known.units) }
        let name = mapping.require("name")?.localizedText()
        let target = texts(mapping.value("target"))
        let audiences = mapping.value("audiences")?.list { reference($0, among: known.audiences) } ?? []
        let windows = mapping.value("windows").map(HoursReader.windows)
        let dailyLimit = mapping.value("daily_limit")?.integer(in: 1...10_000)
        let secretNames = texts(mapping.value("secrets"))
        let takesReminders = mapping.value("reminders")?.boolean() ?? false
        let isEnabled = mapping.require("enabled")?.boolean()
        mapping.finish()
        if let slug, !seen.insert(slug).inserted {
            (mapping.value("id") ?? value).report(
                Message(
                    vi: "Đã có kênh “\(slug)”. Đặt mã khác.",
                    en: "There already is a channel “\(slug)”. Choose another id."))
        }
        guard let slug, let preset, let unit, let name, let isEnabled else { return nil }
        let channel = Channel(
            slug: slug, preset: preset.slug, unit: unit, name: name, target: target, audiences: audiences,
            windows: windows, dailyLimit: dailyLimit, secretNames: secretNames, takesReminders: takesReminders,
            isEnabled: isEnabled)
        checkTarget(of: channel, preset: preset, at: mapping.value("target") ?? value)
        checkSecrets(of: channel, preset: preset, at: mapping.value("secrets") ?? value)
        return value.log.problems.count == before ? channel : nil
    }

    private func preset(_ value: YAMLValue) -> ChannelPreset? {
        guard let slug = value.slug() else { return nil }
        if let preset = known.presets.first(where: { $0.slug == slug }) { return preset }
        if known.brokenPresets.contains(slug.description) {
            value.report(
                Message(
                    vi: "Mẫu “\(slug)” còn lỗi nên kênh này chưa dùng được. Sửa tệp \(slug).yaml trước.",
                    en: "The preset “\(slug)” has mistakes, so this channel cannot be used. Correct \(slug).yaml first."
                ))
            return nil
        }
        return unknown(value, slug, among: known.presets.map(\.slug.description), file: "Channels/\(slug).yaml")
    }

    private func reference(_ value: YAMLValue, among slugs: Set<Slug>?) -> Slug? {
        guard let slug = value.slug() else { return nil }
        guard let slugs, !slugs.contains(slug) else { return slug }
        return unknown(value, slug, among: slugs.map(\.description), file: nil)
    }

    private func unknown<Value>(_ value: YAMLValue, _ slug: Slug, among slugs: [String], file: String?) -> Value? {
        let hint = Suggestion.closest(to: slug.description, among: slugs)
        value.report(
            Message(
                vi: "\(value.path): không có “\(slug)”."
                    + (hint.map { " Có phải “\($0)”?" } ?? file.map { " Tạo tệp \($0)." } ?? ""),
                en: "\(value.path): there is no “\(slug)”."
                    + (hint.map { " Did you mean “\($0)”?" } ?? file.map { " Create \($0)." } ?? "")))
        return nil
    }

    private func texts(_ value: YAMLValue?) -> [String: String] {
        guard let mapping = value?.mapping() else { return [:] }
        let pairs = mapping.entries().compactMap { key, value in value.text().map { (key, $0) } }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension RegisterReader {
    private func checkTarget(of channel: Channel, preset: ChannelPreset, at place: YAMLValue) {
        for name in preset.targets where channel.target[name] == nil {
            place.report(
                Message(
                    vi: "Kênh “\(channel.slug)” thiếu target.\(name). Mẫu \(preset.slug) cần: "
                        + "\(preset.targets.joined(separator: ", ")).",
                    en: "The channel “\(channel.slug)” lacks target.\(name). The preset \(preset.slug) needs: "
                        + "\(preset.targets.joined(separator: ", "))."))
        }
        for name in channel.target.keys.sorted() where !preset.targets.contains(name) {
            place.report(undeclared(name, in: "target", among: preset.targets, preset: preset))
        }
        if channel.isEnabled, let name = channel.placeholders.first {
            place.report(
                Message(
                    vi: "Kênh “\(channel.slug)” đang bật nhưng target.\(name) chưa điền. Điền giá trị thật, hoặc ghi "
                        + "enabled: false.",
                    en: "The channel “\(channel.slug)” is enabled but target.\(name) is not filled in. Fill it in, or "
                        + "write enabled: false."))
        }
        let isComplete = preset.targets.allSatisfy { channel.target[$0] != nil } && channel.placeholders.isEmpty
        if isComplete, let error = ChannelRehearsal.fault(of: channel, preset: preset) {
            place.report(
                Message(
                    vi: "Kênh “\(channel.slug)”: \(error.message.vietnamese)",
                    en: "The channel “\(channel.slug)”: \(error.message.english)"))
        }
    }

    private func checkSecrets(of channel: Channel, preset: ChannelPreset, at place: YAMLValue) {
        for (name, stored) in channel.secretNames.sorted(by: { $0.key < $1.key }) {
            if !preset.secrets.contains(name) {
                place.report(undeclared(name, in: "secrets", among: preset.secrets, preset: preset))
            }
            if stored.wholeMatch(of: /[a-z0-9][a-z0-9._-]{0,99}/) == nil {
                place.report(
                    Message(
                        vi: "secrets.\(name) là tên nơi cất bí mật, gồm chữ thường không dấu, số và . _ -. Đừng viết "
                            + "chính bí mật vào đây.",
                        en:
                            "secrets.\(name) is the name a secret is stored under: lower-case letters, digits and . _ -. "
                            + "Never write the secret itself here."))
            }
        }
    }

    private func undeclared(_ name: String, in key: String, among names: [String], preset: ChannelPreset) -> Message {
        let hint = Suggestion.closest(to: name, among: names)
        return Message(
            vi: "Mẫu \(preset.slug) không có \(key).\(name)." + (hint.map { " Có phải “\($0)”?" } ?? " Xóa dòng này."),
            en: "The preset \(preset.slug) has no \(key).\(name)."
                + (hint.map { " Did you mean “\($0)”?" } ?? " Remove it."))
    }
}
