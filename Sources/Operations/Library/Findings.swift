public import Outreach
import Storage

/// A material held against the rules and against the networks it is for, as it is typed.
public struct MaterialExamination: Sendable {
    public let findings: [Finding]
    /// In the order of the channel kinds.
    public let variants: [VariantFit]
    /// The help lines that are right today and stand somewhere in the text.
    public let helpLines: [HelpLine]
}

extension Workspace {
    /// What an editor and an approver should know about a text before it goes out. Changes nothing.
    public func findings(in content: MaterialContent) async throws -> [Finding] {
        try await database.read { try findings(in: content, tx: $0) }
    }

    /// The findings together with how each variant fits its networks. Changes nothing.
    public func examine(_ content: MaterialContent, as caller: Caller) async throws -> MaterialExamination {
        let content = content.tidied
        let today = today
        return try await database.read { tx in
            try tx.authorise(caller, .view)
            let lines = try tx.taxonomy().helpLines.filter { $0.validity.contains(today) }
            let channels = try channels.channels(in: tx)
            return MaterialExamination(
                findings: try findings(in: content, tx: tx),
                variants: content.variants.map { variant in
                    fit(of: variant, title: content.title.vi, on: channels, protecting: lines.map(\.number))
                },
                helpLines: lines.filter { line in
                    line.isGiven(in: content.body) || content.variants.contains { line.isGiven(in: $0.text) }
                })
        }
    }

    private func findings(in content: MaterialContent, tx: ReadTransaction) throws -> [Finding] {
        let content = content.tidied
        return MaterialCheck(try tx.taxonomy()).mistakes(in: content).map { Finding(.block, $0.field, $0.message) }
            + SpokenLengthCheck.findings(in: content)
            + (try limitFindings(in: content, tx: tx))
    }

    private func limitFindings(in content: MaterialContent, tx: ReadTransaction) throws -> [Finding] {
        let channels = try channels.channels(in: tx)
        let numbers = try tx.taxonomy().helpLines.map(\.number)
        return content.variants.flatMap { variant in
            fit(of: variant, title: content.title.vi, on: channels, protecting: numbers).networks
                .filter(\.isTooLong)
                .map { Finding(.warn, .variant(variant.channelKind), $0.overflowMessage) }
        }
    }

    private func fit(
        of variant: Variant, title: String, on channels: [Slug: ResolvedChannel], protecting numbers: [String]
    ) -> VariantFit {
        let fitting = channels.values.filter { $0.kind == variant.channelKind }
        let networks = Dictionary(grouping: fitting, by: \.preset.slug).values.compactMap { group in
            group.first.map { first in
                NetworkFit(
                    first.preset, channels: group.map(\.slug).sorted(), title: title, text: variant.text,
                    protecting: numbers)
            }
        }
        return VariantFit(variant, title: title, networks: networks.sorted { $0.preset < $1.preset })
    }
}

/// Whether a script's stated length is near the time it takes to read: a station's timetable hangs on it.
enum SpokenLengthCheck {
    static func findings(in content: MaterialContent) -> [Finding] {
        guard content.kind == .radioScript, let stated = content.duration, stated > .zero,
            let script = content.variant(for: .loudspeaker)
        else { return [] }
        let spoken = SpokenLength.of(script.text)
        let difference = abs(spoken.milliseconds - stated.milliseconds)
        guard difference * 10 > stated.milliseconds * 4 else { return [] }
        let (seconds, statedSeconds) = ((spoken.milliseconds + 500) / 1000, stated.milliseconds / 1000)
        return [
            Finding(
                .warn, .duration,
                Message(
                    vi: "Ghi \(statedSeconds) giây nhưng đọc mất khoảng \(seconds) giây. Sửa thời lượng hoặc lời đọc.",
                    en: "It says \(statedSeconds) seconds, but takes about \(seconds) to read. Correct either."))
        ]
    }
}

extension NetworkFit {
    /// What does not fit and what to do; Loa never cuts a text, for the help line stands at its end.
    public var overflowMessage: Message {
        if case .tooLong(let length, let maximum) = fit {
            return Message(
                vi: "\(name.vi) nhận tối đa \(maximum) ký tự, bản này có \(length). Hãy bớt \(length - maximum) ký tự.",
                en: "\(name.en) takes \(maximum) characters at most, this has \(length). Take out \(length - maximum).")
        }
        if let titleMaximum {
            return Message(
                vi: "\(name.vi) nhận tên tối đa \(titleMaximum) ký tự. Hãy viết tên ngắn hơn.",
                en: "\(name.en) takes titles of \(titleMaximum) characters at most. Make it shorter.")
        }
        return Message(vi: "Vừa với \(name.vi).", en: "Fits \(name.en).")
    }
}
