import Foundation
import Subprocess
import Testing

/// Independent readers that look at the files Loa writes.
enum ForeignProgram {
    /// What the program printed; it has to end well.
    static func output(of name: String, _ arguments: [String]) async throws -> String {
        let result = try await Subprocess.run(
            .name(name), arguments: Arguments(arguments), output: .string(limit: 8 << 20),
            error: .string(limit: 1 << 20))
        try #require(result.terminationStatus.isSuccess, "\(name): \(result.standardError) \(result.standardOutput)")
        return result.standardOutput
    }

    /// What a Python script printed, which gets the path of a file with these bytes as its first argument.
    static func python(_ script: String, reading bytes: [UInt8], named name: String) async throws -> String {
        try await TemporaryFolder.with { folder in
            let file = folder.appending(path: name)
            try Data(bytes).write(to: file)
            return try await output(of: "python3", ["-c", script, file.path])
        }
    }

    /// What a Python script printed as JSON.
    static func json<Value: Decodable>(
        _ type: Value.Type = Value.self, from script: String, reading bytes: [UInt8], named name: String
    ) async throws -> Value {
        let text = try await python(script, reading: bytes, named: name)
        return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}

/// A folder that is gone when the test is over.
enum TemporaryFolder {
    static func with<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
