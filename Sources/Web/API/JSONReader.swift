import Outreach

/// The body of a request as programs send it, told of by mistakes as ``FormReader`` tells of forms.
extension JSONReader {
    /// - Throws: ``FormError/notJSON`` for anything but one object.
    init(_ body: [UInt8]) throws(FormError) {
        guard let value = JSONValue(parsing: body), let reader = JSONReader(value) else { throw .notJSON }
        self = reader
    }

    func finish() throws(FormError) {
        guard mistakes.isEmpty else { throw .mistakes(mistakes) }
    }
}
