import Outreach

/// A day, perhaps with the hours, out of a cell: `18/05/2026`, `5/9/26`, `7h30 ngày 18 tháng 5 năm 2026`, `46160`.
struct ImportedDay: Hashable {
    let day: Day
    let time: TimeOfDay?
    let minutes: Int?
}

/// Reads days as offices write them: the day before the month, always.
struct ImportedDayReader {
    /// The one year the titles name; what a day without a year is of.
    let year: Int?
    /// Whether numbers of days count from 1904.
    let countsFrom1904: Bool

    func read(_ cell: String) -> Result<ImportedDay, CellMistake> {
        if let day = quick(cell) { return .success(ImportedDay(day: day, time: nil, minutes: nil)) }
        if let moment = serial(cell) { return .success(moment) }
        return written(cell)
    }

    /// `18/05/2026`, the form nearly every cell has, without a regular expression.
    private func quick(_ cell: String) -> Day? {
        var numbers: [Int] = []
        var digits = 0
        var number = 0
        for byte in cell.utf8 {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
                guard digits <= 4 else { return nil }
            } else {
                guard byte == UInt8(ascii: "/"), (1...2).contains(digits), numbers.count < 2 else { return nil }
                numbers.append(number)
                (number, digits) = (0, 0)
            }
        }
        guard numbers.count == 2, digits == 4 else { return nil }
        return Day(year: number, month: numbers[1], day: numbers[0])
    }

    /// The number Excel keeps a day as, from 2000 to 2099; a part behind the comma is the hour.
    private func serial(_ cell: String) -> ImportedDay? {
        guard let match = cell.wholeMatch(of: /([0-9]{5})(?:[.,]([0-9]{1,15}))?/), let whole = Int(match.1) else {
            return nil
        }
        let number = countsFrom1904 ? whole + 1462 : whole
        guard (36_526...73_050).contains(number) else { return nil }
        let time = match.2.flatMap { Double("0.\($0)") }.flatMap { TimeOfDay(minutes: Int(($0 * 1440).rounded())) }
        return ImportedDay(day: Day(julianDay: 2_415_019 + number), time: time == .midnight ? nil : time, minutes: nil)
    }

    private func written(_ cell: String) -> Result<ImportedDay, CellMistake> {
        var rest = " \(cell.normalized.lowercased()) "
        guard ImportedDayReader.mayNameDay(rest) else { return .failure(.notADay) }
        // Days of the week have numbers of their own.
        rest = rest.replacing(/(?:thứ|thu|t)\s?[2-7]\b/, with: " ")
        let hours = ImportedTime.taken(from: &rest)
        guard let day = taken(from: &rest) else {
            return .failure(monthAlone(rest) ? .monthAlone : .notADay)
        }
        switch day {
        case .failure(let mistake): return .failure(mistake)
        case .success(let day):
            guard !rest.contains(where: \.isNumber) else { return .failure(.severalDays) }
            let words = SearchText.folded(rest).split(separator: " ").map(String.init)
            guard words.allSatisfy(ImportedDayReader.words.contains) else { return .failure(.notADay) }
            if let hours, !hours.isClear { return .failure(.unclearHour) }
            return .success(ImportedDay(day: day, time: hours?.time, minutes: hours?.minutes))
        }
    }

    /// Whether a text in lower case has digits, and what every day has between them: a sign or the word for a month.
    /// Most cells of other columns have not, which is seen sooner than by the expressions for days.
    private static func mayNameDay(_ text: String) -> Bool {
        guard text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return false }
        let hasSign = text.unicodeScalars.contains { $0 == "/" || $0 == "." || $0 == "-" || $0 == "–" }
        return hasSign || text.contains("tháng") || text.contains("thang")
    }

    /// Takes the one day out of the text; nil where there is none.
    private func taken(from text: inout String) -> Result<Day, CellMistake>? {
        let found: (range: Range<String.Index>, year: Int?, month: Int?, day: Int?)
        if let match = text.firstMatch(of: /\b([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:t|\b)/) {
            found = (match.range, Int(match.1), Int(match.2), Int(match.3))
        } else if let match = text.firstMatch(
            of: /\b([0-9]{1,2})\s*(?:tháng|thang)\s*([0-9]{1,2})\s*(?:năm|nam|[\/.,-])\s*([0-9]{4})/)
        {
            found = (match.range, Int(match.3), Int(match.2), Int(match.1))
        } else if let match = text.firstMatch(
            of: /\b([0-9]{1,2})\s*[\/.\-–]\s*([0-9]{1,2})\s*[\/.\-–]\s*([0-9]{4}|[0-9]{2})(?![0-9])/)
        {
            let year = Int(match.3).map { match.3.count == 2 ? 2000 + $0 : $0 }
            found = (match.range, year, Int(match.2), Int(match.1))
        } else if let year, let match = text.firstMatch(of: /\b([0-9]{1,2})\s*[\/]\s*([0-9]{1,2})(?![0-9\/.\-])/) {
            found = (match.range, year, Int(match.2), Int(match.1))
        } else {
            return nil
        }
        text.replaceSubrange(found.range, with: " ")
        guard let year = found.year, let month = found.month, let number = found.day,
            let day = Day(year: year, month: month, day: number)
        else { return .failure(.noSuchDay) }
        return .success(day)
    }

    private func monthAlone(_ text: String) -> Bool {
        text.contains(/(?:tháng|thang)\s*[0-9]{1,2}/) || text.contains(/\b[0-9]{1,2}\s*[\/-]\s*[0-9]{4}\b/)
    }

    /// What may stand beside a day: days of the week, parts of the day.
    private static let words: Set<String> = [
        "ngay", "thu", "hai", "ba", "tu", "nam", "sau", "bay", "chu", "nhat", "cn", "sang", "chieu", "toi", "trua",
        "luc", "vao", "buoi", "gio", "phut", "tu", "den", "am", "pm", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ]
}
