import Delivery

/// Where a request comes from, in the form in which it is counted and shown.
struct ClientAddress: Sendable, CustomStringConvertible {
    /// Empty where it is not known.
    let text: String

    /// Whatever a connection or a proxy calls the client: visible ASCII of some length, nothing else.
    init(_ text: String) {
        self.text = String(
            text.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }.prefix(64).map(Character.init))
    }

    var description: String { text.isEmpty ? "unknown address" : text }

    /// What counts as one place: of IPv6 the network, since whoever has one has 2⁶⁴ addresses in it. Nil where the
    /// address is not known, as on the machine itself.
    var network: String? {
        switch IPAddress(text) {
        case .version4(let number): "4:\(number)"
        case .version6(let number) where number >> 32 == 0xFFFF: "4:\(UInt32(truncatingIfNeeded: number))"
        case .version6(let number): "6:\(number >> 64)"
        case nil: text.isEmpty ? nil : text
        }
    }
}
