import Outreach

/// Gathers the mistakes of one file, so that a person mends them all in one go.
final class ProblemLog {
    let file: String
    /// Lines before the YAML part begins, for headers inside other files.
    let lineOffset: Int
    private(set) var problems: [DataProblem] = []

    init(file: String, lineOffset: Int = 0) {
        self.file = file
        self.lineOffset = lineOffset
    }

    func report(line: Int?, _ reason: Message) {
        problems.append(DataProblem(file: file, line: line.map { $0 + lineOffset }, reason: reason))
    }
}
