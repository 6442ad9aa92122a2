import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

struct SampleRowsTests {
    @Test func `a sample comes back as it was put in, the oldest first`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        let samples = try [
            SampleFixture.sample(1, of: post, 5, at: 60, source: .pulled),
            SampleFixture.sample(2, of: post, 0, .plays, isEstimated: true),
        ]
        #expect(try await database.add(samples) == [true, true])
        #expect(try await database.read { try $0.samples(of: post.id) } == [samples[1], samples[0]])
    }

    @Test func `a post's metric has one value at a time`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        let added = try await database.add([
            SampleFixture.sample(1, of: post, 5), SampleFixture.sample(2, of: post, 7),
            SampleFixture.sample(3, of: post, 9, .reach), SampleFixture.sample(4, of: post, 7, at: 1),
            SampleFixture.sample(1, of: post, 1, .clicks),
        ])
        #expect(added == [true, false, true, true, false])
        #expect(try await database.read { try $0.samples(of: post.id) }.map(\.value).sorted() == [5, 7, 9])
    }

    @Test func `a value below zero and a post nobody knows are refused`() async throws {
        let (post, unknown) = (try StoredPostFixture.post(1), try StoredPostFixture.post(2))
        let database = try await StoredPostFixture.database([post])
        for sample in [try SampleFixture.sample(1, of: post, -1), try SampleFixture.sample(2, of: unknown, 1)] {
            await #expect(throws: StorageError.self) { try await database.add([sample]) }
        }
        #expect(try await database.count("samples") == 0)
    }

    @Test func `the newest are listed first, all or those of some units`() async throws {
        let (one, two) = (try StoredPostFixture.post(1), try StoredPostFixture.post(2, unit: "doan"))
        let database = try await StoredPostFixture.database([one, two])
        _ = try await database.add([
            SampleFixture.sample(1, of: one, 1), SampleFixture.sample(2, of: two, 2, at: 60),
            SampleFixture.sample(3, of: one, 3, at: 120),
        ])
        let doan = try Make.slugs("doan")
        let values = try await database.read { tx in
            try [
                tx.newestSamples(units: nil, limit: 10), tx.newestSamples(units: nil, limit: 1),
                tx.newestSamples(units: doan, limit: 10), tx.newestSamples(units: [], limit: 10),
            ].map { $0.map(\.value) }
        }
        #expect(values == [[3, 2, 1], [3], [2], []])
    }

    @Test func `what stands for a post, metric and time is found again`() async throws {
        let post = try StoredPostFixture.post(1)
        let database = try await StoredPostFixture.database([post])
        _ = try await database.add([SampleFixture.sample(1, of: post, 5)])
        let asked = try [
            SampleFixture.sample(2, of: post, 7), SampleFixture.sample(3, of: post, 7, .reach),
            SampleFixture.sample(4, of: post, 7, at: 1),
        ]
        let found = try await database.write { tx in try asked.map { try tx.recordedValue(like: $0) } }
        #expect(found == [5, nil, nil])
    }
}
