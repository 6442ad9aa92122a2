/// What spreadsheets call a column: A, B … Z, AA.
public enum ColumnName {
    /// - Parameter column: counted from 0.
    public static func letters(_ column: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : letters(column / 26 - 1) + letter
    }
}
