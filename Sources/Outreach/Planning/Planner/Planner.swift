/// Plans a campaign: a playbook, the channels and units of the campaign and the library become slots.
///
/// The same request gives the same plan, in whatever order its lists are. What a person changed or dropped stays;
/// everything else keeps posting hours, daily limits, distances, spacing and validity, or is left out with a note.
public enum Planner {
    public static func propose(_ request: PlanningRequest) -> PlanProposal {
        let ground = PlanningGround(request)
        let stations = Stations(ground, besides: Set(request.kept.map(\.key)))
        var draft = PlanDraft(ground)
        for note in stations.notes { draft.note(note) }
        for wish in stations.wishes { draft.fulfil(wish, at: stations.all[wish.station]) }
        draft.addHotlineItems()
        draft.addUncoveredAudiences()
        for note in ground.gaps(in: draft.coverage) { draft.note(note) }
        return draft.proposal
    }
}

extension PlanDraft {
    /// Puts one turn of the playbook where it can stand, and a material into it.
    fileprivate mutating func fulfil(_ wish: Wish, at station: Station) {
        let last = max(wish.day, ground.request.range.last)
        let open = ground.places[station.place].openTimes(for: station.slotPlace)
        switch lanes[station.place].placement(on: wish.day, at: station.slot.time, through: last, within: open) {
        case .wanted:
            stand(wish, at: station, on: wish.day, station.slot.time, why: station.slot.why)
        case .moved(let day, let time, let obstacle):
            let move = SlotMove(wish: wish, station: station, day: day, time: time, obstacle: obstacle)
            note(ground.moved(move))
            stand(wish, at: station, on: day, time, why: ground.why(move))
        case .nowhere(let obstacle):
            note(ground.noTime(for: wish, at: station, because: obstacle, through: last))
        }
    }

    private mutating func stand(
        _ wish: Wish, at station: Station, on day: Day, _ time: TimeOfDay, why: LocalizedText
    ) {
        let shelf = shelf(for: station.need)
        let material = material(from: shelf, on: day, at: station.place)
        if material == nil { note(ground.noMaterial(from: shelf, on: day, for: wish, at: station)) }
        stand(
            Slot(
                key: wish.key,
                unit: station.unit,
                place: station.slotPlace,
                day: day,
                time: time,
                material: material?.slug,
                audiences: station.audiences,
                what: station.slot.what,
                why: why))
    }
}
