import Outreach

/// Reads everything about delivery over HTTP.
enum WebhookReader {
    static func read(_ mapping: YAMLMapping, send: YAMLValue, scope: PresetScope) -> WebhookDelivery? {
        let egress = mapping.require("egress").flatMap { self.egress($0, scope: scope) }
        let limits = mapping.value("limits").flatMap { self.limits($0, scope: scope) } ?? .standard
        let timeouts = mapping.value("timeouts").flatMap(timeouts) ?? .standard
        let authentication =
            mapping.value("auth").flatMap { self.authentication($0, egress: egress, scope: scope) } ?? .none
        let signature = mapping.value("sign").flatMap { self.signature($0, scope: scope) }
        let headers = HeaderReader(scope: scope, taken: taken(by: authentication, signature))
        let reader = StepReader(scope: scope, egress: egress, headers: headers)
        let promises = PromiseReader(steps: reader)
        let promise = mapping.require("idempotency").flatMap(promises.promise)
        let retry = mapping.value("retry").flatMap(retry) ?? .standard
        let dead = mapping.value("dead").flatMap(dead) ?? .standard
        let disable = mapping.value("disable").flatMap(disable) ?? .never
        let steps = reader.steps(send)
        let receipt = mapping.value("receipt").flatMap { self.receipt($0, scope: scope) } ?? .none
        let metrics = mapping.value("metrics")?.list(MetricPullReader(steps: reader, receipt: receipt).pull) ?? []
        guard let egress, let promise, let steps else { return nil }
        promises.check(
            promise.promise, promise.probe, steps, signature: signature, splits: splits(mapping),
            at: mapping.value("idempotency") ?? send)
        return WebhookDelivery(
            egress: egress, limits: limits, timeouts: timeouts, steps: steps, authentication: authentication,
            signature: signature, idempotency: promise.promise, probe: promise.probe, retry: retry, dead: dead,
            disable: disable, receipt: receipt, metrics: metrics)
    }

    private static func splits(_ mapping: YAMLMapping) -> Bool {
        guard let text = mapping.value("text"), text.isMapping, let overflow = text.mapping()?.value("overflow") else {
            return false
        }
        return overflow.text() == TextLimit.Overflow.split.rawValue
    }

    private static func taken(by authentication: Authentication, _ signature: RequestSignature?) -> Set<String> {
        var names: Set<String> = []
        if case .basic = authentication { names.insert("authorization") }
        switch signature {
        case .standardWebhooks: names.formUnion(["webhook-id", "webhook-timestamp", "webhook-signature"])
        case .hmacSHA256(let header, _, _): names.insert(header.lowercased())
        case nil: break
        }
        return names
    }

    private static func egress(_ value: YAMLValue, scope: PresetScope) -> Egress? {
        guard let mapping = value.mapping() else { return nil }
        let schemes = mapping.require("schemes")?.list { $0.word(URLScheme.self) }
        let hosts = mapping.require("hosts")?.list(scope.host)
        let allow = mapping.value("allow")?.word(Allowance.self)
        mapping.finish()
        guard let schemes, let hosts else { return nil }
        if schemes.isEmpty || hosts.isEmpty {
            return value.expected("ít nhất một scheme và một host", "at least one scheme and one host")
        }
        if schemes.contains(.http), allow == nil {
            value.report(
                Message(
                    vi: "http chỉ dùng được cùng allow: loopback (máy này). Dùng https.",
                    en: "http is only for this machine itself, with allow: loopback. Use https."))
        }
        if allow != nil, !hosts.allSatisfy({ $0.references.isEmpty && HostName.isLoopback($0.literals) }) {
            value.report(
                Message(
                    vi: "allow: loopback chỉ dùng được khi mọi host là localhost hoặc 127.x.x.x.",
                    en: "allow: loopback is only for presets whose every host is localhost or 127.x.x.x."))
        }
        return Egress(schemes: schemes, hosts: hosts, allowsLoopback: allow != nil)
    }

    private enum Allowance: String, CaseIterable {
        case loopback
    }

    private static func receipt(_ value: YAMLValue, scope: PresetScope) -> ReceiptTemplate? {
        guard let mapping = value.mapping() else { return nil }
        let id = mapping.value("id").flatMap { scope.template($0, in: .receipt) }
        let link = mapping.value("link").flatMap { scope.template($0, in: .receipt) }
        mapping.finish()
        return ReceiptTemplate(id: id, link: link)
    }
}

extension WebhookReader {
    /// `{basic: {user, password}}` or `{oauth: {…}}`.
    private static func authentication(
        _ value: YAMLValue, egress: Egress?, scope: PresetScope
    ) -> Authentication? {
        guard let mapping = value.mapping() else { return nil }
        let (basic, renewed) = (mapping.value("basic"), mapping.value("oauth"))
        mapping.finish()
        switch (basic, renewed) {
        case (let basic?, nil): return self.basic(basic, scope: scope)
        case (nil, let renewed?):
            scope.renewsToken = true
            let steps = StepReader(scope: scope, egress: egress, headers: HeaderReader(scope: scope, taken: []))
            return RenewalReader(scope: scope, steps: steps).renewal(renewed).map(Authentication.renewed)
        default: return value.expected("đúng một trong: basic, oauth", "exactly one of: basic, oauth")
        }
    }

    private static func basic(_ value: YAMLValue, scope: PresetScope) -> Authentication? {
        guard let mapping = value.mapping() else { return nil }
        let user = mapping.require("user").flatMap { scope.template($0, in: .credentials) }
        let password = mapping.require("password").flatMap { scope.template($0, in: .credentials) }
        mapping.finish()
        guard let user, let password else { return nil }
        return .basic(user: user, password: password)
    }

    /// `{standard-webhooks: {secret}}` or `{hmac-sha256: {header, prefix, secret}}`.
    private static func signature(_ value: YAMLValue, scope: PresetScope) -> RequestSignature? {
        guard let mapping = value.mapping() else { return nil }
        let standard = mapping.value("standard-webhooks")?.mapping()
        let hmac = mapping.value("hmac-sha256")?.mapping()
        mapping.finish()
        switch (standard, hmac) {
        case (let standard?, nil):
            let secret = standard.require("secret").flatMap(scope.secretName)
            standard.finish()
            return secret.map(RequestSignature.standardWebhooks)
        case (nil, let hmac?):
            let secret = hmac.require("secret").flatMap(scope.secretName)
            let prefix = hmac.value("prefix")?.text() ?? ""
            let header = hmac.require("header").flatMap { value in
                value.text().flatMap { HeaderReader(scope: scope, taken: []).checkName($0, at: value) ? $0 : nil }
            }
            hmac.finish()
            guard let secret, let header else { return nil }
            return .hmacSHA256(header: header, prefix: prefix, secret: secret)
        default:
            return value.expected(
                "đúng một trong: standard-webhooks, hmac-sha256", "exactly one of: standard-webhooks, hmac-sha256")
        }
    }
}
