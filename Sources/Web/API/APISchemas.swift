import Outreach

/// The things the API speaks of, described once.
enum APISchemas {
    static let all: [(name: String, schema: Schema)] = [
        ("Problem", problem), ("Text", text), ("Unit", unit), ("Material", material), ("Post", post),
        ("Session", session), ("SessionRecord", sessionRecord), ("Sample", sample), ("Hold", hold),
        ("Report", report), ("Finding", finding), ("Consent", consent),
    ]

    static func page(_ item: String) -> Schema { .object([.required("items", .array(.named(item)))]) }

    static let items = Schema.object([.required("items", .array(.anything))])

    private static let problem = Schema.object([
        .required("type", .string), .required("title", .string), .required("status", .integer(100...599)),
        .required("detail", .string), .required("detail_vi", .string), .optional("mistakes", .anything),
        .optional("findings", .array(.named("Finding"))), .optional("report", .anything),
    ])

    private static let text = Schema.object([.required("vi", .string), .required("en", .string)])

    private static let unit = Schema.object([
        .required("id", .slug), .required("name", .named("Text")), .required("kind", .choice(UnitKind.self)),
        .optional("parent", .slug),
    ])

    private static let material = Schema.object([
        .required("material", .slug), .required("kind", .choice(MaterialKind.self)),
        .required("title", .named("Text")), .required("state", .choice(RevisionState.self)),
        .required("revision", .string), .optional("valid_from", .day), .optional("valid_until", .day),
    ])

    private static let post = Schema.object([
        .required("id", .identifier), .required("unit", .slug), .required("channel", .slug),
        .required("title", .string), .required("text", .string), .required("moment", .instant),
        .required("notAfter", .instant), .required("state", .choice(PostState.self)), .required("author", .string),
        .required("attempts", .count), .optional("campaign", .slug), .optional("material", .slug),
        .optional("link", .string),
    ])

    private static let finding = Schema.object([
        .required("reference", .string), .required("rule", .choice(SafeguardingRuleID.self)),
        .required("level", .choice(FindingLevel.self)), .required("place", .string), .required("start", .count),
        .required("end", .count), .required("words", .string), .required("why", .anything),
        .required("source", .string), .required("suggestion", .anything),
    ])

    private static let consent = Schema.object([
        .required("id", .identifier), .required("unit", .slug), .required("reference", .string),
        .required("age", .choice(ConsentAge.self)), .required("signedOn", .day), .required("expiresOn", .day),
        .required("pictures", .array(.string)),
    ])

    private static let attendance = Schema.object([
        .required("audience", .slug), .required("turns", .integer(0...SessionLimits.turns)),
        .optional("female", .optional(.integer(0...SessionLimits.turns))),
        .optional("male", .optional(.integer(0...SessionLimits.turns))),
    ])

    private static let session = Schema.object([
        .required("id", .identifier), .required("unit", .slug), .required("day", .day), .required("place", .string),
        .required("form", .choice(SessionForm.self)), .optional("minutes", .integer(0...1440)),
        .required("attendance", .array(attendance)),
    ])

    private static let sessionRecord = Schema.object([
        .required("session", .named("Session")), .required("version", .integer(1...1_000_000)),
        .required("origin", .choice(SessionOrigin.self)), .required("loggedBy", .string),
    ])

    private static let sample = Schema.object([
        .required("id", .identifier), .required("post", .identifier), .required("metric", .choice(Metric.self)),
        .required("value", .count), .required("capturedAt", .instant),
        .required("source", .choice(SampleSource.self)), .required("isEstimated", .boolean),
    ])

    private static let hold = Schema.object([
        .required("scope", .string), .required("reason", .string), .required("by", .string),
        .required("at", .instant),
    ])

    private static let report = Schema.object([
        .required("unit", .slug), .required("period", .string), .required("from", .day), .required("to", .day),
        .required("indicators", .array(.anything)),
    ])
}
