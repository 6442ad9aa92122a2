/// How long a receiver asked to be left alone.
enum RetryAfter {
    /// No receiver may put a post off for longer; `not_after` usually ends it long before.
    static let longest = Duration.seconds(86_400)

    /// The longest wait asked for in `Retry-After` headers (RFC 9110 §10.2.3: seconds or a date) and at the given places
    /// of a JSON answer; nil where none was asked for.
    ///
    /// Rounded up to whole milliseconds, never below what was asked and never above a day; a negative wait or a past
    /// date asks for nothing.
    static func delay(
        headers: [HeaderField], document: JSONValue?, hints: [RetryHint], now: Instant
    ) -> Duration? {
        let asked = headers.filter { $0.name.lowercased() == "retry-after" }
            .compactMap { delay($0.value, now: now) }
        let hinted = hints.compactMap { hint in
            document.flatMap(hint.pointer.value(in:))?.scalarText.flatMap { seconds($0, unit: hint.unit) }
        }
        return (asked + hinted).max()
    }

    private static func delay(_ value: String, now: Instant) -> Duration? {
        let value = value.trimmed
        if let seconds = seconds(value) { return seconds }
        guard let instant = HTTPDate.instant(value, now: now), instant > now else { return nil }
        return min(instant - now, longest)
    }

    /// Seconds, or thousandths of them, as a whole or decimal number, however large.
    private static func seconds(_ text: String, unit: RetryHint.Unit = .seconds) -> Duration? {
        guard text.wholeMatch(of: /[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?/) != nil, let seconds = Double(text) else {
            return nil
        }
        let milliseconds = min(unit == .seconds ? seconds : seconds / 1000, 86_400) * 1000
        return .milliseconds(Int64(milliseconds.rounded(.up)))
    }
}
