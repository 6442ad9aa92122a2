import Outreach

/// Reads `audiences.yaml` and `topics.yaml`.
enum TaxonomyReader {
    static func audiences(_ file: ContentFile?) -> EntryList<Audience> {
        let lists = ListFile.open(file)
        let audiences = lists.entries("audiences") { id, mapping, _ -> Audience? in
            let name = mapping.require("name")?.localizedText()
            let isChildren = mapping.require("children")?.boolean()
            guard let name, let isChildren else { return nil }
            return Audience(id: id, name: name, isChildren: isChildren)
        }
        lists.finish()
        return audiences
    }

    static func topics(_ file: ContentFile?) -> EntryList<Topic> {
        let lists = ListFile.open(file)
        let topics = lists.entries("topics") { id, mapping, _ -> Topic? in
            let name = mapping.require("name")?.localizedText()
            return name.map { Topic(id: id, name: $0) }
        }
        lists.finish()
        return topics
    }
}
