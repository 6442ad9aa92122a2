public import Foundation
public import Outreach

/// A material as its file gives it: complete, except that its media still lie beside it unread.
public struct MaterialFile: Sendable, Hashable {
    /// A picture, sound or film beside the material's file.
    public struct Media: Sendable, Hashable {
        public let file: URL
        /// As the material names it, in NFC.
        public let name: String
        /// What it shows, for those who cannot see it.
        public let alternativeText: String
        /// How many children can be recognised in it; nil where the header does not say.
        public let recognisableChildren: Int?
    }

    /// The file as people know it: `Content/materials/article/five-fingers.md`.
    public let file: String
    /// Everything the material says, with no media yet.
    public let contentWithoutMedia: MaterialContent
    /// In the order the header names them.
    public let media: [Media]

    public var slug: Slug { contentWithoutMedia.material }

    /// What the material says, once its media are in the media store.
    public func content(media: [MediaFile]) -> MaterialContent {
        let content = contentWithoutMedia
        return MaterialContent(
            material: content.material, kind: content.kind, title: content.title, summary: content.summary,
            audiences: content.audiences, topics: content.topics, source: content.source, duration: content.duration,
            level: content.level, validity: content.validity, media: media, body: content.body,
            variants: content.variants, language: content.language)
    }
}
