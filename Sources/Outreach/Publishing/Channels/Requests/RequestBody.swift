/// The body of a request filled in.
struct RequestBody {
    /// Nil where there is none.
    let contentType: String?
    let bytes: [UInt8]
    /// The same for people to read, with a note in the place of a file.
    let shown: [UInt8]

    static let none = RequestBody(contentType: nil, bytes: [])

    private init(contentType: String?, bytes: [UInt8], shown: [UInt8]? = nil) {
        self.contentType = contentType
        self.bytes = bytes
        self.shown = shown ?? bytes
    }

    /// - Parameter key: the post's key, which makes the boundary of a multipart body.
    init(_ body: BodyTemplate, _ values: TemplateValues, key: String) throws(TemplateError) {
        switch body {
        case .none: self = .none
        case .json(let tree): self.init(contentType: "application/json", bytes: try tree.filled(values))
        case .form(let fields):
            var pairs: [String] = []
            for field in fields {
                let value = try field.value.filled(values)
                pairs.append("\(PercentEncoding.form(field.name))=\(PercentEncoding.form(value))")
            }
            self.init(
                contentType: "application/x-www-form-urlencoded", bytes: Array(pairs.joined(separator: "&").utf8))
        case .raw(let type, let template):
            let text = try template.filled(values) { reference, value throws(TemplateError) in
                type.escaped(value, of: reference)
            }
            self.init(contentType: "\(type.rawValue); charset=utf-8", bytes: Array(text.utf8))
        case .media:
            guard let media = values.media else { throw .mediaMissing }
            self.init(contentType: media.type, bytes: media.bytes, shown: media.note)
        case .multipart(let parts): self = try MultipartBody(values, key: key).body(parts)
        }
    }

    /// `multipart/form-data` (RFC 7578): parts between lines of a boundary that stands in none of them.
    private struct MultipartBody {
        let values: TemplateValues
        let key: String

        init(_ values: TemplateValues, key: String) {
            self.values = values
            self.key = key
        }

        func body(_ parts: [BodyTemplate.Part]) throws(TemplateError) -> RequestBody {
            var filled: [(head: String, content: [UInt8], shown: [UInt8])] = []
            for part in parts { filled.append(try self.part(part)) }
            var boundary = "loa-\(key)"
            while filled.contains(where: { $0.content.contains(boundary.utf8) }) { boundary += "-" }
            var (bytes, shown): ([UInt8], [UInt8]) = ([], [])
            for part in filled {
                let head = Array("--\(boundary)\r\n\(part.head)\r\n\r\n".utf8)
                bytes += head + part.content + Array("\r\n".utf8)
                shown += head + part.shown + Array("\r\n".utf8)
            }
            let end = Array("--\(boundary)--\r\n".utf8)
            return RequestBody(
                contentType: "multipart/form-data; boundary=\(boundary)", bytes: bytes + end, shown: shown + end)
        }

        private func part(
            _ part: BodyTemplate.Part
        ) throws(TemplateError) -> (head: String, content: [UInt8], shown: [UInt8]) {
            switch part {
            case .text(let field):
                let text = Array(try field.value.filled(values).utf8)
                return (MultipartBody.head(field.name), text, text)
            case .json(let name, let tree):
                let text = try tree.filled(values)
                return (MultipartBody.head(name) + "\r\nContent-Type: application/json", text, text)
            case .media(let name):
                guard let media = values.media else { throw .mediaMissing }
                let head = MultipartBody.head(name, file: media.name) + "\r\nContent-Type: \(media.type)"
                return (head, media.bytes, media.note)
            }
        }

        private static func head(_ name: String, file: String? = nil) -> String {
            "Content-Disposition: form-data; name=\"\(quoted(name))\""
                + (file.map { "; filename=\"\(quoted($0))\"" } ?? "")
        }

        /// A name between quotation marks: those and line breaks are percent-encoded, as browsers do (WHATWG HTML,
        /// multipart/form-data encoding algorithm).
        private static func quoted(_ name: String) -> String {
            var bytes: [UInt8] = []
            for byte in name.utf8 {
                switch byte {
                case UInt8(ascii: "\""): bytes += "%22".utf8
                case 0x0D: bytes += "%0D".utf8
                case 0x0A: bytes += "%0A".utf8
                default: bytes.append(byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

/// A post's file as templates see it.
struct PostMedia {
    let name: String
    let alternativeText: String
    let type: String
    let bytes: [UInt8]

    /// What stands for the file where people read the request.
    var note: [UInt8] { Array("(\(name), \(type), \(bytes.count) bytes)".utf8) }
}

extension BodyTemplate.RawType {
    func escaped(_ value: String, of reference: TemplateReference) -> String {
        switch self {
        case .plain, .markdown: value
        case .html: reference == .post(.html) ? value : PlainText.markupEscaped(value)
        case .xml: PlainText.markupEscaped(value)
        }
    }
}
