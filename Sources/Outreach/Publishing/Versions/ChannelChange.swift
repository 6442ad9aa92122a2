extension ChannelFacts {
    /// Which settings of a channel are not what they were, each said once, without what stands in them: a secret is
    /// known by its name alone.
    public static func changes(from old: String, to new: String) -> [Message] {
        let (before, after) = (lines(of: old), lines(of: new))
        let changed = before.filter { !after.contains($0) } + after.filter { !before.contains($0) }
        var seen: Set<Message> = []
        return changed.map(change).filter { seen.insert($0).inserted }
    }

    private static func change(_ line: String) -> Message {
        guard case .array(let values)? = JSONValue(parsing: Array(line.utf8)), let fact = values.first?.scalarText
        else { return settings }
        let name = values.count > 1 ? values[1].scalarText ?? "" : ""
        switch fact {
        case "target": return Message(vi: "địa chỉ kênh (\(name))", en: "the channel's address (\(name))")
        case "host", "egress", "allow": return Message(vi: "máy nhận của kênh", en: "the channel's host")
        case "step", "probe", "metrics": return Message(vi: "địa chỉ gửi (URL) của kênh", en: "the channel's URL")
        case "secret": return Message(vi: "mã bí mật “\(name)”", en: "the secret “\(name)”")
        case "sign", "basic", "renewal":
            return Message(vi: "cách xác thực với kênh", en: "how it proves itself to the channel")
        case "query", "header", "json", "form", "part", "part of the file", "part in JSON", "file", "raw", "capture",
            "split":
            return Message(vi: "mẫu gửi của kênh", en: "the channel's template")
        case "by hand", "wait for": return Message(vi: "các bước đăng tay", en: "the steps of posting by hand")
        default: return settings
        }
    }

    private static let settings = PostPart.channel.words
}
