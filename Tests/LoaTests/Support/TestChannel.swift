import Foundation
import Testing

extension Office {
    static let page = "trang-thu"

    /// Adds a channel that leads to a port on this machine; what it promises about repetitions is up to the test.
    func addPage(port: Int, idempotency: String = "key") async throws {
        try write(
            """
            channel: test-page
            name: {vi: "Trang thử", en: "Test page"}
            kind: social
            source: {title: "Loa", date: 2026-11-23}
            target: [port]
            egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
            timeouts: {connect: 2s, total: 60s}
            send:
              - id: post
                method: POST
                url: "http://127.0.0.1:{{target.port}}/page"
                headers: {Idempotency-Key: "{{post.key}}"}
                json: {id: "{{post.id}}", title: "{{post.title}}", text: "{{post.text}}"}
                success: {status: 2xx}
                capture: {id: /id, link: /link}
            receipt: {id: "{{steps.post.id}}", link: "{{steps.post.link}}"}
            idempotency: \(idempotency)
            retry: {on: [connect, 429], schedule: [1s, 1s], jitter: 0}

            """, to: "Channels/test-page.yaml")
        let register = try String(contentsOf: file("Channels/channels.yaml"), encoding: .utf8)
        try write(
            register + """

                  - id: \(Office.page)
                    preset: test-page
                    unit: vh-thanh-xuan
                    name: {vi: "Trang thử", en: "Test page"}
                    target: {port: "\(port)"}
                    enabled: true

                """, to: "Channels/channels.yaml")
        try await loa("content", "import", as: Office.administrator).succeeded()
    }
}
