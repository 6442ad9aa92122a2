import Outreach

/// A session as programs and phones send it: the members of ``Outreach/Session`` without the id, which is in the
/// address.
struct SessionJSON {
    let session: Session

    /// - Throws: ``FormError/mistakes(_:)`` with the member to blame, ``FormError/notJSON``.
    init(_ body: [UInt8], id: Identifier<Session>, zone: Zone) throws(FormError) {
        try self.init(JSONReader(body), id: id, zone: zone)
    }

    /// - Throws: ``FormError/mistakes(_:)`` with the member to blame, ``FormError/notJSON``.
    init(_ object: JSONReader, id: Identifier<Session>, zone: Zone) throws(FormError) {
        var reader = object
        let session = Session(reading: &reader, id: id, zone: zone)
        try reader.finish()
        guard let session else { throw .notJSON }
        self.session = session
    }
}

extension SessionJSON {
    /// The same in words for programs.
    static let schema = Schema.closed([
        .required("unit", .slug), .required("day", .day), .required("form", .choice(SessionForm.self)),
        .required("minutes", .integer(1...1440)), .required("place", .pattern("\\S", longest: 300)),
        .required("attendance", .array(group)), .optional("time", time), .optional("zone", .string),
        .optional("coHosts", .array(.slug)), .optional("placeUnit", .slug),
        .optional("level", .choice(SchoolLevel.self)), .optional("topics", .array(.slug)),
        .optional("material", .slug), .optional("revision", .string), .optional("speakers", .array(.string)),
        .optional("handouts", .array(handout)), .optional("method", .choice(CountingMethod.self)),
        .optional("notes", .string), .optional("cost", .integer(0...1_000_000_000_000)), .optional("campaign", .slug),
    ])

    private static let time = Schema.pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$", longest: 5)

    private static let group = Schema.closed([
        .required("audience", .slug), .required("turns", .integer(0...SessionLimits.turns)),
        .optional("female", .optional(.integer(0...SessionLimits.turns))),
        .optional("male", .optional(.integer(0...SessionLimits.turns))),
    ])

    private static let handout = Schema.closed([
        .required("material", .slug), .required("quantity", .integer(1...1_000_000)),
    ])
}
