import CoreMetrics
import Outreach
import Testing

@testable import Office
@testable import Operations

/// What a Prometheus server is told.
struct MetricsTests {
    @Test func `counters add up, gauges show the last value, durations fall into buckets`() {
        let registry = MetricsRegistry()
        let labels = [("channel", "page \"1\"\n\\")]
        registry.makeCounter(label: "posts_total", dimensions: labels).increment(by: 2)
        registry.makeCounter(label: "posts_total", dimensions: labels).increment(by: 3)
        registry.makeRecorder(label: "waiting", dimensions: [], aggregate: false).record(Int64(9))
        registry.makeRecorder(label: "waiting", dimensions: [], aggregate: false).record(Int64(4))
        let timer = registry.makeTimer(label: "late_seconds", dimensions: [])
        timer.recordNanoseconds(2_000_000)
        timer.recordNanoseconds(3_000_000_000)
        let lines = registry.text.split(separator: "\n").map(String.init)
        #expect(lines.contains(#"posts_total{channel="page \"1\"\n\\"} 5"#))
        #expect(lines.contains("waiting 4.0"))
        #expect(lines.contains("# TYPE late_seconds histogram"))
        #expect(lines.contains(#"late_seconds_bucket{le="0.005"} 1"#))
        #expect(lines.contains(#"late_seconds_bucket{le="5.0"} 2"#))
        #expect(lines.contains(#"late_seconds_bucket{le="+Inf"} 2"#))
        #expect(lines.contains("late_seconds_count 2"))
    }

    @Test func `the queue is counted, for whoever sees the whole workspace`() async throws {
        try await Office.open { office in
            _ = try await office.approved()
            _ = try await office.draft(at: "2026-06-02 08:00")
            try office.turn(to: "2026-06-01 08:10")
            let text = try await office.workspace.metrics(MetricsRegistry(), as: try office.user("admin"))
            #expect(text.contains(#"loa_posts{state="approved"} 1.0"#))
            #expect(text.contains(#"loa_posts{state="draft"} 1.0"#))
            #expect(text.contains("loa_posts_overdue 1.0"))
            #expect(text.contains("loa_oldest_overdue_seconds 600.0"))
            #expect(text.contains("loa_sending_on 1.0"))
            await #expect(throws: OrganisationError.self) {
                try await office.workspace.metrics(MetricsRegistry(), as: try office.user("lan"))
            }
        }
    }
}
