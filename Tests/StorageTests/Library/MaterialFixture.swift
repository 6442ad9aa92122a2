import Outreach

@testable import Storage

private typealias Make = StorageFixture

/// Materials with just the words a test is about.
enum MaterialFixture {
    /// - Parameters:
    ///   - audiences: ids with blanks between; topics alike.
    ///   - variants: the channel kinds it is fitted to, each with the same text.
    static func content(
        _ slug: String, title: String = "Tài liệu", body: String = "Nội dung", kind: MaterialKind = .article,
        audiences: String = "parents", topics: String = "law", variants: [ChannelKind] = [.social],
        text: String = "Gọi 111", validity: Validity = .always
    ) throws -> MaterialContent {
        MaterialContent(
            material: try Make.slug(slug), kind: kind, title: LocalizedText(vi: title, en: "Material \(slug)"),
            summary: "Tóm tắt", audiences: try Make.slugs(audiences), topics: try Make.slugs(topics),
            source: "Luật Trẻ em 2016", validity: validity, body: body,
            variants: variants.map { Variant(channelKind: $0, text: text) })
    }

    /// A database that holds these materials, brought in in their order.
    static func library(_ contents: [MaterialContent]) async throws -> Database {
        let database = try Database(inMemory: ())
        try await database.write { tx in
            for content in contents { _ = try tx.addRevision(content, author: "an", at: Make.now) }
        }
        return database
    }
}

extension Database {
    func add(_ content: MaterialContent, by author: String = "an") async throws -> (ImportEffect, ContentHash) {
        try await write { tx in
            let (effect, hash) = try tx.addRevision(content, author: author, at: Make.now)
            return (effect, hash)
        }
    }

    func found(_ query: LibraryQuery) async throws -> [String] {
        try await read { try $0.searchLibrary(query).map(\.material.description) }
    }
}
