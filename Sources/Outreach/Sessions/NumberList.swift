/// Digits that stand together, and what parts them from those before: nothing for the first of a run.
struct NumberGroup {
    let digits: String
    let gap: String

    /// One written number goes on over a dot alone: 1.200, 02.11.
    fileprivate var goesOn: Bool { gap == "." }
}

/// Numbers side by side as somebody counts or dates them: "120 115 118", "1.200 1.350 900", "02.11 03.11 04.11".
struct NumberList {
    /// The groups of each written number.
    private let items: [[NumberGroup]]

    init(_ groups: [NumberGroup]) {
        var items: [[NumberGroup]] = []
        for group in groups {
            if group.goesOn, let last = items.popLast() {
                items.append(last + [group])
            } else {
                items.append([group])
            }
        }
        self.items = items
    }

    /// Whether each is a count, a day or an hour, so that together they are no number of a person: those begin with a
    /// nought or the code of the country, or stand in one.
    var isOfCountsAndDays: Bool {
        guard items.count > 1, !isOfVietnam else { return false }
        return items.indices.allSatisfy { index in
            let item = items[index].map(\.digits)
            return NumberList.isCount(item) || NumberList.isDay(item) || NumberList.isHour(item)
                || isFirstOfDays(index)
        }
    }

    /// 84 912 345 678: a mobile telephone with the code of the country and without the plus.
    private var isOfVietnam: Bool {
        let digits = items.joined().map(\.digits).joined()
        guard digits.count == 11, digits.hasPrefix("84") else { return false }
        return "35789".contains(digits[digits.index(digits.startIndex, offsetBy: 2)])
    }

    /// The "02" of 02-04.11.
    private func isFirstOfDays(_ index: Int) -> Bool {
        guard items[index].count == 1, let day = Int(items[index][0].digits), (1...31).contains(day),
            index + 1 < items.count, let gap = items[index + 1].first?.gap, ["-", "–"].contains(gap)
        else { return false }
        return NumberList.isDay(items[index + 1].map(\.digits))
    }

    /// 900, 1200, 1.350; none begins with a nought.
    private static func isCount(_ item: [String]) -> Bool {
        guard let first = item.first, first.first != "0" else { return false }
        guard item.count > 1 else { return first.count <= 4 }
        return item.count <= 3 && first.count <= 3 && item.dropFirst().allSatisfy { $0.count == 3 }
            && item.reduce(0) { $0 + $1.count } < 9
    }

    /// 02.11, 2.11.26, 02.11.2026.
    private static func isDay(_ item: [String]) -> Bool {
        guard (2...3).contains(item.count), item[0].count <= 2, item[1].count <= 2, let day = Int(item[0]),
            let month = Int(item[1])
        else { return false }
        return (1...31).contains(day) && (1...12).contains(month)
            && (item.count == 2 || [2, 4].contains(item[2].count))
    }

    /// 07.30.
    private static func isHour(_ item: [String]) -> Bool {
        guard item.count == 2, item[0].count <= 2, item[1].count == 2, let hour = Int(item[0]),
            let minute = Int(item[1])
        else { return false }
        return hour < 24 && minute < 60
    }
}
