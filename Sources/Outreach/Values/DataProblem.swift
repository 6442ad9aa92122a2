/// One mistake in a data file a person wrote: where it is, what is wrong, and what to write instead.
public struct DataProblem: ReadableError, Hashable {
    /// The file as the person knows it, relative to the workspace.
    public let file: String
    /// The line, counted from 1; nil where the whole file is meant.
    public let line: Int?
    public let reason: Message

    public init(file: String, line: Int?, reason: Message) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    /// `Content/topics.yaml:12: …`, the form editors and compilers use.
    public var message: Message {
        let place = line.map { "\(file):\($0)" } ?? file
        return Message(vi: "\(place): \(reason.vietnamese)", en: "\(place): \(reason.english)")
    }
}
