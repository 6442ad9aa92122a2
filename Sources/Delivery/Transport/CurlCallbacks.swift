import CCurl

/// The C functions libcurl calls; each finds its transfer behind the context pointer.
enum CurlCallbacks {
    static let openSocket: curl_opensocket_callback = { context, _, request in
        guard let transfer = transfer(context), let request else { return -1 }
        return transfer.openSocket(request)
    }

    static let prerequisite: curl_prereq_callback = { context, peer, _, _, _ in
        transfer(context)?.mayStart(peer: peer) == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
    }

    static let header: curl_write_callback = { bytes, size, count, context in
        transfer(context)?.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }

    static let body: curl_write_callback = { bytes, size, count, context in
        transfer(context)?.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }

    private static func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
        context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }
}
