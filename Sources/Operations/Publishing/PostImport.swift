import Documents
public import Outreach
import Storage
import Synchronization

/// What an import would make or made. With any problem, nothing was imported.
public struct ImportReport<Item: Sendable>: Sendable {
    public let items: [Item]
    /// Mistakes by row.
    public let problems: [DataProblem]
    /// The lines of rows that are there already and were left out.
    public let known: [Int]
    /// By row, what keeps it from going on although it was imported.
    public var notes: [DataProblem] = []
    /// Headings of columns that mean nothing here.
    public var leftOut: [String] = []
}

extension Workspace {
    /// Makes drafts of the rows of a CSV or Excel file: all of them, or none where any row is wrong.
    ///
    /// Columns: channel, date, time, and material or title and text; optional link and audiences. What a row says is held
    /// against the safeguarding rules: it becomes a draft, and the report tells what has to be mended.
    public func importPosts(
        _ bytes: [UInt8], file: String, as caller: Caller, mode: ChangeMode
    ) async throws -> ImportReport<Post> {
        let columns = PostColumns()
        let table = try readImport(bytes, expecting: columns.all)
        let places = try table.places(of: columns.all)
        let notes = Mutex<[DataProblem]>([])
        var report = try await importRows(table, file: file, mode: mode) { row, tx in
            let draft = try columns.draft(of: RowReader(row: row, places: places))
            let post = try create(draft, series: nil, as: caller, in: tx)
            let judged = try judge(in: tx).judged(post)
            if !judged.mayGoOut {
                let reason = SafeguardingRefusal(judged).message
                notes.withLock { $0.append(DataProblem(file: file, line: row.line, reason: reason)) }
            }
            return post
        }
        if report.problems.isEmpty { report.notes = notes.withLock { $0 } }
        return report
    }

    /// Runs every row through `make` in one transaction that stands only where no row is wrong.
    func importRows<Item: Sendable>(
        _ table: Table, file: String, mode: ChangeMode,
        _ make: @Sendable @escaping (TableRow, WriteTransaction) throws -> Item?
    ) async throws -> ImportReport<Item> {
        do {
            return try await change(mode) { tx in
                var items: [Item] = []
                var problems: [DataProblem] = []
                var known: [Int] = []
                for row in table.rows {
                    do {
                        if let item = try make(row, tx) { items.append(item) } else { known.append(row.line) }
                    } catch let error as any ReadableError {
                        problems.append(DataProblem(file: file, line: row.line, reason: error.message))
                    }
                }
                guard problems.isEmpty else { throw ImportRefused(problems: problems) }
                return ImportReport(items: items, problems: [], known: known)
            }
        } catch let refused as ImportRefused {
            return ImportReport(items: [], problems: refused.problems, known: [])
        }
    }
}

/// Takes a whole import back.
private struct ImportRefused: Error {
    let problems: [DataProblem]
}

/// The headings under which offices write the columns of a list of posts.
private struct PostColumns: Sendable {
    let channel = TableColumn.required("kênh", "channel")
    let day = TableColumn.required("ngày", "date", "ngày đăng")
    let time = TableColumn.required("giờ", "time", "giờ đăng")
    let material = TableColumn.optional("tài liệu", "material", "mã tài liệu")
    let title = TableColumn.optional("tiêu đề", "title")
    let text = TableColumn.optional("nội dung", "text")
    let link = TableColumn.optional("liên kết", "link")
    let audiences = TableColumn.optional("đối tượng", "audiences")

    var all: [TableColumn] { [channel, day, time, material, title, text, link, audiences] }

    func draft(of row: RowReader) throws -> PostDraft {
        var draft = PostDraft(
            channel: try row.slug(channel), material: try row.optionalSlug(material), day: try row.day(day),
            time: try row.time(time))
        draft.title = row.optionalText(title)
        draft.text = row.optionalText(text)
        draft.link = row.optionalText(link)
        draft.audiences = try row.slugs(audiences)
        return draft
    }
}
