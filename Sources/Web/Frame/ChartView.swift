import Documents
import Outreach

extension Visit {
    /// A chart with its numbers beside it, folded away until asked for.
    func chart(_ chart: some Chart, id: String) -> HTML {
        let table = chart.table
        return """
            <figure class="card chart-card">\(HTML(trusting: chart.svg(id: id)))\
            <details class="fold"><summary>\(t("Xem số liệu dạng bảng", "Show the figures as a table"))</summary>\
            \(HTML(trusting: table.html))</details></figure>
            """
    }
}
