/// Recognises a table that lists children by name, which is kept out: Loa counts children and never names them.
public enum RosterCheck {
    /// Why the table must not come in; nil where it may.
    ///
    /// A column whose heading speaks of children's names is enough. A column of persons' names without such a heading
    /// counts where classes, children's ages or dates of birth, or parents stand beside it; columns of speakers,
    /// teachers and officials do not.
    ///
    /// - Parameters:
    ///   - rows: the cells below the heading; short rows are read as far as they go.
    ///   - today: tells whose date of birth is a child's.
    public static func refusal(header: [String], rows: [[String]], today: Day) -> RosterRefusal? {
        let columns = header.enumerated().map { index, heading in
            RosterColumn(heading: heading, cells: rows.map { index < $0.count ? $0[index] : "" }, today: today)
        }
        if let named = columns.first(where: { $0.headingNamesChildren && $0.holdsNames }) {
            return RosterRefusal(column: named.heading, names: named.nameCount, beside: nil)
        }
        guard let named = columns.first(where: { $0.isOfNames && !$0.headingNamesAdults }),
            let beside = columns.first(where: \.tellsOfChildren)
        else { return nil }
        return RosterRefusal(column: named.heading, names: named.nameCount, beside: beside.heading)
    }
}

/// A table was recognised as a list of children; nothing of it was taken in.
public struct RosterRefusal: ReadableError, Hashable {
    /// The heading of the column with the names.
    public let column: String
    public let names: Int
    /// The heading of the column that shows they are children; nil where the first says so itself.
    public let beside: String?

    public init(column: String, names: Int, beside: String?) {
        self.column = column
        self.names = names
        self.beside = beside
    }

    public var kind: FailureKind { .refused }

    public var message: Message {
        let reason =
            beside.map {
                Message(
                    vi: "cột “\(column)” có \(names) họ tên, bên cạnh là cột “\($0)”",
                    en: "the column “\(column)” holds \(names) names of persons, with the column “\($0)” beside it")
            }
            ?? Message(
                vi: "cột “\(column)” có \(names) họ tên trẻ em",
                en: "the column “\(column)” holds \(names) names of children")
        return Message(
            vi:
                "Tệp này giống danh sách trẻ em: \(reason.vietnamese). Loa chỉ giữ số lượng, không giữ họ tên trẻ, nên chưa "
                + "nhập dòng nào. Bỏ các cột họ tên, ngày sinh, lớp, phụ huynh; chỉ để lại số lượt, rồi nhập lại.",
            en:
                "This file looks like a list of children: \(reason.english). Loa keeps numbers and no names of children, so "
                + "no row was imported. Take out names, dates of birth, classes and parents; leave the counts and import "
                + "again.")
    }
}
