import Foundation
import Outreach

/// Reads one preset file.
enum PresetReader {
    static func read(_ mapping: YAMLMapping, file: String) -> ChannelPreset? {
        let slug = mapping.require("channel")?.slug()
        if let slug, let place = mapping.value("channel") { check(slug, against: file, at: place) }
        let name = mapping.require("name")?.localizedText()
        let kind = mapping.require("kind")?.word(ChannelKind.self)
        let source = mapping.require("source").flatMap(source)
        let targets = names(mapping.value("target"))
        let text = mapping.value("text").flatMap(textLimit)
        let media = mapping.value("media").flatMap(mediaLimit)
        let title = mapping.value("title").flatMap(titleMaximum)
        let hours = PostingHours(
            windows: mapping.value("windows").map(HoursReader.windows) ?? [],
            quietHours: mapping.value("quiet_hours").flatMap(HoursReader.span))
        let dailyLimit = mapping.value("daily_limit")?.integer(in: 1...10_000)
        let notAfter = mapping.value("not_after")?.positiveDuration()
        let push = mapping.value("push").flatMap(MetricPushReader.push)
        let (delivery, secrets) = delivery(mapping, targets: targets, takesMedia: media != nil)
        let labels = mapping.value("labels").map { Self.labels($0, of: targets + secrets) } ?? [:]
        mapping.finish()
        guard let slug, let name, let kind, let source, let delivery else { return nil }
        return ChannelPreset(
            slug: slug, name: name, kind: kind, delivery: delivery, secrets: secrets, targets: targets, labels: labels,
            text: text, media: media, titleMaximum: title, hours: hours, dailyLimit: dailyLimit, notAfter: notAfter,
            source: source, push: push)
    }

    private static func delivery(
        _ mapping: YAMLMapping, targets: [String], takesMedia: Bool
    ) -> (delivery: ChannelDelivery?, secrets: [String]) {
        switch (mapping.value("send"), mapping.value("by_hand")) {
        case (let send?, nil):
            let scope = PresetScope(secrets: names(mapping.value("secrets")), targets: targets)
            scope.takesMedia = takesMedia
            let webhook = WebhookReader.read(mapping, send: send, scope: scope)
            if webhook != nil { scope.reportUnused(at: mapping.place) }
            return (webhook.map(ChannelDelivery.webhook), scope.secrets)
        case (nil, let byHand?):
            return (self.byHand(byHand).map(ChannelDelivery.byHand), [])
        default:
            mapping.place.report(
                Message(
                    vi: "Cần đúng một trong hai khóa: “send” (gửi tự động) hoặc “by_hand” (làm bằng tay).",
                    en: "Exactly one of two keys is needed: “send” (by itself) or “by_hand” (done by a person)."))
            return (nil, [])
        }
    }

    private static func byHand(_ value: YAMLValue) -> ByHandDelivery? {
        guard let mapping = value.mapping() else { return nil }
        let steps = mapping.require("steps")?.list { $0.localizedText() }
        let waitFor = mapping.require("wait_for")?.word(ByHandDelivery.Record.self)
        mapping.finish()
        guard let steps, let waitFor else { return nil }
        if steps.isEmpty { return value.expected("ít nhất một bước trong steps", "at least one step in steps") }
        return ByHandDelivery(steps: steps, waitFor: waitFor)
    }

    private static func source(_ value: YAMLValue) -> PresetSource? {
        guard let mapping = value.mapping() else { return nil }
        let title = mapping.require("title")?.text()
        let url = mapping.value("url")?.text()
        let date = mapping.require("date")?.day()
        mapping.finish()
        guard let title, let date else { return nil }
        return PresetSource(title: title, url: url, date: date)
    }

    private static func textLimit(_ value: YAMLValue) -> TextLimit? {
        guard let mapping = value.mapping() else { return nil }
        let maximum = mapping.require("max")?.integer(in: 1...1_000_000)
        let overflow = mapping.require("overflow")?.word(TextLimit.Overflow.self)
        let withMedia = mapping.value("with_media")?.integer(in: 1...1_000_000)
        mapping.finish()
        guard let maximum, let overflow else { return nil }
        return TextLimit(maximum: maximum, overflow: overflow, maximumWithMedia: withMedia)
    }

    private static func mediaLimit(_ value: YAMLValue) -> MediaLimit? {
        guard let mapping = value.mapping() else { return nil }
        let maximum = mapping.require("max")?.integer(in: 1...1)
        let types = mapping.require("types")?.list { type in
            let known = MediaSignature.known.joined(separator: ", ")
            return type.parsed("một trong: \(known)", "one of: \(known)") {
                MediaSignature.known.contains($0) ? $0 : nil
            }
        }
        let size = mapping.require("size")?.integer(in: 1...100_000_000)
        mapping.finish()
        guard let maximum, let types, let size else { return nil }
        if types.isEmpty { return value.expected("ít nhất một loại trong types", "at least one type in types") }
        return MediaLimit(maximum: maximum, types: types, maximumSize: size)
    }

    private static func titleMaximum(_ value: YAMLValue) -> Int? {
        guard let mapping = value.mapping() else { return nil }
        let maximum = mapping.require("max")?.integer(in: 1...10_000)
        mapping.finish()
        return maximum
    }

    /// Words for people beside the names that a channel fills in.
    private static func labels(_ value: YAMLValue, of names: [String]) -> [String: LocalizedText] {
        var labels: [String: LocalizedText] = [:]
        for (name, value) in value.mapping()?.entries() ?? [] {
            guard names.contains(name) else {
                value.report(
                    Message(
                        vi: "labels: “\(name)” không có trong target hay secrets.",
                        en: "labels: “\(name)” is neither in target nor in secrets."))
                continue
            }
            labels[name] = value.localizedText()
        }
        return labels
    }

    /// Declared names, each once.
    private static func names(_ value: YAMLValue?) -> [String] {
        var names: [String] = []
        for element in value?.sequence() ?? [] {
            guard let name = element.name() else { continue }
            if names.contains(name) {
                element.report(Message(vi: "“\(name)” viết hai lần.", en: "“\(name)” is written twice."))
            } else {
                names.append(name)
            }
        }
        return names
    }

    private static func check(_ slug: Slug, against file: String, at place: YAMLValue) {
        let name = URL(filePath: file).deletingPathExtension().lastPathComponent
        guard name != slug.description else { return }
        place.report(
            Message(
                vi: "channel là “\(slug)” nhưng tệp tên “\(name).yaml”. Đặt hai tên giống nhau.",
                en: "channel is “\(slug)” but the file is named “\(name).yaml”. Give both the same name."))
    }
}
