import Foundation
import Outreach

/// Reads one file of `materials/<kind>/`.
struct MaterialReader {
    let kind: MaterialKind
    let slug: Slug
    let file: ContentFile
    /// The files beside it.
    let neighbours: [FolderListing.Item]

    func read() -> Entry<MaterialFile>? {
        guard let text = file.text(), let parts = MaterialParts(text, log: file.log),
            let mapping = YAMLDocument.mapping(parts.header, log: file.headerLog)
        else { return nil }
        let references = References()
        let value = material(mapping, parts, references)
        mapping.finish()
        guard let value, file.problems.isEmpty else { return nil }
        return Entry(id: slug, value: value, place: mapping.place, references: references.all)
    }

    private func material(_ mapping: YAMLMapping, _ parts: MaterialParts, _ references: References) -> MaterialFile? {
        let title = mapping.require("title")?.localizedText()
        let summary = mapping.require("summary")?.text()
        let audiences = references.some(mapping.require("audiences"), .audience)
        let topics = references.some(mapping.require("topics"), .topic)
        let source = mapping.require("source")?.text()
        let duration = duration(mapping, loudspeaker: parts.variants.first { $0.channelKind == .loudspeaker })
        let level = level(mapping)
        let validity = mapping.value("valid")?.validity() ?? .always
        let media = MaterialMediaReader(neighbours: neighbours).read(mapping.value("media"))
        let language = mapping.value("language")?.word(MaterialLanguage.self)
        guard let title, let summary, let source else { return nil }
        let content = MaterialContent(
            material: slug, kind: kind, title: title, summary: summary, audiences: audiences, topics: topics,
            source: source, duration: duration, level: level, validity: validity, body: parts.body,
            variants: parts.variants, language: language)
        return MaterialFile(file: file.path, contentWithoutMedia: content, media: media)
    }

    private func level(_ mapping: YAMLMapping) -> SchoolLevel? {
        if kind == .sessionKit { return mapping.require("level")?.word(SchoolLevel.self) }
        mapping.value("level")?.report(
            Message(
                vi: "level: chỉ bộ tài liệu buổi học (session-kit) có cấp học. Xóa dòng này.",
                en: "level: only session kits have one. Delete this line."))
        return nil
    }

    private func duration(_ mapping: YAMLMapping, loudspeaker: Variant?) -> Duration? {
        let isPlayed = kind == .clip || kind == .radioScript
        guard let value = isPlayed ? mapping.require("duration") : mapping.value("duration"),
            let duration = value.duration()
        else { return nil }
        guard duration > .zero else { return value.expected("một độ dài lớn hơn 0", "a length above 0") }
        if kind == .radioScript { compare(duration, with: loudspeaker, at: value) }
        return duration
    }

    /// A script whose stated length is far from the time it takes to read would break a station's timetable.
    private func compare(_ duration: Duration, with loudspeaker: Variant?, at value: YAMLValue) {
        guard let loudspeaker else {
            file.log.report(
                line: nil,
                Message(
                    vi: "Bài phát thanh thiếu phần === loudspeaker ===. Thêm lời đọc vào cuối tệp.",
                    en: "The radio script has no part === loudspeaker ===. Add the words to be read aloud."))
            return
        }
        let spoken = SpokenLength.of(loudspeaker.text)
        let difference = abs(spoken.milliseconds - duration.milliseconds)
        guard difference * 10 > duration.milliseconds * 4 else { return }
        let seconds = (spoken.milliseconds + 500) / 1000
        value.report(
            Message(
                vi: "duration: đọc phần loudspeaker mất khoảng \(seconds)s, lệch hơn 40 %. Sửa duration hoặc lời đọc.",
                en: "duration: reading the loudspeaker part takes about \(seconds)s, more than 40 % off. Mend either."))
    }
}

/// Reads the `media` of a header and finds the files.
struct MaterialMediaReader {
    let neighbours: [FolderListing.Item]

    func read(_ list: YAMLValue?) -> [MaterialFile.Media] {
        var found: [MaterialFile.Media] = []
        for element in list?.sequence() ?? [] {
            guard let media = media(element) else { continue }
            if found.contains(where: { $0.name == media.name }) {
                element.report(
                    Message(
                        vi: "\(element.path): “\(media.name)” nêu hai lần. Chỉ giữ lại một.",
                        en: "\(element.path): “\(media.name)” is named twice. Keep one of them."))
            }
            found.append(media)
        }
        return found
    }

    private func media(_ element: YAMLValue) -> MaterialFile.Media? {
        guard let mapping = element.mapping() else { return nil }
        let place = mapping.require("file")
        let name = place?.fileName()
        let alternativeText = mapping.require("alt")?.text()
        let children = mapping.value("children")?.parsed("số trẻ em nhận ra được, từ 0", "how many, from 0") {
            Int($0).flatMap { (0...1000).contains($0) ? $0 : nil }
        }
        mapping.finish()
        guard let place, let name, let alternativeText else { return nil }
        // Names are compared as Swift does, so that a file whose name is stored decomposed is found.
        guard let file = neighbours.first(where: { $0.name == name }) else {
            reportMissing(name, at: place)
            return nil
        }
        return MaterialFile.Media(
            file: file.url, name: name, alternativeText: alternativeText, recognisableChildren: children)
    }

    private func reportMissing(_ name: String, at place: YAMLValue) {
        let hint = Suggestion.hint(
            for: name, among: neighbours.map(\.name),
            otherwise: Message(
                vi: "Chép tệp vào thư mục đó hoặc xóa mục này.", en: "Put it there or delete this entry."))
        place.report(
            Message(
                vi: "\(place.path): không có tệp “\(name)” cạnh tài liệu. \(hint.vietnamese)",
                en: "\(place.path): there is no file “\(name)” beside the material. \(hint.english)"))
    }
}

extension YAMLValue {
    /// The name of a file in the same folder; a path could lead out of it.
    fileprivate func fileName() -> String? {
        parsed("tên một tệp cùng thư mục, không có / hay ..", "the name of a file in the same folder, without / or ..")
        {
            $0.isEmpty || $0.hasPrefix(".") || $0.contains(where: { "/\\".contains($0) }) || $0.contains("..")
                ? nil : $0
        }
    }
}
