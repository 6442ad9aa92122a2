import Operations
import Outreach

/// What the channels, units, campaigns and people that posts are about are called; fetched once a page.
struct PublishingNames: Sendable {
    let language: Language
    let channels: [Slug: ResolvedChannel]
    let tree: UnitTree
    private let campaigns: [Slug: LocalizedText]
    private let people: [String: String]

    init(_ visit: Visit) async throws {
        let caller = try visit.caller
        language = visit.language
        channels = Dictionary(
            try await visit.workspace.resolvedChannels().map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        tree = try await visit.workspace.unitTree()
        campaigns = Dictionary(
            try await visit.workspace.campaigns(as: caller).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        people = try await visit.workspace.personNames(as: caller)
    }

    func channel(_ slug: Slug) -> String { channels[slug]?.channel.name(language) ?? slug.description }

    func unit(_ slug: Slug) -> String { tree.name(of: slug)?(language) ?? slug.description }

    func campaign(_ slug: Slug) -> String { campaigns[slug]?(language) ?? slug.description }

    /// A campaign leads to its page for whoever may see it; a unit that takes part knows of it by its posts alone.
    func link(toCampaign slug: Slug) -> HTML {
        campaigns[slug] == nil
            ? HTML(
                text: Message(vi: "của ban chỉ đạo hoặc đơn vị cấp trên", en: "of a committee or unit above")(language))
            : "<a href=\"/campaigns/\(slug)\">\(campaign(slug))</a>"
    }

    /// A person's name; a machine by that of its token, and Loa itself by its own.
    func person(_ author: String) -> String {
        if let name = people[author] { return name }
        if author.hasPrefix("token:") {
            return Message(vi: "máy “\(author.dropFirst(6))”", en: "the machine “\(author.dropFirst(6))”")(language)
        }
        return author == "loa" ? "Loa" : author
    }

    func people(_ authors: some Sequence<String>) -> String { authors.sorted().map(person).joined(separator: ", ") }

    /// The channels of the units the person edits for, by unit; all others are left out.
    func channelChoices(of visit: Visit, for permission: Permission = .edit) -> [Choice] {
        channels.values
            .filter { visit.person?.may(permission, for: $0.channel.unit, in: tree) ?? false }
            .inOrder { "\(unit($0.channel.unit))\t\(channel($0.slug))" }
            .map { Choice(value: $0.slug.description, label: channel($0.slug), group: unit($0.channel.unit)) }
    }

    func unitChoices(of visit: Visit) -> [Choice] {
        tree.units.values.filter { visit.person?.may(.view, for: $0.id, in: tree) ?? false }
            .map { Choice(value: $0.id.description, label: $0.name(language)) }.inOrder(of: \.label)
    }

    var campaignChoices: [Choice] {
        campaigns.map { Choice(value: $0.key.description, label: $0.value(language)) }.inOrder(of: \.label)
    }
}
