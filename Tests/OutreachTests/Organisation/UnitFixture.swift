import Outreach
import Testing

/// Small trees of units, made from short ids.
enum UnitFixture {
    static func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }

    static func slugs(_ text: String) throws -> [Slug] {
        try text.split(separator: " ").map { try slug(String($0)) }
    }

    static func unit(
        _ id: String, under parent: String? = nil, from: String? = nil, until: String? = nil
    ) throws -> Unit {
        Unit(
            id: try slug(id), name: LocalizedText(vi: "Đơn vị \(id)", en: "Unit \(id)"), kind: .commune,
            parent: try parent.map(slug),
            validity: Validity(
                from: try from.map { try #require(Day($0)) }, until: try until.map { try #require(Day($0)) }))
    }

    /// - Parameter members: ids with blanks between.
    static func committee(
        _ id: String, area: String, standing: String, members: String
    ) throws -> Committee {
        Committee(
            id: try slug(id), name: LocalizedText(vi: "Ban \(id)", en: "Committee \(id)"), area: try slug(area),
            standing: try slug(standing), members: try slugs(members))
    }

    static func range(_ first: String, _ last: String) throws -> DayRange {
        let (first, last) = (try #require(Day(first)), try #require(Day(last)))
        return try #require(DayRange(first, last))
    }

    /// A city with two communes, each with police and youth union, and a committee over one commune.
    static func city() throws -> UnitTree {
        let units = try [
            unit("city"), unit("east", under: "city"), unit("east-police", under: "east"),
            unit("east-youth", under: "east"), unit("west", under: "city"), unit("west-police", under: "west"),
        ]
        let committees = try [
            committee("east-138", area: "east", standing: "east-police", members: "east-police east-youth")
        ]
        return try UnitTree(units: units, committees: committees)
    }
}
