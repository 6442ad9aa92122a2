import Documents
import Outreach

extension Visit {
    /// A chart with its numbers beside it, folded away until asked for.
    func chart(_ chart: some Chart, id: String) -> HTML {
        let table = chart.table
        return """
            <figure class="card chart-card"><figcaption>\(chart.caption.title)</figcaption>\
            <div class="chart-scroll" tabindex="0" role="group" aria-label="\(chart.caption.title)">\
            \(HTML(trusting: chart.svg(id: id)))</div>\
            <details class="fold"><summary>\(t("Xem số liệu dạng bảng", "Show the figures as a table"))</summary>\
            \(HTML(trusting: table.html))</details></figure>
            """
    }
}
