import Hummingbird
import Outreach

/// A request's body in memory, within the route's limit, and what it says as a form.
struct RequestBody {
    var bytes: [UInt8] = []
    var form = Fields()
    var files: [UploadedFile] = []

    init(of request: Request, limit: Int) async throws {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw WebError.tooLarge(limit: limit)
        }
        do {
            for try await piece in request.body {
                guard bytes.count + piece.readableBytes <= limit else { throw WebError.tooLarge(limit: limit) }
                bytes.append(contentsOf: piece.readableBytesView)
            }
        } catch let error as WebError {
            throw error
        } catch {
            // Cut off, or not put into pieces as HTTP has it.
            throw WebError.badForm
        }
        guard !bytes.isEmpty, let type = request.headers[.contentType] else { return }
        let parts = type.split(separator: ";").map { String($0).trimmed }
        switch parts.first?.lowercased() {
        case "application/x-www-form-urlencoded":
            guard let text = String(validating: bytes, as: UTF8.self) else { throw WebError.badForm }
            form = try Fields(urlEncoded: text)
        case "multipart/form-data":
            let boundary = parts.first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst("boundary=".count)
            let multipart = try Multipart(
                bytes, boundary: String(boundary ?? "").replacing("\"", with: ""))
            form = multipart.fields
            files = multipart.files
            bytes = []
        default: break
        }
    }
}
