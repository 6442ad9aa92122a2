import Outreach

/// A calendar in the form calendar programs subscribe to (RFC 5545; name and refresh interval from RFC 7986).
public struct ICalendar: Sendable, Hashable {
    public let name: String
    public let events: [CalendarEvent]
    /// How often a subscriber is asked to fetch again, in whole minutes; nil leaves it to the program.
    public let refreshMinutes: Int?

    public init(name: String, events: [CalendarEvent], refreshMinutes: Int? = nil) {
        self.name = name
        self.events = events
        self.refreshMinutes = refreshMinutes
    }

    /// The file: UTF-8, CR LF, no line over 75 octets. The same calendar always gives the same bytes.
    public var bytes: [UInt8] {
        let lines = opening + events.flatMap(\.contentLines) + [ContentLine("END", "VCALENDAR")]
        return lines.flatMap(\.bytes)
    }

    private var opening: [ContentLine] {
        let lines = [
            ContentLine("BEGIN", "VCALENDAR"),
            ContentLine("VERSION", "2.0"),
            ContentLine("PRODID", "-//Loa//vi"),
            ContentLine("CALSCALE", "GREGORIAN"),
            ContentLine("METHOD", "PUBLISH"),
            ContentLine("NAME", text: name),
            // What programs older than RFC 7986 read.
            ContentLine("X-WR-CALNAME", text: name),
        ]
        guard let refreshMinutes, refreshMinutes > 0 else { return lines }
        return lines + [
            ContentLine("REFRESH-INTERVAL;VALUE=DURATION", "PT\(refreshMinutes)M"),
            ContentLine("X-PUBLISHED-TTL", "PT\(refreshMinutes)M"),
        ]
    }
}

extension CalendarEvent {
    var contentLines: [ContentLine] {
        [ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: uid), ContentLine("DTSTAMP", stamp.calendarForm)]
            + [ContentLine("SEQUENCE", String(sequence))]
            + timeLines
            + [ContentLine("SUMMARY", text: summary)]
            + optionalLines
            + [ContentLine("STATUS", status.rawValue), ContentLine("END", "VEVENT")]
    }

    private var timeLines: [ContentLine] {
        switch time {
        case .days(let range):
            [
                ContentLine("DTSTART;VALUE=DATE", range.first.calendarForm),
                // The end of days is the first day after them (RFC 5545 §3.6.1).
                ContentLine("DTEND;VALUE=DATE", (range.last + 1).calendarForm),
                // A day of observance makes nobody busy.
                ContentLine("TRANSP", "TRANSPARENT"),
            ]
        case .instants(let start, let end):
            [ContentLine("DTSTART", start.calendarForm)]
                + [end].compactMap(\.self).map(\.calendarForm)
                .filter { $0 > start.calendarForm }
                .map { ContentLine("DTEND", $0) }
        }
    }

    private var optionalLines: [ContentLine] {
        let lines = [
            details.map { ContentLine("DESCRIPTION", text: $0) },
            location.map { ContentLine("LOCATION", text: $0) },
            url.map { ContentLine("URL", uri: $0) },
            categories.isEmpty ? nil : ContentLine("CATEGORIES", texts: categories),
        ]
        return lines.compactMap(\.self)
    }
}

extension Day {
    /// `20260601` (RFC 5545 §3.3.4).
    fileprivate var calendarForm: String { description.filter { $0 != "-" } }
}

extension Instant {
    /// `20260601T003000Z`, whole seconds of UTC (RFC 5545 §3.3.5).
    fileprivate var calendarForm: String {
        description.prefix(while: { $0 != "." }).filter { $0 != "-" && $0 != ":" } + "Z"
    }
}
