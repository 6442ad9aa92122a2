import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
public import Operations
import Outreach

/// The pages and the API of a workspace, on one address.
public struct WebServer: Sendable {
    private let workspace: Workspace
    private let options: WebOptions
    private let trial = TrialInbox()

    public init(workspace: Workspace, options: WebOptions) {
        self.workspace = workspace
        self.options = options
    }

    /// Every address there is, with who may use it.
    static let routes: [Route] = {
        let groups: [any RouteGroup] = [
            AssetRoutes(), LogInPages(), PreferenceRoutes(), AccountPages(), JobPages(), TodayPages(),
            LibraryPages(), MaterialEditPages(), ReviewPages(), TaxonomyPages(), RevisionPages(), MaterialPages(),
            PosterPages(),
            MediaRoutes(), PlanPages(), ObservancePages(), NewCampaignPages(), CampaignPages(), SlotPages(),
            CampaignTargetPages(), CalendarPages(), MovePages(), FeedPages(), ApprovalPages(), ApprovalGroupPages(),
            ApprovalReadingPages(), PostPages(), PostWritingPages(), PostEditPages(), PostImportPages(), PostPage(),
            PostActionRoutes(), PostKitPages(), PostMediaRoutes(), HoldPages(), DeliveryPages(), OverrideRoutes(),
            ConsentPages(),
            ChannelPages(), ChannelPage(),
            ChannelActionRoutes(), SessionPages(), SessionFormPages(), SessionImportPages(), OneSessionPages(),
            InstallRoutes(), TrialRoutes(), ReachPages(), LinkPages(), LinkRoutes(), ReportPages(), SettingsPages(),
            APIRoutes(), MetricsRoutes(),
        ]
        return groups.flatMap(\.routes)
    }()

    /// Serves until the task is cancelled, then gives the requests under way their answers and returns.
    ///
    /// `onReady` is told the port once the server is reachable. Throws ``WebServerError`` where the port is taken.
    public func run(onReady: @escaping @Sendable (_ port: Int) async -> Void = { _ in }) async throws {
        FreedMemory.keepLittle()
        async let _: Void = FreedMemory.keepGivingBack()
        let ready = Milestone()
        let application = application { port in
            ready.reach()
            await onReady(port)
        }
        do {
            try await application.runUntilCancelled(grace: options.grace)
        } catch {
            if Task.isCancelled { return }
            guard !ready.isReached else { throw error }
            throw WebServerError.cannotListen(host: options.host, port: options.port, reason: error.listeningTrouble)
        }
    }

    /// How long a connection may say nothing, or be about to say something, before it is closed: longer than the pause
    /// between two clicks, short enough that slow senders do not gather.
    private static let idleTime = TimeAmount.seconds(75)

    /// The application behind ``run(onReady:)``, apart so that a test may drive it without a socket.
    func application(
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<RouterResponder<WebContext>> {
        var logger = Logger(label: "loa.web")
        logger.logLevel = .error
        return Application(
            responder: router(logger).buildResponder(),
            server: .http1(configuration: .init(idleTimeout: WebServer.idleTime)),
            configuration: .init(
                address: .hostname(options.host, port: options.port),
                availableConnectionsDelegate: MaximumAvailableConnections(options.mostConnections)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? options.port
                trial.port = port
                await onReady(port)
            },
            logger: logger)
    }

    private func router(_ logger: Logger) -> Router<WebContext> {
        let gate = Gate(workspace: workspace, options: options, jobs: Jobs(), trial: trial, logger: logger)
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        for route in WebServer.routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                await gate.respond(to: request, of: route, context)
            }
        }
        router.add(middleware: NoSuchPage(gate: gate))
        return router
    }
}
