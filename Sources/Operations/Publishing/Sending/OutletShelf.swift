import Delivery
import Outreach
import Synchronization

/// The outlets of the rounds before, handed out again while neither channel nor secrets have changed: with hundreds of
/// channels every round would else spend long on making them anew. One for each channel, for as long as the engine runs.
final class OutletShelf: Sendable {
    private struct Kept {
        let sender: SendingQueue.Sender
        let outlet: Outlet
    }

    private let kept = Mutex<[Slug: Kept]>([:])

    func outlet(of sender: SendingQueue.Sender, in workspace: Workspace) -> Outlet {
        let channel = sender.channel
        let (secrets, needsToken) = workspace.sendingSecrets(of: channel)
        if let known = kept.withLock({ $0[channel.slug] }), known.sender === sender, known.outlet.secrets == secrets,
            known.outlet.needsToken == needsToken
        {
            return known.outlet
        }
        let outlet = Outlet(
            channel, webhook: sender.webhook, lane: sender.lane, secrets: secrets, needsToken: needsToken,
            files: workspace.files)
        kept.withLock { $0[channel.slug] = Kept(sender: sender, outlet: outlet) }
        return outlet
    }
}
