import ArgumentParser
import Documents
import Operations
import Outreach

struct CampaignsPlan: ChangeCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: say(
            "Đề xuất các mục cho một dịp; lập lại vẫn giữ những gì người đã sửa.",
            "Propose the slots for an observance; planning again keeps what a person changed."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp(say("Mã kịch bản, ví dụ action-month.", "The playbook, such as action-month.")))
    var playbook: Slug

    @Option(help: ArgumentHelp(say("Năm.", "Year.")))
    var year: Int

    @Option(help: ArgumentHelp(say("Đơn vị hoặc ban chỉ đạo phụ trách.", "The unit or committee that answers for it.")))
    var owner: Slug

    @Option(
        help: ArgumentHelp(
            say(
                "Đơn vị tham gia (lặp lại được; mặc định: tất cả).",
                "Units that take part (may be repeated; default: all).")))
    var unit: [Slug] = []

    func run(in context: Context) async throws {
        let planned = try await context.workspace.planCampaign(
            playbook: playbook, year: year, owner: owner, units: unit, as: context.caller(), mode: change.mode)
        if output.json {
            try context.console.json(Output(planned, context.console.language))
        } else {
            context.console.slots(planned.proposal.slots)
        }
        for note in planned.proposal.notes {
            let mark = note.severity == .unmet ? "!" : "·"
            context.console.say("\(mark) \(note.message.vietnamese)", "\(mark) \(note.message.english)")
        }
        let unmet = planned.proposal.notes.filter { $0.severity == .unmet }.count
        context.console.say(
            "\(planned.campaign.id): \(planned.proposal.slots.count) mục, \(unmet) điều chưa đáp ứng được.",
            "\(planned.campaign.id): \(planned.proposal.slots.count.of("slot", "slots")), \(unmet.of("thing", "things")) not satisfied."
        )
    }

    private struct Output: Encodable {
        let campaign: Campaign
        let slots: [Slot]
        let notes: [Note]

        init(_ planned: CampaignPlanned, _ language: Language) {
            campaign = planned.campaign
            slots = planned.proposal.slots
            notes = planned.proposal.notes.map {
                Note(kind: $0.kind.rawValue, severity: $0.severity.rawValue, slot: $0.slot, text: $0.message(language))
            }
        }
    }

    private struct Note: Encodable {
        let kind: String
        let severity: String
        let slot: String?
        let text: String
    }
}

extension Console {
    func slots(_ slots: [Slot], posted: Set<String> = []) {
        table(
            [
                Heading.day, Heading.time, Message(vi: "Ở đâu", en: "Where"), Heading.material,
                Message(vi: "Cho ai", en: "For whom"), Message(vi: "Mục", en: "Slot"),
            ],
            slots.map { slot in
                [
                    .day(slot.day), .text(slot.time.description), .text(slot.whereText),
                    .text(slot.material?.description ?? "—"),
                    .text(slot.audiences.map(\.description).joined(separator: ", ")),
                    .text(slot.mark(posted) + slot.key),
                ]
            })
    }
}

extension Slot {
    fileprivate var whereText: String {
        switch place {
        case .channel(let channel, _): channel.description
        case .session(let form, let level): "\(unit) · \(form.rawValue)" + (level.map { " · \($0.rawValue)" } ?? "")
        }
    }

    fileprivate func mark(_ posted: Set<String>) -> String {
        if isDropped { return "✗ " }
        if posted.contains(key) { return "✓ " }
        return changedBy == nil ? "" : "✎ "
    }
}
