import Outreach

/// Numbers that stand for places: the same place, the same number, in every month and program.
///
/// Two places of one commune would have to share 63 bits to be taken for one.
struct PlaceTokens {
    private var ofNames: [String: Int64] = [:]

    /// A unit is the same place wherever it is named: below zero. A name is one within a commune, however it is
    /// spelled: above zero.
    mutating func token(of row: SQLStep) throws -> Int64 {
        typealias Column = IndicatorStatement.Column
        if let unit = try row.optionalText(Column.placeUnit.rawValue) {
            return PlaceTokens.token(ofUnit: unit)
        }
        let name = try row.text(Column.place.rawValue)
        if let known = ofNames[name] { return known }
        let token = Int64(PlaceTokens.digest(PlaceWords.canonical(name)) >> 1)
        ofNames[name] = token
        return token
    }

    static func token(ofUnit unit: String) -> Int64 { -Int64(digest(unit) >> 1) - 1 }

    /// The place that a token means in a commune.
    static func place(_ token: Int64, area: UInt64) -> UInt64 {
        token < 0 ? UInt64(bitPattern: token) : mixed(UInt64(bitPattern: token) ^ area) >> 1
    }

    /// FNV-1a (RFC draft-eastlake-fnv), its bits mixed once more.
    static func digest(_ text: String) -> UInt64 {
        mixed(text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
    }

    /// The last step of SplitMix64 (Steele, Lea and Flood 2014).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// When two names mean the same place.
enum PlaceName {
    /// Within a commune, however it is spelled; a name cannot be taken for the slug of a unit.
    static func key(_ name: String, area: String) -> String { "\(area)\u{1F}\(PlaceWords.canonical(name))" }
}
