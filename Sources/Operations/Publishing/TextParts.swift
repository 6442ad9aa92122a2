import Outreach
import Storage

/// A text that is too long for one message of its channel, in pieces.
extension ResolvedChannel {
    /// Whether a text may have to be parted at all.
    func mayPart(_ post: PostValues) -> Bool {
        guard let limit = preset.text?.limit(withMedia: takesMedia(of: post)) else { return false }
        return limit.overflow == .split && TextLimit.length(of: post.text) > limit.maximum
    }

    /// The pieces in which a text goes out; itself where it fits, or where it cannot be parted without cutting a help
    /// line: then it is refused as too long.
    func parts(of post: PostValues, protecting numbers: [String]) -> [String] {
        let limit = preset.text?.limit(withMedia: takesMedia(of: post))
        guard case .parts(let parts) = limit?.fit(post.text, protecting: numbers), !parts.isEmpty else {
            return [post.text]
        }
        return parts
    }
}

extension ReadTransaction {
    /// The numbers of all help lines, past ones too: lines that hold one are never cut.
    func helpLineNumbers() throws -> [String] {
        try documents(HelpLine.self).flatMap { [$0.number] + $0.also }
    }
}
