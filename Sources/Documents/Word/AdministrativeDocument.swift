public import Outreach

/// A paper as offices send it, laid out by Decree 30/2020/NĐ-CP, annex I: a report, a plan, an official letter.
///
/// Holds what the paper says; where it stands on the page and how large is decided when it is written.
public struct AdministrativeDocument: Sendable, Hashable {
    public var head: DocumentHead
    /// Nil leaves room to write the number in by hand.
    public var number: Int?
    /// What stands behind the number: "BC-BCĐ138".
    public var symbol: String
    /// Where the paper is issued, before the date: "Tháp Mười".
    public var place: String
    /// Nil leaves room to write the date in by hand.
    public var date: Day?
    /// "Báo cáo"; printed in capitals.
    public var kind: String
    /// What it is about, below the kind.
    public var subject: String
    /// Whom it is sent to for action; empty where nobody is asked to act.
    public var addressees: [String]
    public var blocks: [DocumentBlock]
    public var recipients: DocumentRecipients?
    public var signature: DocumentSignature?
    public var annexes: [DocumentAnnex]
    public var language: Language

    public init(
        head: DocumentHead,
        number: Int? = nil,
        symbol: String,
        place: String,
        date: Day? = nil,
        kind: String,
        subject: String,
        addressees: [String] = [],
        blocks: [DocumentBlock],
        recipients: DocumentRecipients? = nil,
        signature: DocumentSignature? = nil,
        annexes: [DocumentAnnex] = [],
        language: Language = .vietnamese
    ) {
        self.head = head
        self.number = number
        self.symbol = symbol
        self.place = place
        self.date = date
        self.kind = kind
        self.subject = subject
        self.addressees = addressees
        self.blocks = blocks
        self.recipients = recipients
        self.signature = signature
        self.annexes = annexes
        self.language = language
    }
}

/// Who else gets the paper, and where it is kept.
public struct DocumentRecipients: Sendable, Hashable {
    /// Without "Như trên", which stands first by itself where there are addressees.
    public let names: [String]
    /// What stands behind "Lưu:": "VT, VHXH".
    public let archive: String

    public init(_ names: [String], archive: String) {
        self.names = names
        self.archive = archive
    }
}

/// Who signs: the authority and the office, line by line, and the name.
public struct DocumentSignature: Sendable, Hashable {
    /// "TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"; printed in capitals.
    public let lines: [String]
    /// Nil leaves it to be written by hand.
    public let name: String?

    public init(lines: [String], name: String?) {
        self.lines = lines
        self.name = name
    }
}

/// What is attached, on pages of its own.
public struct DocumentAnnex: Sendable, Hashable {
    public let title: String
    public let blocks: [DocumentBlock]
    /// For wide tables.
    public let isLandscape: Bool

    public init(title: String, blocks: [DocumentBlock], isLandscape: Bool) {
        self.title = title
        self.blocks = blocks
        self.isLandscape = isLandscape
    }
}
