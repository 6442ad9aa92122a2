/// Looks over the slots of a campaign after people have changed them.
public enum CampaignClashes {
    /// What breaks a rule: first about the campaign, then slot by slot, then place by place, in the order of the
    /// calendar. Dropped slots are not looked at, and of days before `today` only what they count towards.
    ///
    /// - Parameter request: As for planning; what it keeps is not looked at, only `slots`.
    public static func find(in slots: [Slot], of request: PlanningRequest) -> [CampaignClash] {
        let ground = PlanningGround(request)
        let standing = slots.filter { !$0.isDropped }.sorted(by: Slot.isEarlier)
        return campaignClashes(standing, ground) + slotClashes(standing, ground) + placeClashes(standing, ground)
    }

    private static func campaignClashes(_ slots: [Slot], _ ground: PlanningGround) -> [CampaignClash] {
        var coverage = CampaignCoverage()
        for slot in slots { coverage.count(slot, with: ground.catalogue[slot.material]) }
        return ground.gaps(in: coverage).map { note in
            CampaignClash(
                kind: note.kind == .hotlineMissing ? .hotlineMissing : .audienceUncovered, slots: [],
                message: note.message)
        }
    }

    private static func slotClashes(_ slots: [Slot], _ ground: PlanningGround) -> [CampaignClash] {
        slots.filter { ground.canChange($0.day) }.flatMap { slot in
            ground.timeClashes(of: slot) + ground.materialClashes(of: slot)
        }
    }

    private static func placeClashes(_ slots: [Slot], _ ground: PlanningGround) -> [CampaignClash] {
        var entries: [[PlaceEntry]] = ground.places.map { _ in [] }
        for slot in slots {
            guard let place = ground.place(of: slot) else { continue }
            entries[place].append(PlaceEntry(slot))
        }
        for occupied in ground.request.occupied {
            guard let place = ground.place(of: occupied) else { continue }
            entries[place].append(PlaceEntry(occupied))
        }
        return zip(ground.places, entries).flatMap { place, entries in
            let entries = entries.sorted(by: PlaceEntry.isEarlier)
            return ground.distanceClashes(entries, at: place) + ground.limitClashes(entries, at: place)
                + ground.repeatClashes(entries, at: place)
        }
    }
}

extension PlanningGround {
    /// What has passed cannot be changed any more.
    func canChange(_ day: Day) -> Bool { request.today.map { $0 <= day } ?? true }
}
