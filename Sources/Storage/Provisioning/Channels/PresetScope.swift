import Outreach

/// The names a preset's templates may use, as far as the file has been read, and which of them were used.
final class PresetScope {
    /// Where a template stands, which decides what it may ask for.
    enum Place {
        case request, host, credentials, receipt, metrics

        func allows(_ reference: TemplateReference) -> Bool {
            switch (self, reference) {
            case (_, .target): true
            case (.host, _): false
            case (_, .channel): true
            case (.request, .post), (.request, .captured), (.receipt, .captured): true
            case (.request, .secret), (.credentials, .secret), (.metrics, .secret): true
            case (.metrics, .receipt): true
            default: false
            }
        }

        var allowed: String {
            switch self {
            case .request: "post, secret, target, channel, steps"
            case .host: "target"
            case .credentials: "secret, target, channel"
            case .receipt: "target, channel, steps"
            case .metrics: "secret, target, channel, receipt"
            }
        }
    }

    let secrets: [String]
    let targets: [String]
    /// What the steps read so far capture, by step.
    var captured: [String: [String]] = [:]
    private var used: Set<TemplateReference> = []

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

    /// The name of a declared secret.
    func secretName(_ value: YAMLValue) -> String? {
        guard let name = value.text() else { return nil }
        return check([.secret(name)], at: value, in: .credentials) ? name : nil
    }

    /// Every declared name has to be used somewhere; one that is not is a leftover or a typing error.
    func reportUnused(at place: YAMLValue) {
        let unused =
            secrets.filter { !used.contains(.secret($0)) }.map { "secrets: \($0)" }
            + targets.filter { !used.contains(.target($0)) }.map { "target: \($0)" }
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
        case .post, .channel, .receipt, .secret, .target: return nil
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
