/// A header by name and value, as it stands in a request or an answer.
public struct HeaderField: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// One request with every value filled in. It may hold secrets anywhere, the address included: never log it as it is.
public struct RenderedRequest: Sendable, Hashable {
    public let method: HTTPMethod
    /// With the query.
    public let url: String
    /// In lower case, without port; one of `ResolvedChannel.allowedHosts()`.
    public let host: String
    /// Without `Content-Type` and without the headers of a signature.
    public let headers: [HeaderField]
    /// Nil where the request has no body.
    public let contentType: String?
    /// Empty where the request has no body.
    public let body: [UInt8]
    /// The body for people to read, with a note in the place of a file.
    public let shownBody: [UInt8]

    public init(
        method: HTTPMethod,
        url: String,
        host: String,
        headers: [HeaderField],
        contentType: String?,
        body: [UInt8],
        shownBody: [UInt8]? = nil
    ) {
        self.method = method
        self.url = url
        self.host = host
        self.headers = headers
        self.contentType = contentType
        self.body = body
        self.shownBody = shownBody ?? body
    }
}
