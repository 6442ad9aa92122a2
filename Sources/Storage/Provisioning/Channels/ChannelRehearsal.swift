import Outreach

/// Makes every request of a channel once with stand-ins for everything but its target, so that a host, port or path that
/// cannot work is found when the file is read and not when a post is due.
enum ChannelRehearsal {
    static func fault(of channel: Channel, preset: ChannelPreset) -> TemplateError? {
        guard let resolved = ResolvedChannel(channel, preset: preset), let webhook = resolved.webhook else {
            return nil
        }
        let type = preset.media?.types.first ?? ""
        let renderer = RequestRenderer(resolved, files: { _ in MediaSignature.head(of: type) })
        var secrets = Dictionary(preset.secrets.map { ($0, "x") }) { first, _ in first }
        secrets[TokenRenewal.accessTokenName] = "x"
        secrets[TokenRenewal.refreshTokenName] = "x"
        do throws(TemplateError) {
            for hasMedia in preset.media == nil ? [false] : [false, true] {
                let post = post(on: channel, withMedia: hasMedia)
                var captures: Captures = [:]
                for step in webhook.steps(withMedia: hasMedia) {
                    _ = try renderer.request(for: step, post: post, secrets: secrets, captures: captures)
                    captures[step.id] = Dictionary(step.captures.map { ($0.name, "x") }) { first, _ in first }
                }
                if let probe = webhook.probe { _ = try renderer.request(for: probe, post: post, secrets: secrets) }
            }
            if let renewal = webhook.tokenRenewal { _ = try renderer.request(for: renewal, secrets: secrets) }
            let receipt = Receipt(remoteID: "x", link: "x", at: Instant(milliseconds: 0))
            for pull in webhook.metrics { _ = try renderer.request(for: pull, receipt: receipt, secrets: secrets) }
            return nil
        } catch {
            return error
        }
    }

    private static func post(on channel: Channel, withMedia hasMedia: Bool) -> PostValues {
        let file = MediaFile(name: "x", alternativeText: "x", hash: ContentHash.sha256(of: "x"))
        return PostValues(
            id: "x", key: "x", title: "x", text: "x", html: "x", link: "x", media: hasMedia ? [file] : [],
            material: "x",
            channel: channel.slug, moment: Instant(milliseconds: 0))
    }
}
