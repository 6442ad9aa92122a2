import Documents
public import Outreach
import Storage

extension Workspace {
    /// What is planned and posted around a stretch of days, as an iCalendar file (RFC 5545).
    public func calendar(during range: DayRange, as caller: Caller) async throws -> [UInt8] {
        var filter = CalendarFilter(range: range)
        filter.limit = 10_000
        let entries = try await calendarEntries(filter, as: caller)
        let events = try await database.read { try calendarEvents(of: entries, address: { _ in nil }, in: $0) }
        return ICalendar(name: settings.name ?? "Loa", events: events).bytes
    }

    /// Entries as events that stay the same as long as nothing changes.
    ///
    /// - Parameter address: the absolute address of a page, where it is known.
    func calendarEvents(
        of entries: CalendarEntries, address: (String) -> String?, in tx: ReadTransaction
    ) throws -> [CalendarEvent] {
        let imported = try tx.importTimes(of: Observance.self)
        let shown = entries.posts.filter { $0.state != .cancelled }
        let subjects = shown.map(\.id.description) + entries.slots.map(\.subject)
        let history = try tx.changes(of: subjects)
        let words = try EventWords(channels: channels.channels(in: tx), tree: tx.unitTree(), language: calendarLanguage)
        let (holds, tree) = (try tx.holds(), words.tree)
        let open = shown.filter { post in
            post.state.isReviewed && !holds.contains { $0.scope.covers(post, in: tree) }
        }
        let texts = try tx.texts(of: open.map(\.id))
        return entries.observances.map { occurrence in
            words.event(occurrence, stamp: imported[occurrence.observance.id] ?? now)
        }
            + entries.slots.map { slot in
                words.event(
                    slot, zone: zone, change: history[slot.subject], address: address("/campaigns/\(slot.campaign)"))
            }
            + shown.map { post in
                words.event(
                    post, text: texts[post.id], change: history[post.id.description],
                    address: address("/posts/\(post.id)"))
            }
    }

    var calendarLanguage: Language { settings.language ?? .vietnamese }
}

/// Turns entries into events, in one language.
private struct EventWords {
    let channels: [Slug: ResolvedChannel]
    let tree: UnitTree
    let language: Language

    func event(_ occurrence: ObservanceOccurrence, stamp: Instant) -> CalendarEvent {
        CalendarEvent(
            uid: "observance-\(occurrence.observance.id)-\(occurrence.dates.first)@loa", sequence: 0, stamp: stamp,
            time: .days(occurrence.dates), summary: occurrence.observance.name(language),
            details: occurrence.observance.source, categories: ["observance"])
    }

    func event(
        _ entry: CalendarSlot, zone: Zone, change: (entries: Int, last: Instant)?, address: String?
    ) -> CalendarEvent {
        let (slot, start) = (entry.slot, zone.instant(entry.slot.day, entry.slot.time))
        let (place, minutes) =
            switch slot.place {
            case .channel(let channel, _): (name(of: channel), 15)
            case .session: (tree.name(of: slot.unit)?(language) ?? slot.unit.description, 60)
            }
        return CalendarEvent(
            uid: "slot-\(entry.campaign)-\(slot.key)@loa", sequence: change?.entries ?? 0, stamp: change?.last ?? start,
            time: .instants(start, until: start + .seconds(minutes * 60)), summary: "\(slot.what(language)) · \(place)",
            details: slot.why(language), location: place, url: address, categories: ["slot"], status: .tentative)
    }

    /// What nobody has reviewed, and what is held, leaves without its words: a calendar may be shown anywhere.
    ///
    /// - Parameter text: nil for such a post.
    func event(
        _ post: CalendarPost, text: String?, change: (entries: Int, last: Instant)?, address: String?
    ) -> CalendarEvent {
        let place = name(of: post.channel)
        let waiting =
            post.state.isReviewed
            ? Message(vi: "Bài đang tạm dừng", en: "A post that is held")(language)
            : Message(vi: "Bài chưa duyệt", en: "A post not yet approved")(language)
        return CalendarEvent(
            uid: "post-\(post.id)@loa", sequence: max(0, (change?.entries ?? 1) - 1),
            stamp: change?.last ?? post.moment, time: .instants(post.moment, until: post.moment + .seconds(15 * 60)),
            summary: "\(text == nil ? waiting : post.title) · \(place)", details: text, location: place, url: address,
            categories: [post.state.rawValue], status: text == nil ? .tentative : .confirmed)
    }

    private func name(of channel: Slug) -> String { channels[channel]?.channel.name(language) ?? channel.description }
}

extension CalendarSlot {
    /// As the audit log names it.
    fileprivate var subject: String { "\(campaign) \(slot.key)" }
}

extension PostState {
    /// Whether somebody approved what it says.
    var isReviewed: Bool { self != .draft && self != .inReview }
}
