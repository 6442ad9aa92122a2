import CXLSXWriter
import Foundation
import Outreach

extension Workbook {
    /// The workbook as an Excel file (.xlsx). The same workbook always gives the same bytes.
    public func excel() throws(WorkbookError) -> [UInt8] {
        guard !sheets.isEmpty else { throw .noSheets }
        for sheet in sheets {
            let rows = sheet.headerRow + 1 + sheet.rows.count + 1 + sheet.notes.count + 1
            guard rows <= 1_048_576 else { throw .tooManyRows(sheet: sheet.name, rows: sheet.rows.count) }
            guard sheet.header.count <= 16_384 else {
                throw .tooManyColumns(sheet: sheet.name, columns: sheet.header.count)
            }
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "loa-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .notWritten(error.systemWords)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        // The library writes to files only.
        let file = folder.appending(path: "workbook.xlsx")
        try write(to: file)
        do {
            return Array(try Data(contentsOf: file))
        } catch {
            throw .notWritten(error.systemWords)
        }
    }

    private func write(to file: URL) throws(WorkbookError) {
        guard let workbook = workbook_new(file.path) else { throw .notWritten(String(cString: strerror(errno))) }
        let formats = WorkbookFormats(workbook)
        let chartSheet = Message(vi: "Biểu đồ", en: "Charts")(language)
        let names = SheetName.all(sheets.map(\.name) + (charts.isEmpty ? [] : [chartSheet]))
        for (sheet, name) in zip(sheets, names) {
            guard let worksheet = workbook_add_worksheet(workbook, name) else { continue }
            SheetWriter(sheet: sheet, worksheet: worksheet, formats: formats, language: language).write()
        }
        if let name = charts.isEmpty ? nil : names.last, let worksheet = workbook_add_worksheet(workbook, name) {
            WorkbookCharts(workbook: self, sheetNames: names, file: workbook, worksheet: worksheet).write()
        }
        setProperties(of: workbook)
        let result = workbook_close(workbook)
        guard result == LXW_NO_ERROR else { throw .notWritten(String(cString: lxw_strerror(result))) }
    }

    private func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>) {
        var properties = lxw_doc_properties()
        // Noon, so that no zone moves it to another day.
        properties.created = time_t((day.julianDay - 2_440_588) * 86_400 + 43_200)
        WorkbookCharts.withCopy(of: title) { title in
            WorkbookCharts.withCopy(of: creator) { creator in
                (properties.title, properties.author) = (title, creator)
                _ = workbook_set_properties(workbook, &properties)
            }
        }
    }
}
