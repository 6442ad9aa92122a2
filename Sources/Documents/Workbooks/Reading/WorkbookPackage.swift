/// The ZIP file an Excel file is, read part by part.
struct WorkbookPackage {
    private let archive: ArchiveReader

    init(_ file: [UInt8]) throws(TableError) {
        do {
            archive = try ArchiveReader(file, limits: WorkbookPackage.limits)
        } catch {
            throw .damagedWorkbook(error)
        }
    }

    func contains(_ part: String) -> Bool { archive.entry(named: part) != nil }

    /// Reads a part as XML; false where the visitor has seen enough before its end.
    @discardableResult
    func read(_ part: String, _ visitor: any MarkupVisitor) throws(TableError) -> Bool {
        guard let entry = archive.entry(named: part) else { throw .damagedWorkbook(.missing(part)) }
        guard let reader = MarkupReader(visitor) else { throw .damagedWorkbook(.damaged(part)) }
        do {
            try archive.read(entry) { try reader.take($0) }
            try reader.finish()
            return true
        } catch let error as ArchiveError {
            throw .damagedWorkbook(error)
        } catch let error as MarkupError {
            switch error {
            case .enough: return false
            case .refused(let reason): throw reason
            case .malformed(let line): throw .malformedWorkbook(part: part, line: line)
            case .documentType, .tooDeep: throw .forbiddenMarkup(part: part)
            }
        } catch {
            throw .damagedWorkbook(.damaged(part))
        }
    }

    /// A million rows of office data unpack to less; a bomb does not.
    private static let limits = ArchiveLimits(entries: 2_000, entryBytes: 300 << 20, totalBytes: 400 << 20)
}

/// The relations of a part: which id stands for which other part.
final class RelationsVisitor: MarkupVisitor {
    private(set) var targets: [String: String] = [:]
    private(set) var byType: [String: String] = [:]
    private let folder: String

    /// - Parameter folder: where relative targets start, "xl".
    init(folder: String) { self.folder = folder }

    func start(_ name: String, _ attributes: MarkupAttributes) throws(MarkupError) {
        guard name == "Relationship", attributes["TargetMode"] != "External", let target = attributes["Target"] else {
            return
        }
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder.isEmpty ? target : "\(folder)/\(target)"
        if let id = attributes["Id"] { targets[id] = path }
        if let type = attributes["Type"]?.split(separator: "/").last { byType[String(type)] = path }
    }

    func end(_ name: String) throws(MarkupError) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(MarkupError) {}
}
