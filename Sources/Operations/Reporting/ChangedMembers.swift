public import Outreach
import Storage

extension Workspace {
    /// Members of a committee for whom another number is counted now than the version of their own report says that they
    /// handed in last: whoever signs the sum should know that they did not sign it so.
    public func membersCountedAnew(
        on subject: Slug, period code: String, as caller: Caller
    ) async throws -> [ReportSubject] {
        try await countMonthsIfMany()
        return try await database.read { tx in
            try membersCountedAnew(in: report(on: subject, period: code, as: caller, in: tx), tx)
        }
    }

    /// More members than this nobody goes through one by one.
    private static let mostMembersCompared = 200

    func membersCountedAnew(in report: Report, _ tx: ReadTransaction) throws -> [ReportSubject] {
        guard try tx.unitTree().committees[report.subject.id] != nil,
            report.members.count <= Workspace.mostMembersCompared
        else { return [] }
        let versions = try tx.reportVersions(of: report.members.map(\.id), period: report.period.code)
        // Of who was a member on some days only, the committee counts those days.
        let partly = Set((report.partly?.now ?? []).map(\.subject.id))
        return try report.members.filter { member in
            guard !partly.contains(member.id), let last = versions[member.id]?.last,
                let signed = try tx.report(of: last)
            else { return false }
            return report.lines.contains { line in
                guard let part = line.members.first(where: { $0.id == member.id.description }),
                    let own = signed.line(line.indicator.id)
                else { return false }
                return part.value != own.value
            }
        }
    }
}
