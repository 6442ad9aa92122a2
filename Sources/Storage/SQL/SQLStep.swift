/// One row of a long answer, read by position, and only until the next one.
struct SQLStep {
    let statement: PreparedStatement

    func text(_ index: Int) throws -> String {
        guard let text = try optionalText(index) else { throw mismatch(index) }
        return text
    }

    func optionalText(_ index: Int) throws -> String? {
        switch statement.value(Int32(index)) {
        case .null: nil
        case .text(let text): text
        default: throw mismatch(index)
        }
    }

    func integer(_ index: Int) throws -> Int {
        guard case .integer(let number) = statement.value(Int32(index)) else { throw mismatch(index) }
        return Int(number)
    }

    /// The bytes of a text where they lie, which saves copying a long one; nil for NULL.
    func withBytes<Result>(
        _ index: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
    ) rethrows -> Result {
        try statement.withBytes(Int32(index), body)
    }

    func isNull(_ index: Int) -> Bool { statement.value(Int32(index)) == .null }

    func mismatch(_ index: Int) -> SQLRowError {
        SQLRowError(column: String(index), found: String(describing: statement.value(Int32(index))))
    }
}
