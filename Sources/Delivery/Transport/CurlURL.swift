import CCurl

/// A URL as libcurl reads it. There is no second parser: two readings of one URL are how a check gets bypassed.
struct CurlURL: ~Copyable {
    private let handle: OpaquePointer

    /// Takes over a handle of `curl_url()`.
    private init(owning handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { curl_url_cleanup(handle) }

    /// Reads an absolute URL; the scheme must be written out, and user information is refused.
    static func parse(_ url: String) throws(DestinationError) -> CurlURL {
        guard let handle = curl_url() else { throw .malformed }
        let parsed = CurlURL(owning: handle)
        let flags = UInt32(CURLU_DISALLOW_USER | CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)
        let code = curl_url_set(handle, CURLUPART_URL, url, flags)
        guard code == CURLUE_OK else { throw DestinationError(code) }
        return parsed
    }

    /// One part as libcurl will use it, or nil where the URL has none.
    func part(_ part: CURLUPart, flags: Int32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard curl_url_get(handle, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}

extension DestinationError {
    fileprivate init(_ code: CURLUcode) {
        self =
            switch code {
            case CURLUE_USER_NOT_ALLOWED: .userInformation
            case CURLUE_BAD_SCHEME, CURLUE_UNSUPPORTED_SCHEME: .schemeNotAllowed
            case CURLUE_NO_HOST: .missingHost
            case CURLUE_BAD_HOSTNAME, CURLUE_BAD_IPV6: .badHost
            case CURLUE_BAD_PORT_NUMBER: .badPort
            default: .malformed
            }
    }
}
