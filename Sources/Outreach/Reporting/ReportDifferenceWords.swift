extension ReportDifference.What {
    /// Which part of an indicator, a duty or the paper it is.
    public var words: Message {
        switch self {
        case .value: Message(vi: "kỳ này", en: "this period")
        case .cumulative: Message(vi: "lũy kế", en: "cumulative")
        case .before: Message(vi: "cùng kỳ năm trước", en: "period before")
        case .target: Message(vi: "chỉ tiêu", en: "target")
        case .whole: Message(vi: "trên tổng số", en: "out of")
        case .priority: Message(vi: "tại địa bàn ưu tiên", en: "in priority areas")
        case .member(let name): Message(vi: name.vi, en: name.en)
        case .part(let dimension, let name):
            Message(
                vi: "\(dimension.words.vietnamese): \(name.vi)", en: "\(dimension.words.english): \(name.en)")
        case .posts: Message(vi: "nhiệm vụ, tin bài", en: "duty, posts")
        case .sessions: Message(vi: "nhiệm vụ, cuộc", en: "duty, sessions")
        case .units: Message(vi: "nhiệm vụ, đơn vị", en: "duty, units")
        case .narrative: Message(vi: "phần lời", en: "narrative")
        case .head: Message(vi: "thể thức văn bản", en: "form of the paper")
        }
    }
}

extension ReportDifference {
    /// What both say, in one line each: numbers with their thousands apart, of long texts only what lies around the first
    /// place where they part. "—" stands for nothing.
    ///
    /// - Parameter longest: in characters.
    public func written(
        longest: Int, _ number: (Int) -> String
    ) -> (old: String, new: String) {
        guard isText else {
            func written(_ text: String?) -> String { text.flatMap { Int($0) }.map(number) ?? text ?? "—" }
            return (written(old), written(new))
        }
        let (old, new) = (Array(old?.inOneLine ?? "—"), Array(new?.inOneLine ?? "—"))
        let shared = zip(old, new).prefix { $0 == $1 }.count
        let first = max(old.count, new.count) > longest ? max(0, shared - longest / 3) : 0
        func excerpt(_ text: [Character]) -> String {
            let rest = text.dropFirst(first)
            return (first > 0 ? "…" : "") + String(rest.prefix(longest)) + (rest.count > longest ? "…" : "")
        }
        return (excerpt(old), excerpt(new))
    }
}

extension String {
    fileprivate var inOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
