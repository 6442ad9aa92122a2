import Outreach

/// A file a person sent with a form. Its name and type are claims; the operation judges the bytes.
struct UploadedFile: Sendable, Hashable {
    let field: String
    let name: String
    let bytes: [UInt8]
}

/// Reads `multipart/form-data` (RFC 7578) that is already in memory; the body limit has bounded it.
struct Multipart {
    private(set) var fields = Fields()
    private(set) var files: [UploadedFile] = []

    private static let mostParts = 2000

    /// - Parameter isCut: whether only the beginning is there; then the parts that are whole are read.
    /// - Throws: ``WebError/badForm`` for anything that is not as the RFC says.
    init(_ body: [UInt8], boundary: String, isCut: Bool = false) throws(WebError) {
        guard !boundary.isEmpty, boundary.utf8.count <= 70 else { throw .badForm }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // A delimiter begins with a line end that belongs to it; the first one has none before it.
        let body = Array("\r\n".utf8) + body
        var position = try Multipart.end(of: delimiter, in: body, from: 0, because: .badForm)
        for _ in 0..<Multipart.mostParts {
            if body[position...].starts(with: Array("--".utf8)) { return }
            do throws(WebError) {
                position = try readPart(of: body, from: position, until: delimiter)
            } catch {
                if isCut { return }
                throw error
            }
        }
        throw .badForm
    }

    /// - Returns: where the next part begins.
    private mutating func readPart(of body: [UInt8], from position: Int, until delimiter: [UInt8]) throws(WebError)
        -> Int
    {
        let headersStart = try Multipart.end(of: [13, 10], in: body, from: position, because: .badForm)
        let contentStart = try Multipart.end(
            of: [13, 10, 13, 10], in: body, from: headersStart - 2, because: .badForm)
        let next = try Multipart.end(of: delimiter, in: body, from: contentStart - 2, because: .badForm)
        guard next - delimiter.count >= contentStart else { throw .badForm }
        try add(
            headers: body[headersStart..<max(headersStart, contentStart - 4)],
            content: Array(body[contentStart..<next - delimiter.count]))
        return next
    }

    private mutating func add(headers: ArraySlice<UInt8>, content: [UInt8]) throws(WebError) {
        guard let head = String(validating: headers, as: UTF8.self) else { throw .badForm }
        let lines = head.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)).trimmed }
        guard
            let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Multipart.parameter("name", of: disposition)
        else { throw .badForm }
        if let fileName = Multipart.parameter("filename", of: disposition) {
            // An empty file field sends an empty name and no bytes.
            guard !fileName.isEmpty || !content.isEmpty else { return }
            files.append(UploadedFile(field: name, name: fileName.normalized, bytes: content))
        } else {
            guard let text = String(validating: content, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
                throw .badForm
            }
            fields.add(name, text)
        }
    }

    /// The value of `name="…"`. Browsers write a quotation mark within it as `%22` (HTML standard, 4.10.21.7).
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
            let value = String(pair[1]).trimmed
            guard value.hasPrefix("\""), value.hasSuffix("\""), value.utf8.count >= 2 else { return value }
            return String(value.dropFirst().dropLast()).replacing("%22", with: "\"")
        }
        return nil
    }

    /// The index after the first occurrence of `needle`.
    private static func end(
        of needle: [UInt8], in body: [UInt8], from start: Int, because error: WebError
    ) throws(WebError) -> Int {
        guard let first = needle.first, start >= 0 else { throw error }
        var index = start
        while index + needle.count <= body.count {
            guard let candidate = body[index...].firstIndex(of: first), candidate + needle.count <= body.count else {
                break
            }
            if body[candidate..<candidate + needle.count].elementsEqual(needle) { return candidate + needle.count }
            index = candidate + 1
        }
        throw error
    }
}
