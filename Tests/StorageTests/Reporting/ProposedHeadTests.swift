import Foundation
import Outreach
import Testing

@testable import Storage

private typealias Make = StorageFixture

/// The heads that are proposed for the units the repository ships.
struct ProposedHeadTests {
    private func head(of subject: String, on day: String = "2026-06-30") throws -> ReportHead {
        let folder = URL(filePath: #filePath).appending(path: "../../../../Content").standardizedFileURL
        let content = try ContentFolder.load(folder)
        let tree = try UnitTree(units: content.units, committees: content.committees)
        return tree.proposedHead(for: try Make.slug(subject), on: try Make.day(day))
    }

    @Test(arguments: [
        ("bcd-138-thanh-xuan", "Ủy ban nhân dân xã Thạnh Xuân", "Ban Chỉ đạo 138 xã Thạnh Xuân", "BC-BCĐ138"),
        ("bcd-138-can-tho", "Ủy ban nhân dân thành phố Cần Thơ", "Ban Chỉ đạo 138 thành phố Cần Thơ", "BC-BCĐ138"),
        ("ubnd-thanh-xuan", "", "Ủy ban nhân dân xã Thạnh Xuân", "BC-UBND"),
        ("xa-tan-hoa", "", "Ủy ban nhân dân xã Tân Hòa", "BC-UBND"),
        ("vh-tan-hoa", "Ủy ban nhân dân xã Tân Hòa", "Trung tâm Văn hóa - Truyền thanh", "BC-TTVHTT"),
        ("ca-thanh-xuan", "Công an thành phố Cần Thơ", "Công an xã Thạnh Xuân", "BC-CAX"),
        ("ca-can-tho", "Bộ Công an", "Công an thành phố Cần Thơ", "BC-CATP"),
        (
            "mttq-thanh-xuan", "Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Cần Thơ",
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã Thạnh Xuân", "BC-MTTQ-BTT"
        ),
        (
            "phunu-thanh-xuan", "Hội Liên hiệp Phụ nữ thành phố Cần Thơ", "Hội Liên hiệp Phụ nữ xã Thạnh Xuân",
            "BC-BTV"
        ),
        ("truong-th-thanh-xuan", "Ủy ban nhân dân xã Thạnh Xuân", "Trường Tiểu học Thạnh Xuân (mẫu)", "BC-THTX"),
        (
            "truong-thpt-thanh-xuan", "Sở Giáo dục và Đào tạo thành phố Cần Thơ", "Trường THPT Thạnh Xuân (mẫu)",
            "BC-THPTTX"
        ),
    ])
    func `a unit's paper stands under the body it belongs to`(
        subject: String, superior: String, issuer: String, symbol: String
    ) throws {
        let head = try head(of: subject)
        #expect(head.superior == superior && head.issuer == issuer && head.symbol == symbol)
        #expect(head.template == .state)
    }

    @Test(arguments: [
        ("gddt-huyen-chau-thanh-a", "Ủy ban nhân dân huyện Châu Thành A", "Phòng Giáo dục và Đào tạo", "BC-PGDĐT"),
        ("ca-huyen-thap-muoi", "Công an tỉnh Đồng Tháp", "Công an huyện Tháp Mười", "BC-CAH"),
        (
            "tand-huyen-chau-thanh-a", "Tòa án nhân dân tỉnh Hậu Giang", "Tòa án nhân dân huyện Châu Thành A", "BC-TA"
        ),
        (
            "vks-huyen-chau-thanh-a", "Viện kiểm sát nhân dân tỉnh Hậu Giang",
            "Viện kiểm sát nhân dân huyện Châu Thành A", "BC-VKS"
        ),
    ])
    func `an old report has the bodies of its time`(
        subject: String, superior: String, issuer: String, symbol: String
    ) throws {
        let head = try head(of: subject, on: "2024-12-31")
        #expect(head.superior == superior && head.issuer == issuer && head.symbol == symbol)
    }

    @Test(arguments: [
        ("doan-thanh-xuan", "2026-06-30", "Thành Đoàn Cần Thơ", "BCH Đoàn xã Thạnh Xuân"),
        ("doan-huyen-thap-muoi", "2024-06-30", "Tỉnh Đoàn Đồng Tháp", "Huyện Đoàn Tháp Mười"),
        ("doan-can-tho", "2026-06-30", "", "Thành Đoàn Cần Thơ"),
    ])
    func `the youth union has its own head, under the youth union above it`(
        subject: String, day: String, superior: String, issuer: String
    ) throws {
        let head = try head(of: subject, on: day)
        #expect(head.template == .youthUnion && head.superior == superior && head.issuer == issuer)
        #expect(head.signing == ["TM. Ban Thường vụ", "Bí thư"])
    }

    @Test func `who signs is the office of the body`() throws {
        #expect(try head(of: "ca-thanh-xuan").signing == ["Trưởng Công an xã"])
        #expect(try head(of: "vh-tan-hoa").signing == ["Giám đốc"])
        #expect(try head(of: "mttq-thanh-xuan").signing == ["TM. Ban Thường trực", "Chủ tịch"])
        #expect(try head(of: "truong-thcs-thanh-xuan").signing == ["Hiệu trưởng"])
        #expect(try head(of: "bcd-138-thanh-xuan").signing == ["TM. Ban Chỉ đạo", "Trưởng ban"])
        #expect(try head(of: "vh-tan-hoa").place == "Tân Hòa")
    }
}
