/// Something that takes place on a channel or at a unit: a slot of the campaign, or a post outside it.
struct PlaceEntry {
    /// Nil for a post outside the campaign, which nobody changes here.
    let slot: Slot?
    let day: Day
    let time: TimeOfDay
    let material: Slug?

    init(_ slot: Slot) {
        self.slot = slot
        day = slot.day
        time = slot.time
        material = slot.material
    }

    init(_ occupied: OccupiedPlace) {
        slot = nil
        day = occupied.day
        time = occupied.time
        material = occupied.material
    }

    static func isEarlier(_ left: PlaceEntry, _ right: PlaceEntry) -> Bool { left.order < right.order }

    private var order: (Day, TimeOfDay, String, String) {
        (day, time, slot?.key ?? "", material?.description ?? "")
    }

    fileprivate var minutes: Int { day.julianDay * 1440 + time.minutes }

    fileprivate func name(_ language: Language) -> String {
        let outside = language == .vietnamese ? "một bài ngoài chiến dịch" : "a post outside the campaign"
        let what = slot.map { "“\($0.what(language))”" } ?? outside
        return language == .vietnamese ? "\(what) (\(time) ngày \(day.written))" : "\(what) (\(time) on \(day.written))"
    }
}

/// What is wrong between the entries of one place, which are in the order of the calendar.
extension PlanningGround {
    func distanceClashes(_ entries: [PlaceEntry], at place: PlanningPlace) -> [CampaignClash] {
        zip(entries, entries.dropFirst()).compactMap { first, second in
            let minutes = second.minutes - first.minutes
            guard minutes < place.minutesApart, isOpenToChange(first, second) else { return nil }
            return clash(
                .tooClose, [first, second], place,
                Message(
                    vi: "\(first.name(.vietnamese)) và \(second.name(.vietnamese)) cách nhau \(minutes) phút, "
                        + "cần ít nhất \(place.minutesApart). Dời một mục.",
                    en: "\(first.name(.english)) and \(second.name(.english)) are \(minutes) minutes apart and need "
                        + "\(place.minutesApart). Move one of them."))
        }
    }

    func limitClashes(_ entries: [PlaceEntry], at place: PlanningPlace) -> [CampaignClash] {
        guard case .channel(let channel, _) = place, let limit = channel.dailyLimit else { return [] }
        let days = Dictionary(grouping: entries, by: \.day).sorted { $0.key < $1.key }
        return days.compactMap { day, entries in
            guard entries.count > limit, canChange(day), entries.contains(where: { $0.slot != nil }) else { return nil }
            return clash(
                .overDailyLimit, entries, place,
                Message(
                    vi: "ngày \(day.written) có \(entries.count) bài, kênh chỉ nhận \(limit). "
                        + "Dời bớt sang ngày khác.",
                    en:
                        "\(day.written) has \(entries.count.of("post", "posts")), the channel takes \(limit). Move some to another day."
                ))
        }
    }

    func repeatClashes(_ entries: [PlaceEntry], at place: PlanningPlace) -> [CampaignClash] {
        guard case .channel = place else { return [] }
        let spacing = request.playbook.spacing
        var latest: [Slug: PlaceEntry] = [:]
        return entries.compactMap { entry in
            guard let material = entry.material else { return nil }
            defer { latest[material] = entry }
            guard let before = latest[material], entry.day - before.day < spacing, isOpenToChange(before, entry) else {
                return nil
            }
            let title = catalogue[material]?.title
            return clash(
                .repeatTooSoon, [before, entry], place,
                Message(
                    vi: "“\(title?.vi ?? material.description)” có ở \(before.name(.vietnamese)) và "
                        + "\(entry.name(.vietnamese)), chưa đủ \(spacing) ngày. Chọn tài liệu khác, hoặc dời ngày.",
                    en: "“\(title?.en ?? material.description)” stands in \(before.name(.english)) and "
                        + "\(entry.name(.english)), less than \(spacing) days apart. Choose another material or day."))
        }
    }

    private func isOpenToChange(_ first: PlaceEntry, _ second: PlaceEntry) -> Bool {
        [first, second].contains { $0.slot != nil && canChange($0.day) }
    }

    private func clash(
        _ kind: CampaignClash.Kind, _ entries: [PlaceEntry], _ place: PlanningPlace, _ message: Message
    ) -> CampaignClash {
        CampaignClash(
            kind: kind,
            slots: entries.compactMap { $0.slot?.key },
            message: Message(
                vi: "\(place.name.vi): \(message.vietnamese)", en: "\(place.name.en): \(message.english)"))
    }
}
