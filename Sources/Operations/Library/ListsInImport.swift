public import Outreach
import Storage

extension Workspace {
    /// Plans, lists and names come onto pages, into reports and feeds without anybody's approval, so nothing of them may
    /// break a rule; materials are approved one by one.
    ///
    /// - Throws: ``ListRefusal``.
    func requireClean(_ texts: [FileText], in tx: ReadTransaction) throws {
        let checked = texts.map { CheckedText($0.text, kind: .note) }
        var asked: Set<CheckedText> = []
        let judged = try judge(in: tx).blocking(inEach: checked.filter { asked.insert($0).inserted })
        let mistakes = zip(texts, checked).flatMap { text, checked in
            (judged[checked] ?? []).map { DataProblem(file: text.file, line: text.line, reason: $0.summary) }
        }
        guard mistakes.isEmpty else { throw ListRefusal(mistakes: mistakes) }
    }
}

/// Lists that say what must not go out; nothing was imported.
public struct ListRefusal: ReadableError {
    public let mistakes: [DataProblem]

    public var kind: FailureKind { .badData }

    public var message: Message {
        let first = mistakes.prefix(5)
        let places = { (language: Language) in
            first.map { $0.message(language) }.joined(separator: "\n")
        }
        let rest = mistakes.count - first.count
        return Message(
            vi: "Chưa nhập gì: danh mục hay kế hoạch có chỗ không được đưa ra ngoài. Sửa rồi nhập lại.\n"
                + places(.vietnamese) + (rest > 0 ? "\n… và \(rest) chỗ nữa; xem loa content check." : ""),
            en: "Nothing was imported: a list or plan says what must not go out. Put it right and import again.\n"
                + places(.english) + (rest > 0 ? "\n… and \(rest) more; see loa content check." : ""))
    }
}

extension ChannelFolder {
    /// What channels are called; their register is one file.
    var names: [FileText] {
        channels.flatMap { channel in
            [channel.name.vi, channel.name.en].map { FileText(file: "Channels/channels.yaml", line: 1, text: $0) }
        }
    }
}
