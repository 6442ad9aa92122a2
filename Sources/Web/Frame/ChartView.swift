import Documents
import Outreach

extension Visit {
    /// A chart, drawn for wide and for narrow screens, with its numbers beside it, folded away until asked for.
    func chart(_ chart: some Chart, id: String) -> HTML {
        let table = chart.table
        return """
            <figure class="card chart-card"><figcaption>\(chart.caption.title)</figcaption>\
            <div class="chart-wide">\(HTML(trusting: chart.svg(id: id)))</div>\
            <div class="chart-narrow">\(HTML(trusting: chart.narrowSVG(id: "\(id)-narrow")))</div>\
            <details class="fold"><summary>\(t("Xem số liệu dạng bảng", "Show the figures as a table"))</summary>\
            \(HTML(trusting: table.html))</details></figure>
            """
    }
}
