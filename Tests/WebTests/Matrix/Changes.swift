/// For every route that changes something, a change as it is meant.
enum Changes {
    typealias Making = @Sendable (MatrixOffice) async throws -> Change

    static let all: [String: Making] = [
        organisation, library, planning, publishing, safeguarding, sessions, figures, programs,
    ].reduce(into: [:]) { all, stage in all.merge(stage) { first, _ in first } }
}
