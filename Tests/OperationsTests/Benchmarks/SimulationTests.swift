import Foundation
import Outreach
import Testing

@testable import Office
@testable import Operations

/// The engine under made-up trouble, from a seed.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct SimulationTests {
    private func simulation() async throws -> Simulation {
        try await Office.inFolder { folder in
            for (path, bytes) in try await OfficeTemplate.files.value where path.hasPrefix("Content") {
                let file = folder.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try bytes.write(to: file)
            }
            try FileManager.default.createDirectory(
                at: folder.appending(path: "Channels"), withIntermediateDirectories: true)
            return try await Simulation(copying: folder)
        }
    }

    @Test func `no promise is broken, and the same seed gives the same run`() async throws {
        let simulation = try await simulation()
        let (first, again) = (try await simulation.run(seed: 1), try await simulation.run(seed: 1))
        #expect(first.violations == [])
        #expect(first.requests > 10)
        #expect(first.digest == again.digest && first.events == again.events)
    }

    @Test func `planted faults are found`() async throws {
        for search in try await simulation().findPlantedFaults(within: 8) {
            #expect(search.seed != nil, "\(search.fault)")
        }
    }
}
