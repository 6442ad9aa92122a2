/// Print that a list counts without saying which material it was: known by its kind alone.
///
/// It stands where the material of a ``Handout`` does, so that what was handed out counts.
public enum UnnamedPrint: String, Sendable, Hashable, CaseIterable {
    case leaflet = "unnamed-leaflet"
    case poster = "unnamed-poster"
    case other = "unnamed-print"

    public init?(_ material: Slug) { self.init(rawValue: material.description) }

    public var material: Slug? { Slug(rawValue) }

    /// Nil where not even that is known.
    public var kind: MaterialKind? {
        switch self {
        case .leaflet: .leaflet
        case .poster: .poster
        case .other: nil
        }
    }

    public var title: LocalizedText {
        switch self {
        case .leaflet: LocalizedText(vi: "Tờ rơi, không ghi tên", en: "Leaflet, not named")
        case .poster: LocalizedText(vi: "Áp phích, pa nô, không ghi tên", en: "Poster, not named")
        case .other: LocalizedText(vi: "Tài liệu in, không ghi tên", en: "Print, not named")
        }
    }
}
