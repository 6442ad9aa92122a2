import Hummingbird
import Outreach

/// A request's body in memory, within the route's limit, and what it says as a form.
struct RequestBody {
    var bytes: [UInt8] = []
    var form = Fields()
    var files: [UploadedFile] = []

    /// Whether only the beginning was kept.
    private(set) var isCut = false

    /// - Parameter most: so much is kept. Whatever comes behind is read and let go, for a browser that is still sending
    ///   hears no answer; nil keeps all.
    init(of request: Request, limit: Int, keeping most: Int? = nil) async throws {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw WebError.tooLarge(limit: limit)
        }
        try await read(request, limit: limit, keeping: most ?? limit)
        guard !bytes.isEmpty, let type = request.headers[.contentType] else { return }
        let parts = type.split(separator: ";").map { String($0).trimmed }
        switch parts.first?.lowercased() {
        case "application/x-www-form-urlencoded":
            guard !isCut, let text = String(validating: bytes, as: UTF8.self) else { throw WebError.badForm }
            form = try Fields(urlEncoded: text)
        case "multipart/form-data":
            let boundary = parts.first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst("boundary=".count)
            let multipart = try Multipart(
                bytes, boundary: String(boundary ?? "").replacing("\"", with: ""), isCut: isCut)
            form = multipart.fields
            files = multipart.files
            bytes = []
        default: break
        }
    }

    private mutating func read(_ request: Request, limit: Int, keeping most: Int) async throws {
        var length = 0
        do {
            for try await piece in request.body {
                length += piece.readableBytes
                guard length <= limit else { throw WebError.tooLarge(limit: limit) }
                bytes.append(contentsOf: piece.readableBytesView.prefix(max(0, most - bytes.count)))
            }
        } catch let error as WebError {
            throw error
        } catch {
            // Cut off, or not put into pieces as HTTP has it.
            throw WebError.badForm
        }
        isCut = length > bytes.count
    }
}
