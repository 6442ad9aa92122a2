/// What an approval rests on: everything that decides what is sent and where.
extension ResolvedChannel {
    /// A text that changes exactly when something changes that decides what this channel sends, to where and as whom.
    ///
    /// One line a fact, values as JSON texts, so that no value can imitate another line. Pace, hours, retries and what
    /// counts as success are left out: they change when something leaves, not what.
    /// - Parameter secretFingerprints: the fingerprint of each secret's value by the preset's name for it; a secret
    ///   without one counts as not set.
    public func canonicalDescription(secretFingerprints: [String: String]) -> String {
        var lines = FactLines()
        lines.add("channel", channel.slug.description)
        lines.add("preset", preset.slug.description)
        lines.add("unit", channel.unit.description)
        lines.add("name", channel.name.vi)
        lines.add("kind", preset.kind.rawValue)
        if let limit = preset.text, limit.overflow == .split { lines.add("split", "\(limit.maximum)") }
        for name in channel.target.keys.sorted() { lines.add("target", name, channel.target[name]) }
        for name in preset.secrets.sorted() { lines.add("secret", name, secretFingerprints[name]) }
        switch preset.delivery {
        case .webhook(let webhook): lines.add(webhook)
        case .byHand(let byHand):
            for step in byHand.steps { lines.add("by hand", step.vi, step.en) }
            lines.add("wait for", byHand.waitFor.rawValue)
        }
        return lines.text
    }
}

/// Lines of a fact's name and its values, each a JSON text.
private struct FactLines {
    private(set) var text = ""

    mutating func add(_ name: String, _ values: String?...) {
        let row = [JSONValue.string(name)] + values.map { $0.map(JSONValue.string) ?? .null }
        text += "\(JSONValue.array(row))\n"
    }

    mutating func add(_ webhook: WebhookDelivery) {
        add("egress", webhook.egress.schemes.map(\.rawValue).sorted().joined(separator: " "))
        for host in webhook.egress.hosts.map(\.description).sorted() { add("host", host) }
        if webhook.egress.allowsLoopback { add("allow", "loopback") }
        add("idempotency", webhook.idempotency.rawValue)
        switch webhook.authentication {
        case .none: break
        case .basic(let user, let password): add("basic", user.description, password.description)
        case .renewed(let renewal): add(renewal)
        }
        switch webhook.signature {
        case .standardWebhooks(let secret): add("sign", "standard-webhooks", secret)
        case .hmacSHA256(let header, let prefix, let secret): add("sign", "hmac-sha256", header, prefix, secret)
        case nil: break
        }
        for step in webhook.steps { add(step) }
        if let probe = webhook.probe {
            add("probe", probe.url.description)
            add(probe.query, as: "query")
            add(probe.headers, as: "header")
        }
        for pull in webhook.metrics {
            add("metrics", pull.url.description)
            add(pull.query, as: "query")
            add(pull.headers, as: "header")
        }
    }

    mutating func add(_ step: SendStep) {
        add("step", step.id, step.role.rawValue, step.condition.rawValue, step.method.rawValue, step.url.description)
        add(step.query, as: "query")
        add(step.headers, as: "header")
        switch step.body {
        case .none: break
        case .json(let tree): add("json", tree.asWritten.description)
        case .form(let fields): add(fields, as: "form")
        case .multipart(let parts): for part in parts { add(part) }
        case .media: add("file")
        case .raw(let type, let template): add("raw", type.rawValue, template.description)
        }
        for capture in step.captures { add("capture", capture.name, capture.pointer.description) }
    }

    mutating func add(_ part: BodyTemplate.Part) {
        switch part {
        case .text(let field): add([field], as: "part")
        case .media(let name): add("part of the file", name)
        case .json(let name, let tree): add("part in JSON", name, tree.asWritten.description)
        }
    }

    mutating func add(_ renewal: TokenRenewal) {
        add("renewal", renewal.url.description, renewal.first)
        add(renewal.headers, as: "header")
        add(renewal.form, as: "form")
    }

    mutating func add(_ templates: [NamedTemplate], as name: String) {
        for template in templates { add(name, template.name, template.value.description) }
    }
}
