import CCurl
import Outreach

/// Sets an easy handle, which is fresh or reset, for one transfer.
struct CurlOptions {
    let easy: UnsafeMutableRawPointer
    let options: CurlTransport.Options

    /// What holds for every transfer: verified TLS, no proxy, no redirects, no credentials found by chance.
    func setConstants() {
        set(CURLOPT_NOSIGNAL, true)
        set(CURLOPT_FOLLOWLOCATION, false)
        set(CURLOPT_SSL_VERIFYPEER, true)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        set(CURLOPT_HTTP09_ALLOWED, false)
        set(CURLOPT_HTTP_CONTENT_DECODING, false)
        set(CURLOPT_USERAGENT, options.userAgent)
        set(CURLOPT_LOW_SPEED_LIMIT, options.lowSpeedBytes)
        set(CURLOPT_LOW_SPEED_TIME, max(1, Int(options.lowSpeedWindow.components.seconds)))
        set(CURLOPT_MAXLIFETIME_CONN, Int(options.connectionLifetime.components.seconds))
        // A look-up that hangs would otherwise hold up the thread, and with it every other transfer, when it is given
        // up; libcurl leaves it to end by itself instead.
        set(CURLOPT_QUICK_EXIT, true)
        // libcurl keeps the parsed authorities between connections only where a single file holds them.
        if let file = options.certificateAuthorityFile { set(CURLOPT_CAINFO, file) }
        curl_easy_set_string(easy, CURLOPT_CAPATH, nil)
    }

    /// What a handle can keep from one transfer to the next: setting everything anew for each of thousands a second
    /// would cost as much as sending them.
    struct Shape: Equatable {
        let method: String
        let hasBody: Bool
        let scheme: Destination.Scheme
        let freshConnection: Bool

        init(_ request: TransferRequest, _ destination: Destination) {
            method = request.method
            hasBody = !request.body.isEmpty
            scheme = destination.scheme
            freshConnection = request.freshConnection
        }
    }

    /// Sets what stays the same while the shape does; on a handle that was just reset.
    func setShape(_ shape: Shape) {
        set(CURLOPT_PROTOCOLS_STR, shape.scheme.rawValue)
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, true)
        if shape.freshConnection {
            set(CURLOPT_FRESH_CONNECT, true)
            set(CURLOPT_FORBID_REUSE, true)
            // HTTP/2 lets libcurl send a request again that the receiver says it has not looked at.
            set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        } else {
            set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        }
        switch shape.method {
        case "HEAD": set(CURLOPT_NOBODY, true)
        case "GET" where !shape.hasBody: set(CURLOPT_HTTPGET, true)
        case "DELETE" where !shape.hasBody: set(CURLOPT_CUSTOMREQUEST, shape.method)
        default:
            set(CURLOPT_POST, true)
            set(CURLOPT_CUSTOMREQUEST, shape.method)
        }
    }

    func setRequest(
        _ request: TransferRequest,
        to destination: Destination,
        headers: UnsafeMutablePointer<curl_slist>?,
        names: UnsafeMutablePointer<curl_slist>?
    ) {
        set(CURLOPT_URL, destination.url)
        set(CURLOPT_CONNECTTIMEOUT_MS, CurlOptions.milliseconds(request.connectTimeout))
        set(CURLOPT_TIMEOUT_MS, CurlOptions.milliseconds(request.totalTimeout))
        curl_easy_set_list(easy, CURLOPT_HTTPHEADER, headers)
        if let names { curl_easy_set_list(easy, CURLOPT_RESOLVE, names) }
        setBody(request)
    }

    /// Copied, for libcurl reads it whenever it likes; a request without a body has a shape of its own.
    private func setBody(_ request: TransferRequest) {
        switch request.method {
        case "HEAD": return
        case "GET" where request.body.isEmpty, "DELETE" where request.body.isEmpty: return
        default:
            curl_easy_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
            request.body.withUnsafeBytes {
                _ = curl_easy_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, $0.baseAddress ?? UnsafeRawPointer(easy))
            }
        }
    }

    /// The function pointers by which libcurl asks and tells; `context` is the ``CurlTransfer``, alive throughout.
    func setCallbacks(context: UnsafeMutableRawPointer) {
        curl_easy_set_open_socket(easy, CurlCallbacks.openSocket)
        curl_easy_set_pointer(easy, CURLOPT_OPENSOCKETDATA, context)
        curl_easy_set_prerequisite(easy, CurlCallbacks.prerequisite)
        curl_easy_set_pointer(easy, CURLOPT_PREREQDATA, context)
        curl_easy_set_write(easy, CURLOPT_HEADERFUNCTION, CurlCallbacks.header)
        curl_easy_set_pointer(easy, CURLOPT_HEADERDATA, context)
        curl_easy_set_write(easy, CURLOPT_WRITEFUNCTION, CurlCallbacks.body)
        curl_easy_set_pointer(easy, CURLOPT_WRITEDATA, context)
    }
}

extension CurlOptions {
    /// The header lines as libcurl wants them. An empty value is written `Name;`, and `Name:` removes a header that
    /// libcurl adds by itself: `Expect` always, its guess at a content type unless the request names one.
    ///
    /// - Returns: a list of libcurl's own kind, to be freed by the caller.
    static func headerList(_ request: TransferRequest) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        // One stretch of memory for all lines; libcurl copies each of them.
        var line: [UInt8] = []
        line.reserveCapacity(256)
        for header in request.headers {
            line.removeAll(keepingCapacity: true)
            line.append(contentsOf: header.name.utf8)
            if header.value.isEmpty {
                line.append(UInt8(ascii: ";"))
            } else {
                line.append(UInt8(ascii: ":"))
                line.append(UInt8(ascii: " "))
                line.append(contentsOf: header.value.utf8)
            }
            line.append(0)
            list = line.withUnsafeBytes { bytes in
                bytes.withMemoryRebound(to: CChar.self) { curl_slist_append(list, $0.baseAddress) } ?? list
            }
        }
        list = curl_slist_append(list, "Expect:") ?? list
        let isTyped = request.headers.contains { $0.isNamed("content-type") }
        return isTyped ? list : curl_slist_append(list, "Content-Type:") ?? list
    }

    /// A list of libcurl's own kind, to be freed by the caller; nil where empty.
    static func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines { list = curl_slist_append(list, line) ?? list }
        return list
    }

    /// Zero would mean "no limit" to libcurl.
    private static func milliseconds(_ duration: Duration) -> Int {
        Int(min(max(duration.milliseconds, 1), 86_400_000))
    }

    private func set(_ option: CURLoption, _ value: Int) { curl_easy_set_long(easy, option, value) }
    private func set(_ option: CURLoption, _ value: Bool) { curl_easy_set_long(easy, option, value ? 1 : 0) }
    private func set(_ option: CURLoption, _ value: String) { curl_easy_set_string(easy, option, value) }
}
