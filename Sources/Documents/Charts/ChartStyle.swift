/// The style sheet that gives charts their colours, for light and dark pages, screen and paper.
public enum ChartStyle {
    /// Every series stands out from the page by at least 3 to 1 and carries white text (black text in the dark) by at
    /// least 4.5 to 1 (WCAG 2.2, 1.4.11 and 1.4.3).
    public static let sheet = """
        .chart { display: block; height: auto; max-width: 100%; }
        .chart-muted { fill: currentColor; fill-opacity: .8; }
        .chart-table .missing { opacity: .8; }
        .series-1 { color: #1d5fa8; }
        .series-2 { color: #b3470f; }
        .series-3 { color: #1d7a4b; }
        .series-4 { color: #8a3a9c; }
        .series-5 { color: #8a6100; }
        .series-6 { color: #b0244f; }
        .chart-inside { fill: #fff; }
        @media screen and (prefers-color-scheme: dark) {
        .series-1 { color: #7db8f5; }
        .series-2 { color: #f5a06b; }
        .series-3 { color: #6fd3a0; }
        .series-4 { color: #d9a0ea; }
        .series-5 { color: #e3c15c; }
        .series-6 { color: #f793b0; }
        .chart-inside { fill: #000; }
        }

        """
}
