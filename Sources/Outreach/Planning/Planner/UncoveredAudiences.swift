/// Adds a slot for every audience of the playbook that nothing reaches yet, as far as the library allows.
extension PlanDraft {
    mutating func addUncoveredAudiences() {
        let playbook = ground.request.playbook
        let topics = Set(playbook.slots.flatMap(\.materials.topics)).sorted()
        for audience in Set(playbook.audiences).sorted() where !coverage.audiences.contains(audience) {
            let reason = AddedSlot.audience(audience)
            // Taken out by a person before: reported, not added again.
            if ground.kept.contains(where: { $0.isDropped && $0.key.hasPrefix(reason.keyPrefix) }) { continue }
            let offers = offers(for: audience, topics)
            if let slot = slot(for: audience, reason, from: offers) {
                stand(slot)
                note(ground.addedAudience(slot, audience))
            }
        }
    }

    /// The emptiest place on its emptiest day; channels before sessions, which cost people their time.
    private func slot(for audience: Slug, _ reason: AddedSlot, from offers: [AddedOffer]) -> Slot? {
        guard let range = DayRange(ground.firstDay, ground.request.range.last) else { return nil }
        let words = ground.words
        let why = LocalizedText(
            vi: "Thêm vào vì chưa mục nào đến được “\(words.audience(audience, .vietnamese))”.",
            en: "Added because no slot reached “\(words.audience(audience, .english))”.")
        let order = offers.enumerated().sorted {
            ($0.element.place < ground.firstUnit ? 0 : 1, lanes[$0.element.place].count, $0.offset)
                < ($1.element.place < ground.firstUnit ? 0 : 1, lanes[$1.element.place].count, $1.offset)
        }
        .map(\.element)
        for offer in order {
            let lane = lanes[offer.place]
            for day in range.days.sorted(by: { (lane.count(on: $0), $0) < (lane.count(on: $1), $1) }) {
                if let slot = slot(reason, from: offer, on: day, why: why) { return slot }
            }
        }
        return nil
    }

    private mutating func offers(for audience: Slug, _ topics: [Slug]) -> [AddedOffer] {
        let what = LocalizedText(
            vi: "Nội dung cho “\(ground.words.audience(audience, .vietnamese))”",
            en: "Something for “\(ground.words.audience(audience, .english))”")
        return ground.places.enumerated().flatMap { number, place in
            place.addedSlotPlaces(for: audience).compactMap { unit, slotPlace in
                let audiences = place.reached(of: ground.request.playbook.audiences)
                let need = MaterialNeed(place: slotPlace, audiences: [audience], purpose: .audience(topics: topics))
                let shelf = shelf(for: need)
                guard !shelf.isEmpty else { return nil }
                return AddedOffer(
                    place: number, unit: unit, slotPlace: slotPlace, audiences: audiences, shelf: shelf, what: what)
            }
        }
    }
}

extension PlanningPlace {
    /// What the planner may add here by itself for an audience: a post, or the plainest session of each level.
    fileprivate func addedSlotPlaces(for audience: Slug) -> [(unit: Slug, place: SlotPlace)] {
        switch self {
        case .channel(let channel, _):
            guard !channel.reached(of: [audience]).isEmpty else { return [] }
            return [(channel.unit, .channel(channel.id, channel.kind))]
        case .unit(let unit):
            guard unit.holdsSessions else { return [] }
            let levels = unit.level.map { [$0] } ?? SchoolLevel.allCases
            return levels.map { (unit.id, .session(.schoolSession, level: $0)) }
                + (unit.level == nil ? [(unit.id, .session(.clubMeeting, level: nil))] : [])
        }
    }
}
