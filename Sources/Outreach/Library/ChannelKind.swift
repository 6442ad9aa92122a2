/// The kinds of channel a variant can be fitted to.
///
/// Nghị định 49/2024/NĐ-CP names eight kinds of grass-roots information; these four are the forms of text they need.
public enum ChannelKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Social networks and messaging: plain text.
    case social
    /// Portal columns and news pages: Markdown, shown as HTML.
    case portal
    /// Commune stations and loudspeaker clusters: text to be read aloud.
    case loudspeaker
    /// Posters, leaflets, notice boards and newsletters: words on paper.
    case print
}
