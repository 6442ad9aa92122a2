import Foundation

/// Days that lie ahead whenever the tests are run: June of next year.
enum June {
    static let year: Int = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 7 * 3600) ?? calendar.timeZone
        return calendar.component(.year, from: Date()) + 1
    }()

    static func day(_ day: Int) -> String { "\(year)-06-" + (day < 10 ? "0\(day)" : "\(day)") }

    /// As an office writes it in a table.
    static func inTable(_ day: Int) -> String { "\(day)/6/\(year)" }
}
