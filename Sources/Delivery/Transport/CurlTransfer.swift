import CCurl
import Foundation

/// One easy handle and the transfer it carries; used over and over, on the transport's thread alone.
final class CurlTransfer {
    let easy: UnsafeMutableRawPointer
    /// Whether libcurl was let go on after the connection was ready: from then on bytes may have left.
    private(set) var requestStarted = false
    /// The first address refused, and how many sockets were opened in spite of it.
    private(set) var refusal: AddressRefusal?
    private(set) var socketsOpened = 0
    /// What the operating system said when it gave no socket.
    private(set) var socketError: Int32?
    /// Whether its gate was found closed.
    private(set) var isWithheld = false
    private(set) var collector = AnswerCollector()

    private var prepared: PreparedTransfer?
    private var shape: CurlOptions.Shape?
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var nameList: UnsafeMutablePointer<curl_slist>?

    /// Nil where memory has run out.
    init?() {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
    }

    deinit {
        curl_easy_cleanup(easy)
        freeLists()
    }

    /// Makes the handle ready; nothing leaves before it is added to the multi handle.
    func begin(_ prepared: PreparedTransfer, options: CurlTransport.Options) {
        let request = prepared.request
        self.prepared = prepared
        collector = AnswerCollector(maxBodyBytes: request.maxAnswerBytes, maxHeaderBytes: request.maxHeaderBytes)
        requestStarted = false
        refusal = nil
        socketsOpened = 0
        socketError = nil
        isWithheld = false
        headerList = CurlOptions.headerList(request)
        nameList = CurlOptions.list(options.fixedNames)
        let settings = CurlOptions(easy: easy, options: options)
        let wanted = CurlOptions.Shape(request, prepared.destination)
        if shape != wanted {
            curl_easy_reset(easy)
            settings.setConstants()
            settings.setCallbacks(context: Unmanaged.passUnretained(self).toOpaque())
            settings.setShape(wanted)
            shape = wanted
        }
        settings.setRequest(request, to: prepared.destination, headers: headerList, names: nameList)
    }

    /// Forgets the transfer and gives it back.
    @discardableResult
    func end() -> PreparedTransfer? {
        // The handle must not point at lists that are gone.
        curl_easy_set_list(easy, CURLOPT_HTTPHEADER, nil)
        if nameList != nil { curl_easy_set_list(easy, CURLOPT_RESOLVE, nil) }
        freeLists()
        defer { prepared = nil }
        return prepared
    }

    private func freeLists() {
        curl_slist_free_all(headerList)
        curl_slist_free_all(nameList)
        headerList = nil
        nameList = nil
    }
}

extension CurlTransfer {
    /// Takes one header line; fewer bytes than were given end the transfer.
    func receive(header line: UnsafeRawBufferPointer) -> Int {
        collector.receive(header: line) ? line.count : 0
    }

    /// Takes a piece of the body; another number than was given ends the transfer.
    func receive(body bytes: UnsafeRawBufferPointer) -> Int {
        // Zero would be taken for success where the piece is empty; no piece has this length.
        collector.receive(body: bytes) ? bytes.count : bytes.count + 1
    }

    /// Judges an address in the very bytes that are connected to, and opens the socket only where they pass.
    func openSocket(_ request: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        guard let bytes = curl_sockaddr_address(request), let policy = prepared?.destination.policy, passesGate else {
            return -1
        }
        let address = IPAddress(socketAddress: bytes, length: Int(request.pointee.addrlen))
        if let refused = address.map(policy.refusal) ?? .unreadable {
            refusal = refusal ?? refused
            return -1
        }
        let type = request.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(request.pointee.family, type, request.pointee.protocol)
        if descriptor < 0 { socketError = errno } else { socketsOpened += 1 }
        return descriptor
    }

    /// The last moment before bytes may leave: the peer is judged once more, which also covers kept connections.
    func mayStart(peer: UnsafePointer<CChar>?) -> Bool {
        guard let peer, let policy = prepared?.destination.policy, passesGate else { return false }
        let address = IPAddress(String(cString: peer))
        if let refused = address.map(policy.refusal) ?? .unreadable {
            refusal = refused
            return false
        }
        requestStarted = true
        return true
    }

    /// Whether this transfer may still go on; nothing of it has left where it may not.
    private var passesGate: Bool {
        let isOpen = prepared?.request.gate?.isOpen ?? true
        isWithheld = isWithheld || !isOpen
        return isOpen
    }
}
