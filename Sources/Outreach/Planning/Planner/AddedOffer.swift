/// A place that could take a slot the playbook does not have, with the materials that would serve there.
struct AddedOffer {
    /// A number in the ground's places.
    let place: Int
    let unit: Slug
    let slotPlace: SlotPlace
    /// Whom the place reaches of those the campaign is for.
    let audiences: [Slug]
    let shelf: Shelf
    let what: LocalizedText
}

extension PlanDraft {
    /// The slot of an offer on a day, near the middle of the morning; nil where time or material is wanting.
    func slot(_ reason: AddedSlot, from offer: AddedOffer, on day: Day, why: LocalizedText) -> Slot? {
        let open = ground.places[offer.place].openTimes(for: offer.slotPlace)
        guard let wanted = TimeOfDay(minutes: 9 * 60),
            let time = lanes[offer.place].freeTime(on: day, near: wanted, within: open),
            let material = material(from: offer.shelf, on: day, at: offer.place)
        else { return nil }
        return Slot(
            key: freeKey(reason, at: ground.places[offer.place].id),
            unit: offer.unit,
            place: offer.slotPlace,
            day: day,
            time: time,
            material: material.slug,
            audiences: offer.audiences.filter(material.audiences.contains),
            what: offer.what,
            why: why)
    }

    private func freeKey(_ reason: AddedSlot, at place: Slug) -> String {
        var turn = 1
        while keys.contains(SlotKey.added(reason, place: place, turn: turn)) { turn += 1 }
        return SlotKey.added(reason, place: place, turn: turn)
    }
}
