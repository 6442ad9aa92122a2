/// Notes on a whole slot of the playbook, or on the campaign.
extension PlanningGround {
    func noPlace(for slot: PlaybookSlot) -> PlanNote {
        let isSession = if case .session = slot.form { true } else { false }
        return PlanNote(
            kind: .noPlace,
            message: isSession
                ? Message(
                    vi: "“\(slot.what.vi)”: không có đơn vị nào trong chiến dịch tổ chức buổi tuyên truyền này. "
                        + "Mục được bỏ ra: thêm đơn vị, hoặc bớt mục.",
                    en: "“\(slot.what.en)”: no unit of the campaign holds such sessions. It was left out: add a unit, "
                        + "or plan without it.")
                : Message(
                    vi: "“\(slot.what.vi)”: chiến dịch không có kênh nào hợp với mục này và đến được đối tượng của nó. "
                        + "Mục được bỏ ra: bật hoặc thêm kênh, hoặc bớt mục.",
                    en: "“\(slot.what.en)”: the campaign has no channel that suits it and reaches those it is for. "
                        + "It was left out: switch on or add a channel, or plan without it."))
    }

    func past(_ slot: PlaybookSlot, turns: Int) -> PlanNote {
        PlanNote(
            kind: .past,
            message: Message(
                vi: "“\(slot.what.vi)”: \(turns) lần trước ngày \(writtenFirstDay) đã qua nên được bỏ ra. "
                    + "Lần nào vẫn cần thì thêm vào ngày khác.",
                en: "“\(slot.what.en)”: \(turns) before \(writtenFirstDay) were left out, because those days have "
                    + "passed. Add on another day what is still needed."))
    }

    func addedHotline(_ slot: Slot, in gap: DayRange) -> PlanNote {
        added(
            slot, .addedHotline,
            Message(
                vi: "kịch bản không có mục Tổng đài 111 nào \(gap.word(.vietnamese))",
                en: "the playbook has no Hotline 111 item \(gap.word(.english))"))
    }

    func addedAudience(_ slot: Slot, _ audience: Slug) -> PlanNote {
        added(
            slot, .addedAudience,
            Message(
                vi: "chưa mục nào đến được “\(words.audience(audience, .vietnamese))”",
                en: "no slot reached “\(words.audience(audience, .english))”"))
    }

    /// What a campaign that reaches this much still lacks.
    func gaps(in coverage: CampaignCoverage) -> [PlanNote] {
        let hotline = HotlineStretches(self)?.gaps(items: coverage.hotlineDays) ?? []
        let audiences = Set(request.playbook.audiences).subtracting(coverage.audiences).sorted()
        return hotline.map { PlanNote(kind: .hotlineMissing, message: noHotline($0)) }
            + audiences.map { PlanNote(kind: .audienceUncovered, message: uncovered($0)) }
    }

    private func noHotline(_ gap: DayRange) -> Message {
        let hasMaterial = catalogue.materials.contains { $0.speaksOfHotline && !$0.channelKinds.isEmpty }
        return Message(
            vi: "Không có mục Tổng đài 111 nào \(gap.word(.vietnamese)). "
                + (hasMaterial
                    ? "Thêm một mục, hoặc viết thêm tài liệu về Tổng đài 111 có bản cho kênh còn trống."
                    : "Thư viện chưa có tài liệu nào về Tổng đài 111 có bản theo kênh: viết một tài liệu rồi lập lại."),
            en: "There is no Hotline 111 item \(gap.word(.english)). "
                + (hasMaterial
                    ? "Add one, or write another Hotline 111 material with a variant for a channel that has room."
                    : "The library has no Hotline 111 material with a variant: write one, then plan again."))
    }

    private func uncovered(_ audience: Slug) -> Message {
        Message(
            vi: "Chưa mục nào đến được “\(words.audience(audience, .vietnamese))”. "
                + "Viết tài liệu cho đối tượng này, hoặc thêm kênh hay buổi tuyên truyền đến được họ.",
            en: "No slot reaches “\(words.audience(audience, .english))”. Write a material for them, or add a channel "
                + "or session that reaches them.")
    }

    private func added(_ slot: Slot, _ kind: PlanNote.Kind, _ reason: Message) -> PlanNote {
        let place = place(of: slot).map { places[$0].name } ?? slot.what
        return PlanNote(
            kind: kind,
            slot: slot.key,
            message: Message(
                vi: "Đã thêm “\(slot.what.vi)”, \(place.vi), \(slot.time) ngày \(slot.day.written), "
                    + "vì \(reason.vietnamese).",
                en:
                    "Added “\(slot.what.en)”, \(place.en), \(slot.time) on \(slot.day.written), because \(reason.english)."
            ))
    }

    private var writtenFirstDay: String { (request.today ?? request.range.first).written }
}
