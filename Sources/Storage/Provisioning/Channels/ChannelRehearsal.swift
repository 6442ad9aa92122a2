import Outreach

/// Makes every request of a channel once with stand-ins for everything but its target, so that a host, port or path that
/// cannot work is found when the file is read and not when a post is due.
enum ChannelRehearsal {
    static func fault(of channel: Channel, preset: ChannelPreset) -> TemplateError? {
        guard let resolved = ResolvedChannel(channel, preset: preset), let webhook = resolved.webhook else {
            return nil
        }
        let renderer = RequestRenderer(resolved)
        let secrets = Dictionary(preset.secrets.map { ($0, "x") }) { first, _ in first }
        let post = PostValues(
            id: "x", key: "x", title: "x", text: "x", html: "x", link: "x", material: "x", channel: channel.slug,
            moment: Instant(milliseconds: 0))
        let receipt = Receipt(remoteID: "x", link: "x", at: post.moment)
        var captures: Captures = [:]
        do throws(TemplateError) {
            for step in webhook.steps {
                _ = try renderer.request(for: step, post: post, secrets: secrets, captures: captures)
                captures[step.id] = Dictionary(step.captures.map { ($0.name, "x") }) { first, _ in first }
            }
            for pull in webhook.metrics { _ = try renderer.request(for: pull, receipt: receipt, secrets: secrets) }
            return nil
        } catch {
            return error
        }
    }
}
