import ArgumentParser
import Documents
import Operations
import Outreach

struct CampaignsList: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê chiến dịch.", "List campaigns."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let campaigns = try await context.workspace.campaigns(as: context.caller())
        if output.json { return try context.console.json(campaigns) }
        context.console.table(
            [Heading.id, Message(vi: "Từ", en: "From"), Message(vi: "Đến", en: "To"), Heading.name],
            campaigns.map { campaign in
                [
                    .text(campaign.id.description), .day(campaign.range.first), .day(campaign.range.last),
                    .text(campaign.name(context.console.language)),
                ]
            })
    }
}

struct CampaignsShow: LoaCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say("Các mục của một chiến dịch và chỗ vướng.", "A campaign's slots and clashes."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã chiến dịch.", "The campaign's id.")))
    var id: Slug

    func run(in context: Context) async throws {
        let view = try await context.workspace.campaign(id, as: context.caller())
        let language = context.console.language
        if output.json {
            return try context.console.json(
                Output(
                    campaign: view.campaign, slots: view.slots, posted: view.posted.sorted(),
                    clashes: view.clashes.map {
                        Clash(kind: $0.kind.rawValue, slots: $0.slots, text: $0.message(language))
                    })
            )
        }
        context.console.write(
            "\(view.campaign.name(language)): \(view.campaign.range.first) – \(view.campaign.range.last)")
        context.console.slots(view.slots, posted: view.posted)
        for clash in view.clashes { context.console.say(clash.message) }
    }

    private struct Output: Encodable {
        let campaign: Campaign
        let slots: [Slot]
        let posted: [String]
        let clashes: [Clash]
    }

    private struct Clash: Encodable {
        let kind: String
        let slots: [String]
        let text: String
    }
}
