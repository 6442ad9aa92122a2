/// What is wrong with a slot by itself.
extension PlanningGround {
    func timeClashes(of slot: Slot) -> [CampaignClash] {
        guard let number = place(of: slot) else {
            let place = slot.channel ?? slot.unit
            return [
                clash(
                    .unknownPlace, slot,
                    Message(
                        vi: "“\(place.description)” không còn trong chiến dịch. Thêm lại, hoặc bỏ mục này.",
                        en: "“\(place.description)” is no longer part of the campaign. Add it again, or drop the slot.")
                )
            ]
        }
        let place = places[number]
        let open = place.openTimes(for: slot.place)
        guard !open.contains(slot.time, on: slot.day) else { return [] }
        let isClosedAllDay = open.spans(on: slot.day).isEmpty
        let reason = place.reason(isClosedAllDay ? .closedDay : .closedTime, on: slot.day, at: slot.time)
        return [
            clash(
                .closedTime, slot,
                Message(vi: "\(reason.vietnamese). Dời sang giờ khác.", en: "\(reason.english). Move it."))
        ]
    }

    func materialClashes(of slot: Slot) -> [CampaignClash] {
        guard let slug = slot.material else {
            return [
                clash(
                    .noMaterial, slot,
                    Message(
                        vi: "chưa có tài liệu. Chọn một tài liệu, hoặc bỏ mục này.",
                        en: "it has no material. Choose one, or drop the slot."))
            ]
        }
        guard let material = catalogue[slug] else {
            return [
                clash(
                    .unknownMaterial, slot,
                    Message(
                        vi: "thư viện không có bản đã duyệt nào của “\(slug.description)”. "
                            + "Duyệt lại, hoặc chọn tài liệu khác.",
                        en: "the library has no approved revision of “\(slug.description)”. "
                            + "Approve one, or choose another."))
            ]
        }
        return [validity(slot, material), form(slot, material), audience(slot, material)].compactMap(\.self)
    }

    private func validity(_ slot: Slot, _ material: PlanningMaterial) -> CampaignClash? {
        guard !material.validity.contains(slot.day) else { return nil }
        return clash(
            .notValid, slot,
            Message(
                vi: "“\(material.title.vi)” không còn hoặc chưa có hiệu lực ngày đó. "
                    + "Chọn tài liệu khác, hoặc dời ngày.",
                en: "“\(material.title.en)” is not valid on that day. Choose another material or another day."))
    }

    private func form(_ slot: Slot, _ material: PlanningMaterial) -> CampaignClash? {
        switch slot.place {
        case .channel(_, let kind):
            guard !material.channelKinds.contains(kind) else { return nil }
            return clash(
                .noVariant, slot,
                Message(
                    vi: "“\(material.title.vi)” không có bản cho \(kind.word(.vietnamese)). "
                        + "Viết bản này, hoặc chọn tài liệu khác.",
                    en: "“\(material.title.en)” has no variant for \(kind.word(.english)). "
                        + "Write one, or choose another material."))
        case .session(_, let level):
            guard let level, !material.suits(level: level) else { return nil }
            return clash(
                .wrongLevel, slot,
                Message(
                    vi: "“\(material.title.vi)” không dành cho cấp \(level.word(.vietnamese)). Chọn tài liệu khác.",
                    en: "“\(material.title.en)” is not made for \(level.word(.english)) pupils. "
                        + "Choose another material."))
        }
    }

    private func audience(_ slot: Slot, _ material: PlanningMaterial) -> CampaignClash? {
        guard !slot.audiences.isEmpty, !slot.audiences.contains(where: material.audiences.contains) else { return nil }
        return clash(
            .wrongAudience, slot,
            Message(
                vi: "“\(material.title.vi)” không dành cho đối tượng nào của mục này. "
                    + "Chọn tài liệu khác.",
                en: "“\(material.title.en)” is for none of those the slot is for. "
                    + "Choose another material."))
    }

    private func clash(_ kind: CampaignClash.Kind, _ slot: Slot, _ message: Message) -> CampaignClash {
        let head =
            place(of: slot).map { places[$0].head(slot.what) }
            ?? Message(vi: "“\(slot.what.vi)”", en: "“\(slot.what.en)”")
        return CampaignClash(
            kind: kind,
            slots: [slot.key],
            message: Message(
                vi: "\(head.vietnamese), \(slot.time) ngày \(slot.day.written): \(message.vietnamese)",
                en: "\(head.english), \(slot.time) on \(slot.day.written): \(message.english)"))
    }
}
