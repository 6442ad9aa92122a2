extension QRCode {
    /// The code as an `svg` element that scales to any size, dark on light on dark pages too, for readers need it so.
    /// - Parameters:
    ///   - id: unique in the page; the title is named after it.
    ///   - title: what the code leads to, for those who cannot see it.
    public func svg(id: String, title: String) -> String {
        element(id: id, title: title).text
    }

    func element(id: String, title: String) -> Element {
        Element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "qr-code", "role": "img",
                "aria-labelledby": "\(id)-title",
                "viewBox": "0 0 \(side) \(side)", "width": "\(4 * side)", "height": "\(4 * side)",
                "shape-rendering": "crispEdges",
            ],
            [Element("title", ["id": "\(id)-title"], text: title)] + drawing)
    }

    /// The light ground and the dark modules, one unit a module, the quiet zone included.
    var drawing: [Element] {
        [
            Element("rect", ["width": "\(side)", "height": "\(side)", "fill": "#fff"]),
            Element("path", ["d": path, "fill": "#000"]),
        ]
    }

    /// The modules of a side with the quiet zone.
    var side: Int { size + 2 * Self.quietZone }

    /// One rectangle for each run of dark modules in a row.
    private var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while isDark(column, row) { column += 1 }
                let length = column - start
                if length > 0 { path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z" }
                column += 1
            }
        }
        return path
    }
}
