/// Why no encrypted connection was made; no byte of the request was sent.
public enum TLSRefusal: Sendable, Hashable {
    case expired
    case notYetValid
    case selfSigned
    /// The chain of certificates does not lead to an authority this machine trusts.
    case unknownIssuer
    /// The certificate is for another host.
    case wrongHost
    /// This machine has no readable list of trusted authorities.
    case noTrustStore
    /// The certificate failed for another reason, by OpenSSL's number.
    case certificate(Int)
    /// The two sides found no common way to speak, or the receiver does not speak TLS.
    case handshake

    /// Reads the number of a failed verification (`X509_V_ERR_…` of OpenSSL's `x509_vfy.h`).
    ///
    /// libcurl compares the host by itself and keeps no number for it: 0, or 1 for "unspecified".
    init(verification number: Int) {
        self =
            switch number {
            case 0, 1, 62: .wrongHost
            case 2, 20, 21: .unknownIssuer
            case 9: .notYetValid
            case 10: .expired
            case 18, 19: .selfSigned
            default: .certificate(number)
            }
    }
}
