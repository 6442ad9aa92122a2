public import Outreach
import Storage

extension Workspace {
    /// A picture, sound or film of a post, checked against its name; of another unit's post there is none.
    public func media(
        _ hash: ContentHash, of reference: String, as caller: Caller
    ) async throws -> (file: MediaFile, bytes: [UInt8]) {
        let file = try await database.read { tx in
            let post = try tx.requirePost(reference, visibleTo: caller)
            guard let file = post.media.first(where: { $0.hash == hash }) else {
                throw PublishingError.unknownPost(reference)
            }
            return file
        }
        return (file, Array(try media.bytes(of: hash)))
    }
}
