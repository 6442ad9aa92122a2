/// The two languages Loa speaks; Vietnamese comes first.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"
}

/// A sentence for a person, in both languages: what happened, what was kept, what to do.
public struct Message: Sendable, Hashable, Codable {
    public let vietnamese: String
    public let english: String

    private enum CodingKeys: String, CodingKey {
        case vietnamese = "vi"
        case english = "en"
    }

    public init(vi vietnamese: String, en english: String) {
        self.vietnamese = vietnamese
        self.english = english
    }

    /// What a person wrote, in whatever language they wrote it.
    public init(verbatim text: String) {
        vietnamese = text
        english = text
    }

    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}

/// What sort of failure it is, for exit codes (sysexits.h) and HTTP status.
public enum FailureKind: Sendable, Hashable {
    /// The request itself is wrong: a missing option, a name that cannot be.
    case usage
    /// What is asked for does not exist, or is not this person's to see, which looks the same.
    case notFound
    /// The data that was given is wrong.
    case badData
    /// Something that is needed is not there or does not answer.
    case unavailable
    /// What came of it cannot be written where it should go.
    case output
    /// It may work later, without a change.
    case tryAgain
    /// What is there says something else, or is not any more what the caller saw: look again, then decide again.
    case conflict
    /// The workspace is not set up for it.
    case configuration
    /// A rule forbids it.
    case refused
}

/// An error a person can read; every stage's errors conform to it, so one place at the edge can show them.
public protocol ReadableError: Error {
    var message: Message { get }
    var kind: FailureKind { get }
}

extension ReadableError {
    public var kind: FailureKind { .badData }
}
