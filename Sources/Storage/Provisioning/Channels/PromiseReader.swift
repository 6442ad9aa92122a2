import Outreach

/// Reads what a receiver promises about a request that comes twice, and whether the steps bear it out.
struct PromiseReader {
    let steps: StepReader

    /// `none`, `key`, or `{probe: …}`.
    func promise(_ value: YAMLValue) -> (promise: IdempotencyPromise, probe: ProbeTemplate?)? {
        guard value.isMapping else {
            return value.word(Plain.self).map { ($0 == .key ? .key : .none, nil) }
        }
        guard let mapping = value.mapping() else { return nil }
        let probe = mapping.require("probe").flatMap(probe)
        mapping.finish()
        return probe.map { (.probe, $0) }
    }

    /// What can be said in one word.
    private enum Plain: String, CaseIterable {
        case none, key
    }

    private func probe(_ value: YAMLValue) -> ProbeTemplate? {
        guard let mapping = value.mapping() else { return nil }
        let url = mapping.require("url").flatMap { steps.address($0, in: .probe) }
        let query = mapping.value("query").map { named($0) } ?? []
        let headers = mapping.value("headers").map { steps.headers.headers($0, in: .probe) } ?? []
        let captures = mapping.require("capture").map(AnswerRuleReader.captures) ?? []
        let absent = mapping.require("absent").flatMap(AnswerRuleReader.success)
        let after = mapping.value("after")?.positiveDuration()
        mapping.finish()
        guard let url, let absent else { return nil }
        if captures.isEmpty {
            return value.expected("ít nhất một giá trị trong capture", "at least one value in capture")
        }
        return ProbeTemplate(
            url: url, query: query, headers: headers, captures: captures, absent: absent, after: after ?? .seconds(60))
    }

    private func named(_ value: YAMLValue) -> [NamedTemplate] {
        value.mapping()?.entries().compactMap { name, value in
            steps.scope.template(value, in: .probe).map { NamedTemplate(name: name, value: $0) }
        } ?? []
    }

    /// A promise nothing in the request carries would make double posts look safe.
    func check(
        _ promise: IdempotencyPromise, _ probe: ProbeTemplate?, _ sending: [SendStep], signature: RequestSignature?,
        splits: Bool, at place: YAMLValue
    ) {
        let publishing = sending.filter { $0.role == .publish }
        switch promise {
        case .none: break
        case .key:
            if case .standardWebhooks = signature { return }
            if publishing.allSatisfy({ $0.references.contains(.post(.key)) }) { return }
            place.report(PromiseReader.noKey)
        case .probe:
            let asked = Set(
                (probe.map { $0.url.references + ($0.query + $0.headers).flatMap(\.value.references) } ?? []))
            let marks = asked.intersection([.post(.key), .post(.id), .post(.slug)])
            if marks.isEmpty || !publishing.allSatisfy({ !marks.isDisjoint(with: $0.references) }) {
                place.report(PromiseReader.noMark)
            }
            let found = Set(probe?.captures.map(\.name) ?? [])
            if !publishing.allSatisfy({ Set($0.captures.map(\.name)).isSubset(of: found) }) {
                place.report(PromiseReader.otherCaptures)
            }
            if splits { place.report(PromiseReader.noPieces) }
        }
    }

    private static let noKey = Message(
        vi: "idempotency: key cần {{post.key}} trong bước đăng hoặc sign standard-webhooks. Thêm vào, "
            + "hoặc ghi idempotency: none.",
        en: "idempotency: key needs {{post.key}} in the publishing step or sign standard-webhooks. Add it, "
            + "or write idempotency: none.")
    private static let noMark = Message(
        vi:
            "idempotency: probe cần cùng một dấu nhận ({{post.slug}}, {{post.key}} hoặc {{post.id}}) trong bước đăng và "
            + "trong câu hỏi của probe, nếu không thì không tìm lại được bài.",
        en:
            "idempotency: probe needs the same mark ({{post.slug}}, {{post.key}} or {{post.id}}) in the publishing step "
            + "and in the probe's question, or the post cannot be found again.")
    private static let otherCaptures = Message(
        vi: "probe phải lấy (capture) mọi giá trị mà bước đăng lấy, vì chúng làm biên nhận của bài.",
        en: "The probe must capture everything the publishing step captures: that makes the post's receipt.")
    private static let noPieces = Message(
        vi: "Không dùng text overflow: split cùng idempotency: probe. Ghi overflow: refuse.",
        en: "text overflow: split and idempotency: probe do not go together. Write overflow: refuse.")
}
