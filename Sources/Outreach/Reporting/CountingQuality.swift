/// How a number was found, in words: by counting, from an import, pulled from a network.
public enum CountingQuality {
    public static func words(_ quality: String) -> Message? {
        CountingMethod(rawValue: quality)?.words ?? SampleSource(rawValue: quality)?.words
            ?? SessionOrigin(rawValue: quality)?.words
    }
}

extension ReportDimension {
    public var words: Message {
        switch self {
        case .form: Message(vi: "hình thức", en: "form")
        case .audience: Message(vi: "đối tượng", en: "audience")
        case .channel: Message(vi: "kênh", en: "channel")
        case .campaign: Message(vi: "chiến dịch", en: "campaign")
        case .quality: Message(vi: "cách có số", en: "how found")
        }
    }
}

extension ComparisonBasis {
    /// How the same period before was counted, in a sentence; nil where there is nothing to say.
    public var sentence: Message? {
        func names(_ subjects: [ReportSubject], _ language: Language) -> String {
            subjects.map { $0.name(language) }.joined(separator: ", ")
        }
        switch self {
        case .sameUnits: return nil
        case .changedTree(let ended, let begun):
            let (endedVi, endedEn) = (names(ended, .vietnamese), names(ended, .english))
            let (begunVi, begunEn) = (names(begun, .vietnamese), names(begun, .english))
            return Message(
                vi: "Mỗi kỳ tính theo cây đơn vị của kỳ đó."
                    + (ended.isEmpty ? "" : " Kỳ trước có, nay không còn: \(endedVi).")
                    + (begun.isEmpty ? "" : " Kỳ này mới có: \(begunVi)."),
                en: "Each period is counted by the units as they stood in it."
                    + (ended.isEmpty ? "" : " Then, and no longer: \(endedEn).")
                    + (begun.isEmpty ? "" : " New in this period: \(begunEn)."))
        case .predecessors(let subjects):
            return Message(
                vi: "Cùng kỳ trước cộng số liệu của đơn vị tiền thân: \(names(subjects, .vietnamese)).",
                en: "The period before adds up those it took over from: \(names(subjects, .english)).")
        case .divided(let subjects, let count):
            return Message(
                vi: "Không so với cùng kỳ trước: \(names(subjects, .vietnamese)) đã chia cho \(count) đơn vị, "
                    + "số liệu cũ không tách được.",
                en: "Not compared with the period before: \(names(subjects, .english)) was divided among \(count) "
                    + "units, and its counts cannot be.")
        case .nothingBefore:
            return Message(
                vi: "Không so với cùng kỳ trước: đơn vị chưa có trong kỳ đó.",
                en: "Not compared with the period before: the unit did not exist in it.")
        case .notYet(let from):
            return Message(
                vi: "Đơn vị này có từ ngày \(from.written), trong kỳ này chưa có nên không có gì để tính.",
                en: "This unit exists from \(from.written); in this period it did not, so there is nothing to count.")
        case .noLonger(let until):
            return Message(
                vi: "Đơn vị này có đến ngày \(until.written), trong kỳ này không còn nên không có gì để tính.",
                en: "This unit existed until \(until.written); in this period it did not, so there is nothing to count."
            )
        }
    }
}
