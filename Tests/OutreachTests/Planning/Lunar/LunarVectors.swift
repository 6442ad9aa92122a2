import Foundation
import Outreach
import Testing

/// Known values of the Vietnamese lunar calendar, in `Fixtures/lunar-vectors.json` with their source.
struct LunarVectors: Decodable {
    let source: String
    let tet: [String: Day]
    let midAutumn: [String: Day]
    let leapMonths: [String: Int]
    let differsFromUTC8: [String: NewYears]
    let conversions: [Conversion]
    let invalid: [Refusal]

    /// The lunar new year as Vietnam keeps it, and as a calendar reckoned at UTC+8 would have it.
    struct NewYears: Decodable {
        let vietnam: Day
        let utc8: Day

        enum CodingKeys: String, CodingKey {
            case vietnam = "tet_vietnam"
            case utc8 = "tet_utc8"
        }
    }

    struct Conversion: Decodable {
        let solar: Day
        let lunar: Date
    }

    struct Date: Decodable {
        let day: Int
        let month: Int
        let year: Int
        let leap: Bool

        var lunarDate: LunarDate { LunarDate(day: day, month: month, year: year, isLeap: leap) }
    }

    struct Refusal: Decodable {
        let day: Int
        let month: Int
        let year: Int
        let leap: Bool
        let why: String

        var lunarDate: LunarDate { LunarDate(day: day, month: month, year: year, isLeap: leap) }
    }

    enum CodingKeys: String, CodingKey {
        case source, tet, conversions, invalid
        case midAutumn = "mid_autumn"
        case leapMonths = "leap_months"
        case differsFromUTC8 = "differs_from_utc8"
    }

    static func read() throws -> LunarVectors {
        let file = try #require(
            Bundle.module.url(forResource: "lunar-vectors", withExtension: "json", subdirectory: "Fixtures"))
        return try JSONDecoder().decode(LunarVectors.self, from: Data(contentsOf: file))
    }
}
