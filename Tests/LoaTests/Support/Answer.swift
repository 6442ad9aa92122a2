import Foundation
import Subprocess
import Testing

/// What a run of the program came to.
struct Answer: Sendable, CustomStringConvertible {
    let arguments: [String]
    let status: TerminationStatus
    /// Standard output: data.
    let output: String
    /// Standard error: messages.
    let messages: String

    /// The exit code, or nil where a signal ended the program.
    var code: Int32? {
        if case .exited(let code) = status { code } else { nil }
    }

    /// All there is to see, for a test that failed.
    var description: String { "loa \(arguments.joined(separator: " ")) → \(status)\n\(output)\n\(messages)" }

    /// Fails the test where the program did not succeed.
    @discardableResult
    func succeeded(_ location: SourceLocation = #_sourceLocation) -> Answer {
        #expect(code == 0, "\(self)", sourceLocation: location)
        return self
    }

    /// Fails the test where the program ended otherwise, said nothing, or said it in the place of data.
    @discardableResult
    func refused(_ expected: Int32, _ location: SourceLocation = #_sourceLocation) -> Answer {
        #expect(code == expected, "\(self)", sourceLocation: location)
        #expect(!messages.isEmpty, "\(self)", sourceLocation: location)
        return self
    }

    /// Standard output as JSON.
    func decoded<Value: Decodable>(_: Value.Type = Value.self) throws -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(output.utf8))
        } catch {
            throw NotThisJSON(answer: self, error: error)
        }
    }

    /// The keys of a JSON object, or of the first object of an array.
    func keys() throws -> Set<String> {
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
        let object = (value as? [Any])?.first ?? value
        return Set(try #require(object as? [String: Any], "\(self)").keys)
    }
}

/// Standard output was not the JSON a test asked for.
struct NotThisJSON: Error, CustomStringConvertible {
    let answer: Answer
    let error: any Error

    var description: String { "\(error)\n\(answer)" }
}
