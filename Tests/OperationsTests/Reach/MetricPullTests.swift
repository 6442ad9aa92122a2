import Foundation
import Operations
import Outreach
import Testing

@testable import Office
@testable import Receivers

/// Figures that networks are asked for.
struct MetricPullTests {
    private static let preset = """
        channel: counted
        name: {vi: "Kênh có số đo", en: "Channel with figures"}
        kind: social
        source: {title: "Loa", date: 2026-01-01}
        target: [port, path]
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/{{target.path}}"
            json: {text: "{{post.text}}"}
            success: {status: 2xx}
            capture: {id: /id}
        receipt: {id: "{{steps.post.id}}"}
        idempotency: none
        metrics:
          - after: [1h]
            url: "http://127.0.0.1:{{target.port}}/{{target.path}}/figures/{{receipt.id}}"
            values: {views: /views}
        """

    private static func register(port: Int) -> String {
        OfficeChannels.register(port: port)
            + ["mad", "sound"].map { path in
                """
                  - id: \(path)
                    preset: counted
                    unit: east-culture
                    name: {vi: "Kênh \(path)", en: "Channel \(path)"}
                    target: {port: "\(port)", path: "\(path)"}
                    enabled: true

                """
            }.joined()
    }

    /// A post on each of the channels, out for so long that its figures are due.
    private func delivered(to receiver: Receiver, in office: Office) async throws -> [Post] {
        try Office.write(Self.preset, to: office.folder.appending(path: "Channels/counted.yaml"))
        try await office.rewrite("Channels/channels.yaml", Self.register(port: receiver.port))
        let posts = [try await office.approved(on: "mad"), try await office.approved(on: "sound")]
        try office.turn(to: "2026-06-01 08:00")
        #expect(try await office.deliver().posted == posts.count)
        try office.turn(to: "2026-06-01 10:00")
        return posts
    }

    @Test func `a figure that no post can have is refused, and spoils no other channel's`() async throws {
        let receiver = try Receiver { request, connection in
            let views = request.lines[0].contains("/mad/") ? "9223372036854775807" : "7"
            return Behaviours.answer(body: #"{"id": "1", "views": \#(views)}"#)(request, connection)
        }
        receiver.start()
        defer { receiver.stop() }
        try await Office.open { office in
            let posts = try await delivered(to: receiver, in: office)
            let report = try await office.workspace.pullSamples(
                ignoringSchedule: false, as: try office.user("lan"), mode: .perform)
            #expect(report.samples.map(\.value) == [7] && report.samples.map(\.post) == [posts[1].id])
            #expect(report.failures.map(\.post.id) == [posts[0].id])
        }
    }

    @Test func `a pull that is cancelled waits for no answer and asks about no further post`() async throws {
        let receiver = try Receiver { request, connection in
            request.lines[0].contains("/figures/")
                ? Behaviours.silence(request, connection)
                : Behaviours.answer(body: #"{"id": "1"}"#)(request, connection)
        }
        receiver.start()
        defer { receiver.stop() }
        try await Office.open { office in
            let posts = try await delivered(to: receiver, in: office)
            let (workspace, lan) = (office.workspace, try office.user("lan"))
            let pull = Task { try await workspace.pullSamples(ignoringSchedule: false, as: lan, mode: .perform) }
            await receiver.received(posts.count + 1)
            pull.cancel()
            let report = try await pull.value
            #expect(report.posts.isEmpty && report.samples.isEmpty && report.failures.isEmpty)
            #expect(receiver.requests.count == posts.count + 1)
        }
    }
}
