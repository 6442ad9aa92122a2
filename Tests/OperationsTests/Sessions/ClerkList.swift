import Foundation
import Operations
import Outreach
import Testing

@testable import Office

/// A list as a clerk hands it in, read without logging anything.
struct ClerkList {
    let text: String

    /// - Parameters:
    ///   - heading: with semicolons between.
    ///   - rows: the same, in their order.
    init(_ heading: String, _ rows: String...) { text = ([heading] + rows).joined(separator: "\n") }

    func read(mapping: String = "", in office: Office, mode: ChangeMode = .rehearse) async throws -> SessionImportReport
    {
        try await office.workspace.importSessions(
            Array(text.utf8), unit: try slug("east-youth"), mapping: try SessionMapping(file: mapping),
            as: try office.user("an"), mode: mode)
    }
}

extension SessionImportReport {
    /// Everything that is said or shown of the file, in both languages and as programs get it.
    func everythingSaid() throws -> String {
        let json = try [Language.vietnamese, .english].map { language in
            String(
                decoding: try JSONEncoder().encode(
                    SessionImportJSON(self, file: "ds.csv", isTrial: true, language)), as: UTF8.self)
        }
        return "\(self) \(json.joined())"
    }
}
