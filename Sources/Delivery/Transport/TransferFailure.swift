/// What kept a request from being answered. ``TransferReport/bytesMayHaveLeft`` says whether it may have arrived.
public enum TransferFailure: Error, Sendable, Hashable {
    case badURL(DestinationError)
    /// The method is not a token (RFC 9110 §9.1).
    case badMethod
    /// The header at this position, counted from 1, cannot be sent; its text is left out because it may be a secret.
    case badHeader(position: Int, HeaderRefusal)
    case nameNotFound
    /// Every address the name has is one that nothing is sent to; the first refusal is given.
    case addressRefused(AddressRefusal)
    case connectionRefused
    /// No way to the receiver's network, with the operating system's number (`errno`).
    case unreachable(Int)
    /// No connection in time, looking up the name and TLS included.
    case connectTimeout
    case tlsRefused(TLSRefusal)
    /// No complete answer in time, after this many bytes of the answer's body.
    case timeout(afterBytes: Int)
    /// The connection broke before the answer was complete.
    case reset
    /// The answer's header lines are longer than is allowed.
    case headersTooLarge
    /// The transport was stopped, or had not been started.
    case stopped
    /// Its gate was closed before anything left.
    case withheld
    /// This machine has no socket left, with the operating system's number (`errno`).
    case noSocket(Int)
    /// Anything else, with libcurl's number and its general text for that number.
    case other(code: Int, text: String)
}
