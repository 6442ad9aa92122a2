/// What a chart says below when it does not show everything.
enum ChartNote {
    /// Nil where everything is shown.
    static func cut(shown: Int, of all: Int, _ caption: ChartCaption) -> String? {
        guard shown < all else { return nil }
        return caption.words(
            "Hình chỉ vẽ \(caption.count(shown)) mục đầu trong \(caption.count(all)) mục; bảng có đủ.",
            "Shows the first \(caption.count(shown)) of \(caption.count(all)); the table has all.")
    }
}
