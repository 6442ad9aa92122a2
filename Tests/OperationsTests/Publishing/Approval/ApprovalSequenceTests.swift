import Foundation
import Outreach
import Testing

@testable import Office

/// Whatever people do in whatever order, nothing goes out that was not approved, as it is, by those whose yes it takes.
///
/// `LOA_SEED=7` replays one sequence; `LOA_SEEDS=200` runs so many.
struct ApprovalSequenceTests {
    static let seeds: [UInt64] = {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["LOA_SEED"].flatMap(UInt64.init) { return [seed] }
        return Array(1...(environment["LOA_SEEDS"].flatMap(UInt64.init) ?? 10))
    }()

    @Test(arguments: seeds)
    func `no sequence sends what others did not approve`(seed: UInt64) async throws {
        try await Office.open { office in
            var random = try await RandomOffice(office, seed: seed)
            for _ in 0..<120 { try await random.step() }
            #expect(random.violations == [])
            if ProcessInfo.processInfo.environment["LOA_SEED"] != nil {
                print(random.log.joined(separator: "\n"), "\nsent: \(random.sent)")
            }
        }
    }

    @Test func `the sequences do send posts, so that they prove something`() async throws {
        var sent = 0
        for seed in 1...3 as ClosedRange<UInt64> {
            try await Office.open { office in
                var random = try await RandomOffice(office, seed: seed)
                for _ in 0..<120 { try await random.step() }
                sent += random.sent
            }
        }
        #expect(sent >= 5)
    }

    @Test(arguments: Trespass.allCases)
    func `what somebody does behind the operations' back is noticed as soon as it goes out`(
        trespass: Trespass
    ) async throws {
        var violations: [String] = []
        for seed in 1...4 as ClosedRange<UInt64> where violations.isEmpty {
            try await Office.open { office in
                var random = try await RandomOffice(office, seed: seed, trespass: trespass)
                for _ in 0..<120 where random.violations.isEmpty { try await random.step() }
                violations = random.violations
            }
        }
        #expect(!violations.isEmpty)
    }
}
