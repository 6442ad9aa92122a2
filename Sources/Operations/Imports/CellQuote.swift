import Outreach

/// A cell as a message may repeat it. What may be a person's name or number is not repeated: messages are shown, kept in
/// previews and answers, and sent on.
struct CellQuote {
    let vietnamese: String
    let english: String

    /// - Parameter amongPeople: where people stand or are counted, so that any word with a capital may be one.
    init(_ cell: String, amongPeople: Bool = false) {
        if PersonName.mayBeGiven(in: cell, amongPeople: amongPeople) {
            vietnamese = "nội dung không nhắc lại ở đây (có thể là tên hoặc số của một người)"
            english = "something not repeated here (it may be a person’s name or number)"
        } else {
            let found = "“\(cell.prefix(60))”"
            (vietnamese, english) = (found, found)
        }
    }

    /// A text that is shown as it is, or as three dots.
    static func shown(_ text: String) -> String { PersonName.mayBeGiven(in: text) ? "…" : text }
}
