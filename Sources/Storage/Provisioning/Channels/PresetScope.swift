import Outreach

/// The names a preset's templates may use, as far as the file has been read, and which of them were used.
final class PresetScope {
    /// Where a template stands, which decides what it may ask for.
    enum Place {
        case request, host, credentials, receipt, metrics, probe, renewal

        func allows(_ reference: TemplateReference) -> Bool {
            switch (self, reference) {
            case (_, .target): true
            case (.host, _): false
            case (_, .channel): true
            case (.request, .post), (.request, .captured), (.receipt, .captured), (.probe, .post): true
            case (.request, .media), (.request, .oauth(.accessToken)), (.probe, .oauth(.accessToken)): true
            case (.metrics, .oauth(.accessToken)), (.renewal, .oauth(.refreshToken)): true
            case (.request, .secret), (.credentials, .secret), (.metrics, .secret): true
            case (.probe, .secret), (.renewal, .secret): true
            case (.metrics, .receipt): true
            default: false
            }
        }

        var allowed: String {
            switch self {
            case .request: "post, media, secret, oauth.access_token, target, channel, steps"
            case .host: "target"
            case .credentials: "secret, target, channel"
            case .receipt: "target, channel, steps"
            case .metrics: "secret, oauth.access_token, target, channel, receipt"
            case .probe: "post, secret, oauth.access_token, target, channel"
            case .renewal: "secret, oauth.refresh_token, target, channel"
            }
        }
    }

    let secrets: [String]
    let targets: [String]
    /// Whether the preset takes files, and whether it renews its access token.
    var takesMedia = false
    var renewsToken = false
    /// What the steps read so far capture, by step.
    var captured: [String: [String]] = [:]
    /// Which posts take the steps of an id.
    var conditions: [String: [StepCondition]] = [:]
    private var used: Set<TemplateReference> = []
    private var usesMedia = false

    init(secrets: [String], targets: [String]) {
        self.secrets = secrets
        self.targets = targets
    }

    func template(_ value: YAMLValue, in place: Place) -> Template? {
        guard let text = value.templateText() else { return nil }
        do throws(TemplateSyntaxError) {
            let template = try Template(text)
            return check(template.references, at: value, in: place) ? template : nil
        } catch {
            return value.refuse(error)
        }
    }

    func address(_ value: YAMLValue, in place: Place) -> URLTemplate? {
        guard let text = value.templateText() else { return nil }
        do throws(TemplateSyntaxError) {
            let address = try URLTemplate(text)
            return check(address.references, at: value, in: place) ? address : nil
        } catch {
            return value.refuse(error)
        }
    }

    func host(_ value: YAMLValue) -> Template? {
        guard let text = value.templateText() else { return nil }
        do throws(TemplateSyntaxError) {
            let host = try URLTemplate.hostTemplate(text)
            return check(host.references, at: value, in: .host) ? host : nil
        } catch {
            return value.refuse(error)
        }
    }

    /// What the rate is counted by: `channel`, `preset`, `host`, `target.<name>` or `secret.<name>`.
    func limitKey(_ value: YAMLValue) -> LimitKey? {
        guard let text = value.text() else { return nil }
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        switch (parts[0], parts.count) {
        case ("channel", 1): return .channel
        case ("preset", 1): return .preset
        case ("host", 1): return .host
        case ("target", 2): return check([.target(parts[1])], at: value, in: .credentials) ? .target(parts[1]) : nil
        case ("secret", 2): return check([.secret(parts[1])], at: value, in: .credentials) ? .secret(parts[1]) : nil
        default:
            return value.expected(
                "channel, preset, host, target.<tên> hoặc secret.<tên>",
                "channel, preset, host, target.<name> or secret.<name>")
        }
    }

    /// The post's file: a mapping with the one key `file` and the one value `media`.
    func isFile(_ value: YAMLValue) -> Bool {
        guard value.isMapping, let mapping = value.mapping(), mapping.keys.contains("file") else { return false }
        if mapping.value("file")?.text() != "media" {
            let _: Never? = value.expected("{file: media}", "{file: media}")
        }
        mapping.finish()
        usesMedia = true
        if !takesMedia {
            value.report(
                Message(
                    vi:
                        "\(value.path): mẫu chưa khai báo media. Thêm media: {max: 1, types: [image/jpeg], size: 5000000}.",
                    en: "\(value.path): the preset does not declare media. Add media: {max: 1, types: [image/jpeg], "
                        + "size: 5000000}."))
        }
        return true
    }

    /// The name of a declared secret.
    func secretName(_ value: YAMLValue) -> String? {
        guard let name = value.text() else { return nil }
        return check([.secret(name)], at: value, in: .credentials) ? name : nil
    }

    /// Every declared name has to be used somewhere; one that is not is a leftover or a typing error.
    func reportUnused(at place: YAMLValue) {
        var unused =
            secrets.filter { !used.contains(.secret($0)) }.map { "secrets: \($0)" }
            + targets.filter { !used.contains(.target($0)) }.map { "target: \($0)" }
        if takesMedia, !usesMedia { unused.append("media") }
        if renewsToken, !used.contains(.oauth(.accessToken)) { unused.append("auth: oauth") }
        for name in unused {
            place.report(
                Message(
                    vi: "“\(name)” được khai báo nhưng không dùng ở đâu. Xóa hoặc dùng nó.",
                    en: "“\(name)” is declared but never used. Remove it or use it."))
        }
    }

    private func check(_ references: [TemplateReference], at value: YAMLValue, in place: Place) -> Bool {
        used.formUnion(references)
        let faults = references.compactMap { fault($0, in: place) }
        for fault in faults {
            value.report(
                Message(vi: "\(value.path): \(fault.vietnamese)", en: "\(value.path): \(fault.english)"))
        }
        return faults.isEmpty
    }

    private func fault(_ reference: TemplateReference, in place: Place) -> Message? {
        guard place.allows(reference) else {
            return Message(
                vi: "\(reference) không dùng được ở đây. Ở đây dùng được: \(place.allowed).",
                en: "\(reference) cannot be used here. Allowed here: \(place.allowed).")
        }
        switch reference {
        case .secret(let name) where !secrets.contains(name):
            return undeclared(name, among: secrets, key: "secrets")
        case .target(let name) where !targets.contains(name):
            return undeclared(name, among: targets, key: "target")
        case .media where !takesMedia:
            return Message(
                vi: "Mẫu chưa khai báo media. Thêm khóa media.", en: "The preset does not declare media. Add that key.")
        case .oauth where !renewsToken:
            return Message(
                vi: "Mẫu chưa khai báo auth: {oauth: …}. Thêm khóa đó.",
                en: "The preset does not declare auth: {oauth: …}. Add that key.")
        case .captured(let step, let name):
            guard let names = captured[step] else {
                return Message(
                    vi: "Không có bước “\(step)” nào đứng trước. Chỉ dùng được giá trị của bước trước.",
                    en: "No step “\(step)” comes before this. Only values of earlier steps can be used.")
            }
            return names.contains(name)
                ? nil
                : Message(
                    vi: "Bước “\(step)” không lấy “\(name)”. Thêm vào capture của bước đó.",
                    en: "The step “\(step)” does not capture “\(name)”. Add it to that step's capture.")
        case .post, .channel, .receipt, .secret, .target, .media, .oauth: return nil
        }
    }

    private func undeclared(_ name: String, among declared: [String], key: String) -> Message {
        let hint = Suggestion.closest(to: name, among: declared)
        return Message(
            vi: "“\(name)” chưa được khai báo."
                + (hint.map { " Có phải “\($0)”?" }
                    ?? " Thêm vào \(key): [\((declared + [name]).joined(separator: ", "))]."),
            en: "“\(name)” is not declared."
                + (hint.map { " Did you mean “\($0)”?" }
                    ?? " Add it: \(key): [\((declared + [name]).joined(separator: ", "))]."))
    }
}
