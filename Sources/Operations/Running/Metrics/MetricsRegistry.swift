public import CoreMetrics
import Outreach
import Synchronization

/// Keeps what is counted, for a Prometheus server to fetch: the text format 0.0.4.
public final class MetricsRegistry: MetricsFactory, Sendable {
    /// A name with its labels, in the order of the text.
    private struct Key: Hashable, Comparable {
        let name: String
        let labels: String

        static func < (left: Key, right: Key) -> Bool { (left.name, left.labels) < (right.name, right.labels) }
    }

    private let series = Mutex<[Key: any MetricsSeries]>([:])

    public init() {}

    /// Makes this the place where everything in the process is counted; once in its life.
    public func bootstrap() { MetricsSystem.bootstrap(self) }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        known(label, dimensions) { CounterSeries() }
    }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        if aggregate { return known(label, dimensions) { HistogramSeries() } }
        return known(label, dimensions) { GaugeSeries() }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        known(label, dimensions) { HistogramSeries() }
    }

    // What was counted stays counted: a scrape must not see a counter fall.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    private func known<Series: MetricsSeries>(
        _ name: String, _ labels: [(String, String)], _ make: () -> Series
    ) -> Series {
        let key = Key(
            name: name, labels: labels.map { "\($0)=\"\(MetricsRegistry.escaped($1))\"" }.joined(separator: ","))
        return series.withLock { series in
            if let known = series[key] as? Series { return known }
            let new = make()
            series[key] = new
            return new
        }
    }

    /// Everything counted so far.
    public var text: String {
        let all = series.withLock { $0 }.sorted { $0.key < $1.key }
        var lines: [String] = []
        var last = ""
        for (key, series) in all {
            if key.name != last { lines.append("# TYPE \(key.name) \(series.kind)") }
            last = key.name
            lines += series.lines(key.name, key.labels)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

/// One line of numbers over time.
private protocol MetricsSeries: AnyObject, Sendable {
    /// As Prometheus calls it.
    var kind: String { get }
    func lines(_ name: String, _ labels: String) -> [String]
}

private final class CounterSeries: CounterHandler, MetricsSeries {
    private let value = Atomic<Int64>(0)

    let kind = "counter"

    func increment(by amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { value.store(0, ordering: .relaxed) }

    func lines(_ name: String, _ labels: String) -> [String] {
        [line(name, labels, "\(value.load(ordering: .relaxed))")]
    }
}

private final class GaugeSeries: RecorderHandler, MetricsSeries {
    private let value = Mutex(0.0)

    let kind = "gauge"

    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { self.value.withLock { $0 = value } }

    func lines(_ name: String, _ labels: String) -> [String] { [line(name, labels, "\(value.withLock(\.self))")] }
}

/// Durations in seconds, in steps from 5 ms to an hour.
private final class HistogramSeries: RecorderHandler, TimerHandler, MetricsSeries {
    private struct State {
        var counts = [Int](repeating: 0, count: HistogramSeries.bounds.count)
        var count = 0
        var sum = 0.0
    }

    private static let bounds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600]

    private let state = Mutex(State())

    let kind = "histogram"

    func record(_ value: Int64) { record(Double(value)) }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }

    func record(_ value: Double) {
        state.withLock { state in
            state.count += 1
            state.sum += value
            if let place = HistogramSeries.bounds.firstIndex(where: { value <= $0 }) { state.counts[place] += 1 }
        }
    }

    func lines(_ name: String, _ labels: String) -> [String] {
        let state = state.withLock { $0 }
        var (lines, below): ([String], Int) = ([], 0)
        for (bound, count) in zip(HistogramSeries.bounds, state.counts) {
            below += count
            lines.append(line("\(name)_bucket", with(labels, "le=\"\(bound)\""), "\(below)"))
        }
        lines.append(line("\(name)_bucket", with(labels, "le=\"+Inf\""), "\(state.count)"))
        return lines + [line("\(name)_sum", labels, "\(state.sum)"), line("\(name)_count", labels, "\(state.count)")]
    }

    private func with(_ labels: String, _ label: String) -> String { labels.isEmpty ? label : "\(labels),\(label)" }
}

extension MetricsSeries {
    fileprivate func line(_ name: String, _ labels: String, _ value: String) -> String {
        labels.isEmpty ? "\(name) \(value)" : "\(name){\(labels)} \(value)"
    }
}
