public import ArgumentParser
public import Operations
public import Outreach

extension Slug: ExpressibleByArgument {}
extension DutyReference: ExpressibleByArgument {}
extension Day: ExpressibleByArgument {}
extension TimeOfDay: ExpressibleByArgument {}
extension Instant: ExpressibleByArgument {}
extension LunarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
extension Language: ExpressibleByArgument {}
extension MaterialKind: ExpressibleByArgument {}
extension ChannelKind: ExpressibleByArgument {}
extension RevisionState: ExpressibleByArgument {}
extension PostState: ExpressibleByArgument {}
extension SessionForm: ExpressibleByArgument {}
extension SchoolLevel: ExpressibleByArgument {}
extension CountingMethod: ExpressibleByArgument {}
extension Metric: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension TextKind: ExpressibleByArgument {}
extension ContentHash: ExpressibleByArgument {}
extension Repetition: ExpressibleByArgument {}
extension SeenPost: ExpressibleByArgument {}
extension ConsentAge: ExpressibleByArgument {}
extension ApprovalMode: ExpressibleByArgument {}
extension FindingReference: ExpressibleByArgument {}
extension Identifier<Consent>: ExpressibleByArgument {}
extension AuditEnd: ExpressibleByArgument {}
extension ReportHead.Template: ExpressibleByArgument {}

/// `audience=turns`, with `/female/male` behind where they were counted: `primary-pupils=120/70/50`.
struct AttendanceArgument: ExpressibleByArgument {
    let attendance: Attendance

    init?(argument: String) {
        guard let match = argument.wholeMatch(of: /([a-z0-9-]+)=([0-9]{1,7})(?:\/([0-9]{1,7})\/([0-9]{1,7}))?/),
            let audience = Slug(String(match.1)), let turns = Int(match.2)
        else { return nil }
        attendance = Attendance(
            audience: audience, turns: turns, female: match.3.flatMap { Int($0) }, male: match.4.flatMap { Int($0) })
    }
}

/// `material=quantity`: `nam-ngon-tay-an-toan=50`.
struct HandoutArgument: ExpressibleByArgument {
    let handout: Handout

    init?(argument: String) {
        guard let match = argument.wholeMatch(of: /([a-z0-9-]+)=([0-9]{1,7})/),
            let material = Slug(String(match.1)), let quantity = Int(match.2)
        else { return nil }
        handout = Handout(material: material, quantity: quantity)
    }
}
