import Foundation
import Operations
import Outreach

@testable import Office

/// The numbers of a report, read from the JSON that others read.
struct ReportNumbers: Decodable {
    struct Line: Decodable {
        let id: String
        let value: Int?
        let cumulative: Int?
        let before: Int?
        let inPriorityAreas: Int?
        let members: [Member]
        let parts: [String: [Part]]
    }

    struct Member: Decodable {
        let unit: String
        let value: Int?
    }

    struct Part: Decodable {
        let id: String
        let value: Int?
    }

    let indicators: [Line]
}

extension Office {
    func reportNumbers(on subject: String, _ period: String) async throws -> ReportNumbers {
        let file = try await workspace.reportFile(
            .json, of: nil, on: try slug(subject), period: period, language: .vietnamese, as: .program)
        return try JSONDecoder().decode(ReportNumbers.self, from: Data(file.bytes))
    }
}
