/// How old a child was when the paper was signed, as far as the law asks (Luật Trẻ em 2016, Điều 6.11; Nghị định
/// 56/2017/NĐ-CP, Điều 36). Those of 16 and 17 are no children by that law and are treated alike.
public enum ConsentAge: String, Sendable, Hashable, Codable, CaseIterable {
    case underSeven = "under-7"
    case sevenToFifteen = "7-15"
    case sixteenOrSeventeen = "16-17"

    /// Whether the child has to agree, too.
    public var asksTheChild: Bool { self != .underSeven }
}

/// That a child's picture may be published: a reference to a signed paper, never the child's name.
public struct Consent: Sendable, Hashable, Codable {
    public let id: Identifier<Consent>
    /// The unit that keeps the paper.
    public let unit: Slug
    /// Where the paper is found: `HS-2026/014`.
    public let reference: String
    public let age: ConsentAge
    public let childAgreed: Bool
    public let guardianAgreed: Bool
    public let signedOn: Day
    /// The last day on which it holds.
    public let expiresOn: Day
    /// The pictures and films the child can be recognised in.
    public let pictures: [ContentHash]
    public let recordedBy: String
    public let recordedAt: Instant
    public var withdrawal: ConsentWithdrawal?

    public init(
        id: Identifier<Consent>, unit: Slug, reference: String, age: ConsentAge, childAgreed: Bool,
        guardianAgreed: Bool, signedOn: Day, expiresOn: Day, pictures: [ContentHash], recordedBy: String,
        recordedAt: Instant, withdrawal: ConsentWithdrawal? = nil
    ) {
        self.id = id
        self.unit = unit
        self.reference = reference
        self.age = age
        self.childAgreed = childAgreed
        self.guardianAgreed = guardianAgreed
        self.signedOn = signedOn
        self.expiresOn = expiresOn
        self.pictures = pictures
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
        self.withdrawal = withdrawal
    }

    /// Whether it holds on a day: signed by everybody it takes, begun, not run out and not withdrawn.
    public func holds(on day: Day) -> Bool {
        isComplete && withdrawal == nil && (signedOn...expiresOn).contains(day)
    }

    /// A parent or guardian always, and the child from seven years on.
    public var isComplete: Bool { guardianAgreed && (childAgreed || !age.asksTheChild) }
}

/// That a consent was taken back.
public struct ConsentWithdrawal: Sendable, Hashable, Codable {
    public let by: String
    public let at: Instant
    public let reason: String

    public init(by: String, at: Instant, reason: String) {
        self.by = by
        self.at = at
        self.reason = reason
    }
}

/// What a person said a picture or film shows.
public struct PictureMark: Sendable, Hashable, Codable {
    public let hash: ContentHash
    /// How many children can be recognised; each needs a consent of its own.
    public let children: Int
    /// Then it never goes out.
    public let showsVictim: Bool
    public let by: String
    public let at: Instant

    public init(hash: ContentHash, children: Int, showsVictim: Bool, by: String, at: Instant) {
        self.hash = hash
        self.children = children
        self.showsVictim = showsVictim
        self.by = by
        self.at = at
    }

    /// Whether nothing with the picture may go out.
    ///
    /// - Parameter consents: how many consents for it hold.
    public func isKeptIn(consents: Int) -> Bool { showsVictim || consents < children }
}

extension ConsentAge {
    public var words: Message {
        switch self {
        case .underSeven: Message(vi: "dưới 7 tuổi", en: "under 7")
        case .sevenToFifteen: Message(vi: "7 đến 15 tuổi", en: "7 to 15")
        case .sixteenOrSeventeen: Message(vi: "16, 17 tuổi", en: "16 or 17")
        }
    }
}

extension Consent {
    /// Whether it holds, and why not, in a few words.
    public func standing(on day: Day) -> Message {
        if withdrawal != nil { return Message(vi: "đã rút", en: "withdrawn") }
        if day > expiresOn { return Message(vi: "hết hạn", en: "run out") }
        if !holds(on: day) { return Message(vi: "chưa có hiệu lực", en: "not yet valid") }
        return Message(vi: "còn hiệu lực", en: "valid")
    }
}

extension PictureMark {
    public static let unsaid = Message(vi: "chưa ai nói", en: "nobody said")

    public var words: Message {
        if showsVictim { return Message(vi: "có nạn nhân: không bao giờ đăng", en: "a victim: never goes out") }
        if children == 0 { return Message(vi: "không nhận ra trẻ em nào", en: "no child can be recognised") }
        return Message(
            vi: "nhận ra được \(children) trẻ em",
            en: children == 1 ? "one recognisable child" : "\(children) recognisable children")
    }
}
