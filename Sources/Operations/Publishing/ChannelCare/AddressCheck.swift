import Delivery
public import Outreach

/// Judges addresses as they would be judged at sending, without sending anything.
public struct AddressCheck: Sendable {
    private let lookup: NameLookup

    public init() {
        lookup = NameLookup()
    }

    /// - Parameter bytes: an address as it was given; bytes that are no text are refused, never replaced.
    /// - Returns: whether it would be used, and why or why not.
    public func judge(_ bytes: [UInt8]) -> (isAccepted: Bool, reason: Message) {
        guard let url = String(validating: bytes, as: UTF8.self) else {
            return (false, DestinationError.malformed.message)
        }
        do throws(DestinationError) {
            let destination = try lookup.judge(url)
            return (true, AddressCheck.accepted(destination))
        } catch {
            return (false, error.message)
        }
    }

    private static func accepted(_ destination: Destination) -> Message {
        IPAddress(destination.host) != nil
            ? Message(vi: "địa chỉ công khai", en: "public address")
            : Message(
                vi: "tên công khai; xét lại địa chỉ của tên khi kết nối",
                en: "public name; its address is judged again when it is connected to")
    }
}
