import Foundation

/// An Excel file as openpyxl sees it.
struct WorkbookFile: Decodable {
    let title: String
    let creator: String
    let created: String
    let sheets: [Sheet]

    struct Sheet: Decodable {
        let name: String
        let cells: [[Cell]]
        let frozen: String?
        let filter: String?
        let repeatedRows: String?
        let paper: String?
        let orientation: String
        /// Pages across and down, 0 for as many as it takes.
        let fittedPages: [Int]
        /// Inches: left, right, top, bottom.
        let margins: [Double]
        let widths: [Double]
        let charts: [Chart]
    }

    struct Cell: Decodable, Equatable {
        /// As Python prints it; numbers and dates show what they are.
        let value: String
        let type: String
        let format: String
        let isBold: Bool
        let font: String
    }

    struct Chart: Decodable {
        let kind: String
        let series: [String]
    }

    static func read(_ bytes: [UInt8]) async throws -> WorkbookFile {
        try await ForeignProgram.json(from: script, reading: bytes, named: "workbook.xlsx")
    }

    private static let script = """
        import json, openpyxl, sys
        book = openpyxl.load_workbook(sys.argv[1])

        def cell(c):
            return {"value": repr(c.value), "type": c.data_type, "format": c.number_format, "isBold": bool(c.font.b),
                    "font": c.font.name}

        def sheet(s):
            return {
                "name": s.title, "cells": [[cell(c) for c in row] for row in s.iter_rows()], "frozen": s.freeze_panes,
                "filter": s.auto_filter.ref, "repeatedRows": s.print_title_rows, "paper": str(s.page_setup.paperSize),
                "orientation": s.page_setup.orientation, 
                "fittedPages": [1 if n is None else int(n) for n in (s.page_setup.fitToWidth, s.page_setup.fitToHeight)]
                if s.sheet_properties.pageSetUpPr and s.sheet_properties.pageSetUpPr.fitToPage else [],
                "margins": [s.page_margins.left, s.page_margins.right, s.page_margins.top, s.page_margins.bottom],
                "widths": [d.width for _, d in sorted(s.column_dimensions.items())],
                "charts": [{"kind": type(c).__name__, "series": [r.val.numRef.f for r in c.series]} for c in s._charts]}

        p = book.properties
        print(json.dumps({"title": p.title, "creator": p.creator, "created": p.created.isoformat(),
                          "sheets": [sheet(s) for s in book.worksheets]}))
        """
}
