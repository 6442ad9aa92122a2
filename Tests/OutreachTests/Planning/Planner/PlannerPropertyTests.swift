import Outreach
import Testing

/// What must hold for every campaign, tried on random ones.
struct PlannerPropertyTests {
    private static let seeds = Array(UInt64(1)...60)

    @Test(arguments: seeds)
    func `The order in which anything is handed in does not change the plan`(seed: UInt64) throws {
        var random = RandomPlanning(seed: seed)
        let (request, _) = try random.requestWithKept()
        #expect(Planner.propose(random.shuffled(request)) == Planner.propose(request))
    }

    @Test(arguments: seeds)
    func `Everything proposed keeps hours, limits, distances and spacing`(seed: UInt64) throws {
        var random = RandomPlanning(seed: seed)
        let (request, kept) = try random.requestWithKept()
        let proposal = Planner.propose(request)
        let standing = proposal.slots.filter { !$0.isDropped }
        for slot in standing where !kept.contains(slot.key) {
            guard let channel = request.channels.first(where: { $0.id == slot.channel }) else { continue }
            #expect(channel.hours.isOpen(at: slot.day, slot.time))
            let others = others(of: slot, on: channel, in: standing, request)
            #expect(others.count { $0.day == slot.day } < channel.dailyLimit ?? .max)
            #expect(others.allSatisfy { abs(minutes(slot.day, slot.time) - minutes($0.day, $0.time)) >= 60 })
            let uses = others.filter { slot.material != nil && $0.material == slot.material }
            #expect(uses.allSatisfy { abs($0.day - slot.day) >= request.playbook.spacing })
        }
    }

    @Test(arguments: seeds)
    func `Every material proposed is valid, fits the place and is for those the slot is for`(seed: UInt64) throws {
        var random = RandomPlanning(seed: seed)
        let (request, kept) = try random.requestWithKept()
        for slot in Planner.propose(request).slots where !kept.contains(slot.key) && slot.material != nil {
            let material = try #require(request.library.first { $0.slug == slot.material })
            #expect(material.validity.contains(slot.day))
            #expect(slot.audiences.isEmpty || slot.audiences.contains(where: material.audiences.contains))
            switch slot.place {
            case .channel(_, let kind): #expect(material.channelKinds.contains(kind))
            case .session(_, let level):
                #expect(
                    level == nil || material.level == level || material.level == nil && material.kind != .sessionKit)
            }
            guard let playbookSlot = request.playbook.slots.first(where: { slot.key.hasPrefix("\($0.id)/") }) else {
                continue
            }
            let criteria = playbookSlot.materials
            #expect(criteria.kinds.isEmpty || criteria.kinds.contains(material.kind))
            #expect(criteria.topics.isEmpty || criteria.topics.contains(where: material.topics.contains))
        }
    }

    @Test(arguments: seeds)
    func `What a person settled survives, once, and nothing else lies in the past`(seed: UInt64) throws {
        var random = RandomPlanning(seed: seed)
        let (request, kept) = try random.requestWithKept()
        let proposal = Planner.propose(request)
        #expect(Set(proposal.slots.map(\.key)).count == proposal.slots.count)
        #expect(request.kept.allSatisfy(proposal.slots.contains))
        for slot in proposal.slots where !kept.contains(slot.key) {
            #expect(slot.day >= request.today ?? slot.day)
            #expect(!slot.isDropped && slot.changedBy == nil)
        }
    }

    @Test(arguments: seeds)
    func `Every turn of the playbook is in the plan, or a note says why not`(seed: UInt64) throws {
        var random = RandomPlanning(seed: seed)
        let request = try random.request()
        let proposal = Planner.propose(request)
        let keys = Set(proposal.slots.map(\.key)).union(proposal.notes.compactMap(\.slot))
        for slot in request.playbook.slots where proposal.notes(.past).isEmpty {
            let turns = slot.days.days(in: request.range).count
            for channel in request.channels where reaches(channel, slot, request) {
                for turn in 1...max(1, turns) where turns > 0 {
                    #expect(keys.contains(SlotKey.planned(slot.id, place: channel.id, turn: turn)))
                }
            }
        }
    }

    @Test(arguments: seeds)
    func `Every audience and every stretch of days for Hotline 111 is covered, or noted`(seed: UInt64) throws {
        var random = RandomPlanning(seed: seed)
        let (request, _) = try random.requestWithKept()
        let proposal = Planner.propose(request)
        let reached = Set(
            proposal.slots.flatMap { slot -> [Slug] in
                let material = request.library.first { $0.slug == slot.material }
                guard !slot.isDropped, let material else { return [] }
                return slot.audiences.filter(material.audiences.contains)
            })
        let uncovered = Set(request.playbook.audiences).subtracting(reached)
        #expect(uncovered.count == proposal.notes(.audienceUncovered).count)
        if request.playbook.hotlineEvery > 0, proposal.notes(.hotlineMissing).isEmpty, request.today == nil {
            #expect(
                longestStretchWithoutHotline(proposal, request)
                    < min(request.playbook.hotlineEvery, request.range.count))
        }
    }

    @Test(arguments: seeds)
    func `A plan nobody touched clashes only where its notes say that something is missing`(seed: UInt64) throws {
        var random = RandomPlanning(seed: seed)
        let request = try random.request()
        let proposal = Planner.propose(request)
        let clashes = CampaignClashes.find(in: proposal.slots, of: request)
        let empty = clashes.filter { $0.kind == .noMaterial }.flatMap(\.slots)
        #expect(clashes.allSatisfy { [.noMaterial, .hotlineMissing, .audienceUncovered].contains($0.kind) })
        #expect(Set(empty).isSubset(of: proposal.notes(.noMaterial).compactMap(\.slot)))
    }
}

extension PlannerPropertyTests {
    private struct Use {
        let day: Day
        let time: TimeOfDay
        let material: Slug?
    }

    private func others(
        of slot: Slot, on channel: PlanningChannel, in slots: [Slot], _ request: PlanningRequest
    ) -> [Use] {
        slots.filter { $0.channel == channel.id && $0.key != slot.key }
            .map { Use(day: $0.day, time: $0.time, material: $0.material) }
            + request.occupied.filter { $0.channel == channel.id }
            .map { Use(day: $0.day, time: $0.time, material: $0.material) }
    }

    private func minutes(_ day: Day, _ time: TimeOfDay) -> Int { day.julianDay * 1440 + time.minutes }

    private func reaches(_ channel: PlanningChannel, _ slot: PlaybookSlot, _ request: PlanningRequest) -> Bool {
        guard case .posts(let kinds) = slot.form, kinds.contains(channel.kind) else { return false }
        let wanted = slot.audiences.isEmpty ? request.playbook.audiences : slot.audiences
        return wanted.isEmpty || channel.audiences.isEmpty || wanted.contains(where: channel.audiences.contains)
            || channel.audiences.contains { $0.description == "public" }
    }

    private func longestStretchWithoutHotline(_ proposal: PlanProposal, _ request: PlanningRequest) -> Int {
        let days = Set(
            proposal.slots.filter { slot in
                !slot.isDropped && slot.channel != nil
                    && request.library.contains { $0.slug == slot.material && $0.speaksOfHotline }
            }
            .map(\.day))
        var longest = 0
        var current = 0
        for day in request.range.days {
            current = days.contains(day) ? 0 : current + 1
            longest = max(longest, current)
        }
        return longest
    }
}

extension RandomPlanning {
    /// A request in which a person has already settled some slots of an earlier plan, with their keys.
    mutating func requestWithKept() throws -> (request: PlanningRequest, kept: Set<String>) {
        var request = try self.request()
        request.kept = try edited(Planner.propose(request).slots)
        return (request, Set(request.kept.map(\.key)))
    }
}
