/// A sheet as the workbook lists it.
struct WorkbookSheet: Hashable {
    let name: String
    let part: String
    let isVisible: Bool
}

/// What all sheets of an Excel file share: their list, the strings, the looks of cells.
struct WorkbookParts {
    let package: WorkbookPackage
    let sheets: [WorkbookSheet]
    let strings: [CellString]
    let looks: [CellLook]
    /// Days are counted from 1904, as old Macintosh files do.
    let countsFrom1904: Bool

    init(_ package: WorkbookPackage) throws(TableError) {
        self.package = package
        let top = RelationsVisitor(folder: "")
        guard package.contains("_rels/.rels") else { throw .notText(.officePackage) }
        try package.read("_rels/.rels", top)
        guard let book = top.byType["officeDocument"], book.hasSuffix("workbook.xml") || book.contains("xl/") else {
            throw .notText(.officePackage)
        }
        let folder = book.split(separator: "/").dropLast().joined(separator: "/")
        let name = book.split(separator: "/").last.map(String.init) ?? "workbook.xml"
        let relations = RelationsVisitor(folder: folder)
        try package.read("\(folder)/_rels/\(name).rels", relations)
        let list = SheetListVisitor()
        try package.read(book, list)
        sheets = list.sheets.compactMap { sheet in
            relations.targets[sheet.relation].map {
                WorkbookSheet(name: sheet.name, part: $0, isVisible: sheet.isVisible)
            }
        }.filter { !$0.part.contains("chartsheets/") }
        countsFrom1904 = list.countsFrom1904
        strings =
            try relations.byType["sharedStrings"].map { part throws(TableError) in
                try SharedStringsVisitor.strings(of: part, in: package)
            } ?? []
        looks =
            try relations.byType["styles"].map { part throws(TableError) in
                try StylesVisitor.looks(of: part, in: package)
            } ?? []
    }
}

/// Reads `xl/workbook.xml`.
private final class SheetListVisitor: MarkupVisitor {
    private(set) var sheets: [(name: String, relation: String, isVisible: Bool)] = []
    private(set) var countsFrom1904 = false

    func start(_ name: String, _ attributes: MarkupAttributes) throws(MarkupError) {
        switch name {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        case "sheet":
            guard let title = attributes["name"], let relation = attributes.prefixed("id") else { return }
            sheets.append((title, relation, attributes["state"] ?? "visible" == "visible"))
        default: return
        }
    }

    func end(_ name: String) throws(MarkupError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkupError) {}
}
