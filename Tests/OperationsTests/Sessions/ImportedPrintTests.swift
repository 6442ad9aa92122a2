import Operations
import Outreach
import Testing

@testable import Office

/// Print handed out at the sessions of imported lists.
struct ImportedPrintTests {
    private static let indicators = """
        indicators:
          - {id: leaflets, name: {vi: "Tờ rơi", en: "Leaflets"}, unit: {vi: tờ, en: leaflets}, rows: prints, where: {material_kind: [leaflet]}, sum: quantity}
          - {id: posters, name: {vi: "Áp phích", en: "Posters"}, unit: {vi: tấm, en: posters}, rows: prints, where: {material_kind: [poster]}, sum: quantity}
          - {id: prints, name: {vi: "Bản in", en: "Prints"}, unit: {vi: bản, en: copies}, rows: prints, sum: quantity}
        """

    @Test func `leaflets and posters that a list counts are counted, named or not`() async throws {
        try await Office.open { office in
            // The leaflet is good for June.
            try office.turn(to: "2026-06-02 08:00")
            try await office.rewrite("Content/indicators.yaml", Self.indicators)
            let list = ClerkList(
                "Ngày;Địa điểm;Hình thức;Số lượt học sinh;Tờ rơi 111;Số tờ rơi phát;Tờ gấp;Áp phích;Số tài liệu phát",
                "18/05/2026;Trường A;Buổi tại trường;120;10;200;30;4;7",
                "19/05/2026;Trường B;Buổi tại trường;80;;50;;;0")
            let report = try await list.read(in: office, mode: .perform)
            #expect(report.errors.isEmpty && report.sessions.count == 2, "\(report)")
            let handouts = Dictionary(
                uniqueKeysWithValues: try #require(report.sessions.first).handouts.map {
                    ($0.material.description, $0.quantity)
                })
            #expect(handouts == ["to-roi": 10, "unnamed-leaflet": 230, "unnamed-poster": 4, "unnamed-print": 7])
            let built = try await office.workspace.report(
                on: try slug("east-youth"), period: "2026-05-01..2026-05-31", as: .program)
            let values = try ["leaflets", "posters", "prints"].map { built.line(try slug($0))?.value }
            #expect(values == [290, 4, 301])
            let rows = try await office.workspace.reportRows(
                on: try slug("east-youth"), period: "2026-05-01..2026-05-31", indicator: try slug("leaflets"),
                as: .program
            ).rows
            #expect(Set(rows.map(\.label)) == ["Tờ rơi 111", "Tờ rơi, không ghi tên"])
        }
    }

    @Test func `a session with print that nobody named can be corrected without losing it`() async throws {
        try await Office.open { office in
            let list = ClerkList(
                "Ngày;Địa điểm;Hình thức;Số lượt học sinh;Tờ rơi", "18/05/2026;Trường A;Buổi tại trường;120;200")
            let session = try #require(try await list.read(in: office, mode: .perform).sessions.first)
            let an = try office.user("an")
            let choices = try await office.workspace.sessionChoices(including: session, as: an)
            #expect(choices.prints.contains { $0.material.description == "unnamed-leaflet" })
            let corrected = try await office.workspace.correctSession(
                session.id.description, reason: "Đếm lại", as: an, mode: .perform
            ) { before in
                try office.session(before.id, turns: 118, handouts: before.handouts)
            }
            #expect(corrected.session.handouts.map(\.quantity) == [200])
        }
    }
}
