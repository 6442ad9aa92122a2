import Outreach

/// Reads one slot of a playbook.
enum PlaybookSlotReader {
    static func slot(_ element: YAMLValue, ids: DeclaredNames, _ references: References) -> PlaybookSlot? {
        guard let mapping = element.mapping() else { return nil }
        let id = mapping.require("id")?.slug()
        if let id { _ = ids.claim(id, at: element) }
        let what = mapping.require("what")?.localizedText()
        let why = mapping.require("why")?.localizedText()
        let days = mapping.require("days").flatMap(days)
        let time = mapping.require("time")?.timeOfDay()
        let form = form(mapping)
        let materials = mapping.require("materials").flatMap { criteria($0, references) }
        let audiences = references.some(mapping.require("audiences"), .audience)
        mapping.finish()
        guard let id, let what, let why, let days, let time, let form, let materials else { return nil }
        return PlaybookSlot(
            id: id, what: what, why: why, days: days, time: time, form: form, materials: materials,
            audiences: audiences)
    }

    private static func days(_ value: YAMLValue) -> PlaybookDays? {
        guard let mapping = value.mapping() else { return nil }
        let from = mapping.require("from")?.playbookDay()
        let end = mapping.value("to")
        let to = end?.playbookDay()
        let interval = mapping.value("every")
        let every = interval?.positiveNumber() ?? 1
        mapping.finish()
        if let interval, end == nil {
            interval.report(
                Message(
                    vi: "\(interval.path): every cần ngày cuối. Thêm to, hoặc xóa every.",
                    en: "\(interval.path): every needs an end. Add to, or delete every."))
        }
        guard let from else { return nil }
        if let end, let to, isBackwards(from, to) {
            end.report(
                Message(
                    vi: "\(end.path): ngày cuối trước ngày đầu. Đổi chỗ from và to.",
                    en: "\(end.path): the end comes before the start. Swap from and to."))
        }
        return PlaybookDays(from: from, to: to, every: every)
    }

    private static func isBackwards(_ from: PlaybookDay, _ to: PlaybookDay) -> Bool {
        switch (from, to) {
        case (.day(let first), .day(let last)): last < first
        case (.last, .day): true
        case (_, .last): false
        }
    }

    /// Either `channels` or `session`.
    private static func form(_ mapping: YAMLMapping) -> SlotForm? {
        let channels = mapping.value("channels")
        let session = mapping.value("session")
        switch (channels, session) {
        case (let channels?, nil):
            return channels.words(ChannelKind.self).map(SlotForm.posts)
        case (nil, let session?):
            guard let mapping = session.mapping() else { return nil }
            let form = mapping.require("form")?.word(SessionForm.self)
            let level = mapping.value("level")?.word(SchoolLevel.self)
            mapping.finish()
            return form.map { .session($0, level: level) }
        default:
            mapping.place.report(
                Message(
                    vi: "\(mapping.place.path): cần đúng một trong hai khóa channels và session.",
                    en: "\(mapping.place.path): give either channels or session, and not both."))
            return nil
        }
    }

    private static func criteria(_ value: YAMLValue, _ references: References) -> MaterialCriteria? {
        guard let mapping = value.mapping() else { return nil }
        let kinds = mapping.value("kinds")?.list { $0.word(MaterialKind.self) } ?? []
        let topics = references.many(mapping.value("topics"), .topic)
        let slugs = references.many(mapping.value("slugs"), .material)
        mapping.finish()
        return MaterialCriteria(kinds: kinds, topics: topics, slugs: slugs)
    }
}

extension YAMLValue {
    fileprivate func playbookDay() -> PlaybookDay? {
        parsed("một số nguyên hoặc last", "a whole number or last") { text in
            text == "last" ? .last : Int(text).flatMap { $0.magnitude <= 1000 ? .day($0) : nil }
        }
    }

    fileprivate func positiveNumber() -> Int? {
        parsed("một số nguyên từ 1", "a whole number from 1") { Int($0).flatMap { (1...1000).contains($0) ? $0 : nil } }
    }
}
