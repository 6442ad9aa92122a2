/// The channels of the small workspace: one of every promise, all of them on this machine.
enum OfficeChannels {
    /// - Parameter port: where a receiver listens; 9 is nobody's.
    static func files(port: Int) -> [String: String] {
        [
            "Channels/hook.yaml": hook, "Channels/wall.yaml": wall, "Channels/office.yaml": office,
            "Channels/speakers.yaml": speakers, "Channels/channels.yaml": register(port: port),
        ]
    }

    /// Honours a key and wants a secret.
    private static let hook = """
        channel: hook
        name: {vi: "Móc", en: "Hook"}
        kind: social
        source: {title: "Loa", date: 2026-01-01}
        target: [port, path]
        secrets: [token]
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/{{target.path}}"
            headers: {Idempotency-Key: "{{post.key}}", X-Token: "{{secret.token}}"}
            json: {title: "{{post.title}}", text: "{{post.text}}"}
            success: {status: 2xx}
        idempotency: key
        retry: {on: [connect, 429, 503], schedule: [5s, 1m, 5m], jitter: 0}
        disable: {on: [410]}
        """

    /// Promises nothing.
    private static let wall = """
        channel: wall
        name: {vi: "Tường", en: "Wall"}
        kind: social
        source: {title: "Loa", date: 2026-01-01}
        target: [port]
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        timeouts: {connect: 60s, total: 60s}
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/wall"
            json: {text: "{{post.text}}"}
            success: {status: 2xx}
        idempotency: none
        retry: {on: [connect, 429], schedule: [5s, 1m], jitter: 0}
        """

    /// Open in office hours alone.
    private static let office = """
        channel: office
        name: {vi: "Giờ hành chính", en: "Office hours"}
        kind: social
        source: {title: "Loa", date: 2026-01-01}
        target: [port]
        windows: [{days: mon-fri, from: "07:00", to: "17:00"}]
        not_after: 16h
        text: {max: 200, overflow: refuse}
        egress: {schemes: [http], hosts: [127.0.0.1], allow: loopback}
        send:
          - id: post
            method: POST
            url: "http://127.0.0.1:{{target.port}}/office"
            headers: {Idempotency-Key: "{{post.key}}"}
            json: {text: "{{post.text}}"}
            success: {status: 2xx}
        idempotency: key
        """

    private static let speakers = """
        channel: speakers
        name: {vi: "Cụm loa", en: "Loudspeakers"}
        kind: loudspeaker
        source: {title: "Loa", date: 2026-01-01}
        target: [clusters]
        not_after: 12h
        by_hand:
          steps: [{vi: "Phát trên loa.", en: "Play it."}]
          wait_for: play-log
        """

    static func register(port: Int, path: String = "page") -> String {
        """
        channels:
          - id: page
            preset: hook
            unit: east-culture
            name: {vi: "Trang xã Đông", en: "Page of East"}
            target: {port: "\(port)", path: "\(path)"}
            enabled: true
          - id: wall
            preset: wall
            unit: east-culture
            name: {vi: "Tường xã Đông", en: "Wall of East"}
            target: {port: "\(port)"}
            enabled: true
          - id: office
            preset: office
            unit: east-police
            name: {vi: "Trang Công an", en: "Police page"}
            target: {port: "\(port)"}
            enabled: true
          - id: speakers
            preset: speakers
            unit: east-culture
            name: {vi: "Loa xã Đông", en: "Loudspeakers of East"}
            target: {clusters: "12"}
            enabled: true
          - id: west-page
            preset: hook
            unit: west-culture
            name: {vi: "Trang xã Tây", en: "Page of West"}
            target: {port: "\(port)", path: "west"}
            enabled: true

        """
    }
}
