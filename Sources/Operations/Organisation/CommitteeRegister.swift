public import Outreach
import Storage

/// Committees made and changed by a person, in the same file as the units.
extension Workspace {
    /// - Throws: ``OrganisationError``, ``UnitChangeError``, ``FileChangeError``, ``WorkspaceError``.
    public func addCommittee(_ committee: Committee, as caller: Caller, mode: ChangeMode) async throws {
        try await changeRegister("committees.add", committee.id, as: caller, mode) { contents, tree in
            guard tree.name(of: committee.id) == nil,
                !contents.committees.contains(where: { $0.id == committee.id }),
                // The pages' own address.
                committee.id.description != "new"
            else { throw UnitChangeError.taken(committee.id) }
            contents.committees.append(committee)
            return "\(committee.standing)\(committee.validity.from.map { ", from \($0)" } ?? "")"
        }
    }

    /// Puts right what a committee is called, where it works and which unit collects and signs for it.
    public func describeCommittee(
        _ id: Slug, _ name: LocalizedText, area: Slug, standing: Slug, as caller: Caller, mode: ChangeMode
    ) async throws {
        try await changeCommittee("committees.describe", id, as: caller, mode) { committee in
            (try committee.described(as: name, area: area, standing: standing), "\(name.vi), \(standing)")
        }
    }

    /// Lets a unit belong to a committee.
    ///
    /// - Parameter day: from which on; nil where it always has.
    public func joinCommittee(
        _ id: Slug, by unit: Slug, from day: Day?, as caller: Caller, mode: ChangeMode
    ) async throws {
        try await changeCommittee("committees.join", id, as: caller, mode) { committee in
            (try committee.joined(by: unit, from: day), "\(unit)\(day.map { ", from \($0)" } ?? "")")
        }
    }

    /// Ends that a unit belongs to a committee.
    ///
    /// - Parameter day: its last day; nil takes back what was written by mistake.
    public func leaveCommittee(
        _ id: Slug, by unit: Slug, on day: Day?, as caller: Caller, mode: ChangeMode
    ) async throws {
        try await changeCommittee("committees.leave", id, as: caller, mode) { committee in
            (try committee.left(by: unit, on: day), "\(unit), \(day.map { "last day \($0)" } ?? "taken back")")
        }
    }

    /// Ends a committee, or lets it go on.
    public func endCommittee(_ id: Slug, on day: Day?, as caller: Caller, mode: ChangeMode) async throws {
        try await changeCommittee("committees.end", id, as: caller, mode) { committee in
            (try committee.ending(on: day), day.map { "last day \($0)" } ?? "goes on")
        }
    }

    private func changeCommittee(
        _ action: String, _ id: Slug, as caller: Caller, _ mode: ChangeMode,
        _ edit: @Sendable @escaping (Committee) throws -> (Committee, detail: String)
    ) async throws {
        try await changeRegister(action, id, as: caller, mode) { contents, _ in
            guard let place = contents.committees.firstIndex(where: { $0.id == id }) else {
                throw OrganisationError.unknownUnit(
                    id, suggestions: NearestNames.of(id, among: contents.committees.map(\.id)))
            }
            let (changed, detail) = try edit(contents.committees[place])
            contents.committees[place] = changed
            return detail
        }
    }
}
