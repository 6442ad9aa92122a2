import Outreach

/// A file that holds one thing under its own name.
enum Document {
    /// Reads the file if it is free of mistakes; its first key has to repeat the file's name.
    static func read<Value>(
        _ file: ContentFile, key: String, slug: Slug,
        _ read: (_ slug: Slug, _ mapping: YAMLMapping, _ references: References) -> Value?
    ) -> Entry<Value>? {
        guard let text = file.text(), let mapping = YAMLDocument.mapping(text, log: file.log) else { return nil }
        if let name = mapping.require(key), let written = name.slug(), written != slug {
            name.report(
                Message(
                    vi: "\(key): “\(written)” khác tên tệp “\(slug)”. Viết “\(slug)” hoặc đổi tên tệp.",
                    en: "\(key): “\(written)” is not the file's name “\(slug)”. Write “\(slug)” or rename the file."))
        }
        let references = References()
        let value = read(slug, mapping, references)
        mapping.finish()
        guard let value, file.log.problems.isEmpty else { return nil }
        return Entry(id: slug, value: value, place: mapping.place, references: references.all)
    }
}
