public import Outreach
import Storage

/// A report that is near or late, and how many units it still waits for.
public struct OpenReport: Sendable, Hashable {
    public let subject: ReportSubject
    public let period: Period
    /// Its own state; nil where it came in and only others are missing.
    public let own: ReportState?
    public let waitingFor: Int
}

extension Workspace {
    /// More than a person answers for; the others are found under Reports.
    private static let mostSubjects = 8

    /// The reports that the caller writes and that are due within a month, or late: of the committees they write for, or
    /// of their units where those are few.
    func openReports(of caller: Caller, in tx: ReadTransaction) throws -> [OpenReport] {
        let tree = try tx.unitTree()
        func written(_ ids: some Sequence<Slug>) throws -> [Slug] {
            try ids.filter { try tx.may(caller, .report, for: $0, in: tree) }.sorted()
        }
        let committees = try written(tree.committees.keys)
        let units = committees.isEmpty ? try written(tree.units.keys) : []
        guard units.count <= Workspace.mostSubjects else { return [] }
        let periods = try requiredPeriods(in: tx, notice: 31)
        return try (committees.prefix(Workspace.mostSubjects) + units).flatMap { subject in
            try periods.compactMap { period in
                try line(of: subject, period, in: tx).map { line in
                    OpenReport(
                        subject: tree.reportSubject(subject, on: today), period: period, own: line.own,
                        waitingFor: line.waitingFor.count)
                }
            }
        }.sorted { ($0.period.due, $0.subject.id) < ($1.period.due, $1.subject.id) }
    }
}
