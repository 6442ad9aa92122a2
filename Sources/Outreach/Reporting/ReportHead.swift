/// What stands around the text of a unit's reports on paper: who issues them, their symbol, who signs, who gets them.
public struct ReportHead: Sendable, Hashable, Codable {
    /// Whose papers these are; each has its own way to begin one.
    public enum Template: String, Sendable, Hashable, Codable, CaseIterable {
        case state
        case youthUnion = "youth-union"
        case party
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
