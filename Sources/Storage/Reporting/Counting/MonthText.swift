import Outreach

/// The counts of a unit's month as they are kept: a letter for the kind of rows, then numbers, with blanks between.
///
/// Rows are three numbers each: the kind, how many, and what they add up to. Places are two: the kind of visit and the
/// place.
enum MonthText {
    enum Section: UInt8, CaseIterable {
        case sessions = 0x73  // s
        case attendance = 0x61  // a
        case posts = 0x70  // p
        case samples = 0x6D  // m
        case prints = 0x68  // h
        case places = 0x76  // v
    }

    /// Calls back with each number group of a text.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, rows: (Section, _ kind: Int, _ count: Int, _ amount: Int) throws -> Void,
        places: (_ kind: Int, _ token: Int64) throws -> Void
    ) rethrows {
        var section: Section?
        var (numbers, filled) = ((0, 0, 0), 0)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x2D || (0x30...0x39).contains(byte) else {
                if byte != 0x20 { (section, filled) = (Section(rawValue: byte), 0) }
                index += 1
                continue
            }
            let number = number(bytes, &index)
            switch filled {
            case 0: numbers.0 = number
            case 1: numbers.1 = number
            default: numbers.2 = number
            }
            filled += 1
            if section == .places, filled == 2 {
                try places(numbers.0, Int64(numbers.1))
                filled = 0
            } else if filled == 3, let section {
                try rows(section, numbers.0, numbers.1, numbers.2)
                filled = 0
            }
        }
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
        let isBelowZero = bytes[index] == 0x2D
        if isBelowZero { index += 1 }
        var number = 0
        while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
            number = number &* 10 &+ Int(bytes[index] &- 0x30)
            index += 1
        }
        return isBelowZero ? -number : number
    }
}

extension MonthText.Section {
    init?(_ rows: IndicatorRows) {
        switch rows {
        case .sessions: self = .sessions
        case .attendance: self = .attendance
        case .posts: self = .posts
        case .samples: self = .samples
        case .prints: self = .prints
        case .units: return nil
        }
    }

    var letter: String { String(UnicodeScalar(rawValue)) }
}
