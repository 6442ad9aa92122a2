/// What stands around the text of a unit's reports on paper: who issues them, their symbol, who signs, who gets them.
public struct ReportHead: Sendable, Hashable, Codable {
    /// Whose papers these are; each has its own way to begin one.
    public enum Template: String, Sendable, Hashable, Codable, CaseIterable {
        case state
        case youthUnion = "youth-union"
    }

    public var template: Template
    /// The body above; empty where it is not named.
    public var superior: String
    public var issuer: String
    /// Behind the number: "BC-BCĐ138".
    public var symbol: String
    /// Before the date: "Tháp Mười".
    public var place: String
    /// Whom the report is sent to for action.
    public var addressees: [String]
    /// Authority and office, line by line: "TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN".
    public var signing: [String]
    /// Nil leaves it to be written by hand.
    public var signer: String?
    /// Who else gets it.
    public var recipients: [String]
    /// Behind "Lưu:": "VT".
    public var archive: String

    public init(
        template: Template = .state, superior: String, issuer: String, symbol: String, place: String,
        addressees: [String] = [], signing: [String], signer: String? = nil, recipients: [String] = [],
        archive: String = "VT"
    ) {
        self.template = template
        self.superior = superior
        self.issuer = issuer
        self.symbol = symbol
        self.place = place
        self.addressees = addressees
        self.signing = signing
        self.signer = signer
        self.recipients = recipients
        self.archive = archive
    }
}

extension UnitTree {
    /// The head a unit or committee begins with, until somebody writes its own: names as they were on a day.
    public func proposedHead(for subject: Slug, on day: Day) -> ReportHead {
        let name = name(of: subject, on: day)?.vi ?? subject.description
        if let committee = committees[subject] {
            let area = units[committee.area]?.name(on: day).vi ?? ""
            let government = units.values.first { unit in
                unit.kind == .government && unit.parent == committee.area && unit.validity.contains(day)
                    && unit.name(on: day).vi.hasPrefix("Ủy ban nhân dân")
            }
            return ReportHead(
                superior: government?.name(on: day).vi ?? (area.isEmpty ? "" : "Ủy ban nhân dân \(area.loweredFirst)"),
                issuer: name, symbol: "BC-BCĐ\(name.firstNumber)", place: PlaceOfIssue.of(area),
                signing: ["TM. Ban Chỉ đạo", "Trưởng ban"])
        }
        let unit = units[subject]
        let area = units[self.area(of: subject)]?.name(on: day).vi ?? name
        let isYouthUnion = unit?.kind == .youthUnion
        return ReportHead(
            template: isYouthUnion ? .youthUnion : .state,
            superior: unit?.parent.flatMap { self.name(of: $0, on: day)?.vi } ?? "", issuer: name,
            symbol: isYouthUnion ? "BC/ĐTN" : "BC", place: PlaceOfIssue.of(area),
            signing: [isYouthUnion ? "TM. Ban Thường vụ" : "Thủ trưởng đơn vị"])
    }
}

/// The name of a place without the word for what it is: "Xã Thạnh Xuân" is issued at "Thạnh Xuân".
enum PlaceOfIssue {
    private static let words = ["Xã ", "Phường ", "Đặc khu ", "Thị trấn ", "Huyện ", "Thành phố ", "Tỉnh "]

    static func of(_ area: String) -> String {
        words.first { area.hasPrefix($0) }.map { String(area.dropFirst($0.count)) } ?? area
    }
}

extension String {
    fileprivate var loweredFirst: String { prefix(1).lowercased() + dropFirst() }

    /// The first run of digits: 138 of "Ban Chỉ đạo 138 xã Thạnh Xuân".
    fileprivate var firstNumber: String {
        String(drop { !$0.isNumber }.prefix { $0.isNumber })
    }
}
