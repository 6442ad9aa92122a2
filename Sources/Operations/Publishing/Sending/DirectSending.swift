import Delivery
import Outreach
import Storage

extension Workspace {
    /// One attempt at once, beside the queue, for what Loa itself has to say: tests and reminders. Holds, channels that
    /// are off and the guard after a restore stop it as they stop everything else.
    ///
    /// - Parameter noted: what is written down before anything leaves.
    /// - Throws: ``PublishingError``; nothing was sent then.
    func sendDirectly(
        _ post: Post, through channel: ResolvedChannel, by webhook: WebhookDelivery,
        noted: @Sendable @escaping (WriteTransaction) throws -> Void
    ) async throws -> DeliveryResult {
        try await requireThisInstance()
        let values = values(of: post, on: channel)
        let parts = try await database.write { tx in
            let queue = try SendingQueue(self, in: tx)
            guard queue.senders[channel.slug] != nil, !queue.scope.heldUnits.contains(post.unit) else {
                throw PublishingError.channelOff(
                    channel.slug, reason: Message(vi: "đang tạm dừng hoặc bị tắt.", en: "it is held or switched off."))
            }
            guard ClosedHours(post, channel, at: now) == nil else {
                throw PublishingError.channelOff(
                    channel.slug,
                    reason: Message(
                        vi: "đang ngoài khung giờ đăng. Chưa gửi gì; hãy thử trong giờ, hoặc xem trước không gửi.",
                        en: "it is outside its posting hours. Nothing was sent; try within them, or look at it without "
                            + "sending."))
            }
            try noted(tx)
            return channel.mayPart(values)
                ? channel.parts(of: values, protecting: try tx.helpLineNumbers()) : [values.text]
        }
        let secrets = sendingSecrets(of: channel)
        let envelope = Envelope(
            post: post.id, unit: post.unit, attempt: 1, token: post.id.description,
            claimedAt: now, lease: now + webhook.longestAttempt(parts: parts.count),
            outlet: Outlet(
                channel, webhook: webhook, lane: Lane(channel, webhook) { secrets.values }, secrets: secrets.values,
                needsToken: secrets.needsToken),
            values: values, parts: parts, notAfter: post.notAfter)
        // Where the program is to stop, what is under way may still end well; a server that says nothing is left.
        return try await CurlTransport.running(grace: .seconds(10)) { transport in
            await SingleDelivery(
                transport: transport, tokens: tokens, time: time, stops: StoredOutbox(workspace: self).stops
            ).send(envelope)
        }
    }
}
