import Foundation
import Operations
import Outreach

/// Pictures, sound and film of posts, for whoever may see the post.
struct PostMediaRoutes: RouteGroup {
    var routes: [Route] {
        [.get("/posts/:post/media/:hash", .holding(.view), media)]
    }

    private func media(_ visit: Visit) async throws -> Reply {
        guard let hash = ContentHash(try visit.parameter("hash")) else { throw WebError.noPage }
        let (file, bytes) = try await visit.workspace.media(
            hash, of: try visit.parameter("post"), as: try visit.caller)
        let type = MediaType(named: file.name)
        // What a browser might run is only ever saved, whatever the address asks for.
        let isSaved = visit.query.has("save") || type == .other
        return .download(Download(bytes: bytes, type: type.rawValue, name: isSaved ? file.name : nil))
    }
}

/// The types in which media are shown; anything else is handed over as bytes to be saved.
enum MediaType: String {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case webp = "image/webp"
    case mp4 = "video/mp4"
    case mp3 = "audio/mpeg"
    case pdf = "application/pdf"
    case other = "application/octet-stream"

    init(named name: String) {
        self =
            switch name.split(separator: ".").last?.lowercased() {
            case "jpg", "jpeg": .jpeg
            case "png": .png
            case "webp": .webp
            case "mp4": .mp4
            case "mp3": .mp3
            case "pdf": .pdf
            default: .other
            }
    }

    var isPicture: Bool { [.jpeg, .png, .webp].contains(self) }
}
