/// Adds Hotline 111 items where the playbook, and what a person kept, leave a stretch without one.
extension PlanDraft {
    mutating func addHotlineItems() {
        guard let stretches = HotlineStretches(ground) else { return }
        let offers = hotlineOffers()
        // Where a person took out an added item, that stretch is settled: it is reported, not filled again.
        let dropped = ground.kept.filter { $0.isDropped && $0.key.hasPrefix(AddedSlot.hotline.keyPrefix) }
        var settled = coverage.hotlineDays.union(dropped.map(\.day))
        var previous = stretches.start
        while let gap = stretches.gap(after: previous, items: settled) {
            if let slot = hotlineItem(in: gap, from: offers) {
                stand(slot)
                note(ground.addedHotline(slot, in: gap))
                settled.insert(slot.day)
            } else {
                previous = gap.last
            }
        }
    }

    /// As late as the stretch allows, so that few are needed, and on the channel that has had fewest.
    private func hotlineItem(in gap: DayRange, from offers: [AddedOffer]) -> Slot? {
        let offers = offers.sorted {
            (hotlineCounts[$0.place], lanes[$0.place].count, $0.place)
                < (hotlineCounts[$1.place], lanes[$1.place].count, $1.place)
        }
        let why = LocalizedText(
            vi: "Thêm vào để cứ \(ground.request.playbook.hotlineEvery) ngày có ít nhất một mục về Tổng đài 111.",
            en: "Added so that there is a Hotline 111 item at least every \(ground.request.playbook.hotlineEvery) days."
        )
        for day in gap.days.reversed() {
            for offer in offers {
                if let slot = slot(.hotline, from: offer, on: day, why: why) { return slot }
            }
        }
        return nil
    }

    /// Every channel that can carry one: first for those the campaign is for, else for whomever the channel reaches.
    private mutating func hotlineOffers() -> [AddedOffer] {
        let everyone = Set(ground.catalogue.materials.filter(\.speaksOfHotline).flatMap(\.audiences)).sorted()
        var offers: [AddedOffer] = []
        for (number, place) in ground.places.enumerated() {
            guard case .channel(let channel, _) = place else { continue }
            let slotPlace = SlotPlace.channel(channel.id, channel.kind)
            let reached = [ground.request.playbook.audiences, everyone].map(channel.reached).first { audiences in
                !audiences.isEmpty
                    && !shelf(for: MaterialNeed(place: slotPlace, audiences: audiences, purpose: .hotline)).isEmpty
            }
            guard let reached else { continue }
            let need = MaterialNeed(place: slotPlace, audiences: reached, purpose: .hotline)
            offers.append(
                AddedOffer(
                    place: number, unit: channel.unit, slotPlace: slotPlace, audiences: reached,
                    shelf: shelf(for: need), what: LocalizedText(vi: "Tổng đài 111", en: "Hotline 111")))
        }
        return offers
    }
}
