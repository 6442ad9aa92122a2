import Foundation
import Operations
import Outreach

/// The throw-away workspace of the demo: the sample content, with channels that lead to the receiver on this machine.
struct DemoWorkspace {
    let root: URL
    let source: URL
    let port: Int

    func make(time: TimeSource) async throws -> Workspace {
        try WorkspaceCreation.create(at: root, name: "Xã Thạnh Xuân (mẫu)", copying: source)
        let channels = root.appending(path: "Channels")
        let preset = try String(contentsOf: channels.appending(path: "local-receiver.yaml"), encoding: .utf8)
        let portal = preset.replacing("channel: local-receiver", with: "channel: local-portal")
            .replacing("kind: social", with: "kind: portal")
            .replacing("text: \"{{post.text}}\"", with: "html: \"{{post.html}}\"")
        try Data(portal.utf8).write(to: channels.appending(path: "local-portal.yaml"), options: .atomic)
        try Data(register.utf8).write(to: channels.appending(path: "channels.yaml"), options: .atomic)
        return try await Workspace(at: root, time: time)
    }

    /// Four automatic channels of three units, a loudspeaker cluster and printed matter by hand.
    private var register: String {
        """
        channels:
          - id: facebook-vh-thanh-xuan
            preset: local-receiver
            unit: vh-thanh-xuan
            name: {vi: "Trang Văn hóa - Truyền thanh Thạnh Xuân", en: "Culture and broadcasting page, Thạnh Xuân"}
            target: {port: "\(port)", path: "facebook"}
            windows: [{days: mon-sun, from: "06:00", to: "21:00"}]
            daily_limit: 3
            enabled: true
          - id: portal-vh-thanh-xuan
            preset: local-portal
            unit: vh-thanh-xuan
            name: {vi: "Chuyên mục Bảo vệ trẻ em", en: "Child protection column"}
            target: {port: "\(port)", path: "portal"}
            daily_limit: 2
            enabled: true
          - id: zalo-doan-thanh-xuan
            preset: local-receiver
            unit: doan-thanh-xuan
            name: {vi: "Zalo Đoàn xã Thạnh Xuân", en: "Zalo of the youth union, Thạnh Xuân"}
            target: {port: "\(port)", path: "zalo"}
            windows: [{days: mon-sun, from: "06:00", to: "21:30"}]
            daily_limit: 2
            enabled: true
          - id: facebook-ca-thanh-xuan
            preset: local-receiver
            unit: ca-thanh-xuan
            name: {vi: "Trang Công an xã Thạnh Xuân", en: "Police page, Thạnh Xuân"}
            target: {port: "\(port)", path: "police"}
            windows: [{days: mon-sun, from: "06:00", to: "21:00"}]
            daily_limit: 2
            enabled: true
          - id: loudspeaker-vh-thanh-xuan
            preset: loudspeaker
            unit: vh-thanh-xuan
            name: {vi: "Loa truyền thanh xã Thạnh Xuân", en: "Loudspeakers of Thạnh Xuân"}
            target: {clusters: "12 cụm loa của xã"}
            enabled: true
          - id: print-mttq-thanh-xuan
            preset: printed-matter
            unit: mttq-thanh-xuan
            name: {vi: "Áp phích, tờ rơi của Mặt trận xã", en: "Posters and leaflets of the Fatherland Front"}
            target: {place: "Nhà văn hóa, trường học, chợ"}
            enabled: true

        """
    }
}
