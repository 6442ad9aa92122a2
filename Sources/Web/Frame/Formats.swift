import Documents
import Outreach

/// Numbers, days and moments as Vietnamese offices write them, or as English readers expect.
struct Formats: Sendable {
    let language: Language
    let zone: Zone

    func number(_ value: Int) -> String { NumberFormatting.integer(value, language) }

    /// A number that may be missing: an em dash, never a zero.
    func number(_ value: Int?) -> String { value.map(number) ?? "—" }

    /// `05/09/2026`
    func day(_ day: Day) -> String { day.written }

    /// `05/09`, where the year is plain from what stands around it.
    func shortDay(_ day: Day) -> String { "\(day.day.padded(2))/\(day.month.padded(2))" }

    func time(_ instant: Instant) -> String { zone.time(of: instant).description }

    /// `08:30 · 05/09/2026`
    func moment(_ instant: Instant) -> String { zone.written(instant) }

    /// Thứ hai … Chủ nhật.
    func weekday(_ day: Day) -> String {
        switch language {
        case .vietnamese:
            ["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật"][day.isoWeekday - 1]
        case .english:
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day.isoWeekday - 1]
        }
    }

    /// `tháng 6 năm 2026`, `June 2026`.
    func month(_ month: Int, _ year: Int) -> String {
        switch language {
        case .vietnamese: "tháng \(month) năm \(year)"
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ][month - 1] + " \(year)"
        }
    }

    /// A `<time>` that machines can read too.
    func stamp(_ instant: Instant) -> HTML {
        "<time datetime=\"\(zone.rfc3339(instant))\">\(moment(instant))</time>"
    }

    func stamp(_ day: Day) -> HTML { "<time datetime=\"\(day.description)\">\(self.day(day))</time>" }
}
