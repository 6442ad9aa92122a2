import Outreach

extension LineChart {
    /// For each series its first, last and highest value and how many days nobody measured.
    var description: String {
        guard let first = days.first, let last = days.last else { return caption.nothing }
        let span = caption.words(
            "Biểu đồ đường từ \(first.written) đến \(last.written).",
            "Line chart from \(first.written) to \(last.written).")
        return ([span] + series.map(sentence)).joined(separator: " ")
    }

    private func sentence(about line: ChartSeries) -> String {
        let measured = days.indices.filter { line.value($0) != nil }
        guard let first = measured.first, let last = measured.last,
            let highest = measured.max(by: { (line.value($0) ?? 0) < (line.value($1) ?? 0) })
        else { return "\(line.name): \(caption.missing)." }
        var parts = [said(line, first)]
        if last != first { parts.append(said(line, last)) }
        if highest != first, highest != last {
            parts.append(caption.words("cao nhất ", "highest ") + said(line, highest))
        }
        let missing = days.count - measured.count
        if missing > 0 {
            parts.append(
                caption.words(
                    "\(caption.count(missing)) ngày chưa có số liệu",
                    "\(caption.count(missing)) days without data"))
        }
        return "\(line.name): \(parts.joined(separator: "; "))."
    }

    private func said(_ line: ChartSeries, _ day: Int) -> String {
        let value = line.value(day).map(caption.amount) ?? caption.missing
        return "\(value) (\(days[day].written))"
    }
}
