import Outreach

/// A request whose every byte was judged, and the one place its report goes to. It never changes and passes through many
/// hands, so it is handed on by reference.
final class PreparedTransfer: Sendable {
    let request: TransferRequest
    let destination: Destination
    let answer: @Sendable (TransferReport) -> Void

    /// Judges URL, method and headers; nothing has been sent where this throws.
    init(
        _ request: TransferRequest, answer: @escaping @Sendable (TransferReport) -> Void
    ) throws(TransferFailure) {
        guard !request.method.isEmpty, request.method.utf8.allSatisfy(HeaderField.isToken) else { throw .badMethod }
        for (index, header) in request.headers.enumerated() {
            if let refusal = header.refusal { throw .badHeader(position: index + 1, refusal) }
        }
        do {
            destination = try DestinationMemory.judge(
                request.url, loopbackAllowed: request.loopbackAllowed, hosts: request.hosts)
        } catch {
            if case .address(let refusal) = error { throw .addressRefused(refusal) }
            throw .badURL(error)
        }
        self.request = request
        self.answer = answer
    }

    /// Reports a transfer that never left this machine.
    func answer(unsent failure: TransferFailure) {
        answer(TransferReport(.failed(failure), bytesMayHaveLeft: false))
    }
}
