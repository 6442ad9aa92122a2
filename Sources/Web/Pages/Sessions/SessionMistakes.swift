import Operations
import Outreach

/// Finds the field to blame in what an operation refused, so that a form and a phone can mark it.
enum SessionMistakes {
    /// The same error, or one that names fields: `place`, `attendance.pupils`.
    static func named(in error: any Error, of session: Session) -> any Error {
        guard let readable = error as? any ReadableError, let fields = fields(of: readable, session) else {
            return error
        }
        return FormError.mistakes(fields)
    }

    /// The same for programs and phones, but for the unit a session is logged for: one that is not there or not theirs
    /// is absent, as behind any other address.
    static func told(of error: any Error, of session: Session) -> any Error {
        switch error {
        case OrganisationError.unknownUnit(session.unit, _), OrganisationError.notTheirs(_, session.unit): error
        default: named(in: error, of: session)
        }
    }

    private static func fields(of error: any ReadableError, _ session: Session) -> [String: Message]? {
        switch error {
        case SessionError.invalid(let problems):
            Dictionary(problems.map { ($0.field, $0.message) }) { first, second in
                Message(
                    vi: "\(first.vietnamese) \(second.vietnamese)", en: "\(first.english) \(second.english)")
            }
        case let refusal as SafeguardingRefusal:
            Dictionary(refusal.findings.map { ($0.place.sessionField, $0.discreetSummary) }) { first, second in
                Message(
                    vi: "\(first.vietnamese) \(second.vietnamese)", en: "\(first.english) \(second.english)")
            }
        case SessionError.unknownAudience(let audience, _): ["attendance.\(audience)": error.message]
        case SessionError.unknownTopic: ["topics": error.message]
        case SessionError.unknownRevision: ["material": error.message]
        case LibraryError.unknownMaterial(let material, _):
            [material == session.material ? "material" : "handouts.\(material)": error.message]
        case PlanningError.unknownCampaign: ["campaign": error.message]
        case OrganisationError.unknownUnit(let unit, _):
            [unit == session.unit ? "unit" : unit == session.placeUnit ? "placeUnit" : "coHosts": error.message]
        case OrganisationError.notTheirs(_, let unit) where unit == session.unit: ["unit": error.message]
        default: nil
        }
    }
}

extension CheckedText.Place {
    /// The field of the session form a finding lies in.
    fileprivate var sessionField: String {
        switch self {
        case .place: "place"
        case .speaker: "speakers"
        default: "notes"
        }
    }
}
