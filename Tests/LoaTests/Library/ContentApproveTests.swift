import Testing

struct ContentApproveTests {
    @Test func `a material that does not exist is refused with those that it may have meant`() async throws {
        let office = try await Office.open()
        let mistyped = try await office.loa("content", "approve", "nam-ngon-tai-an-toan", as: Office.approver)
            .refused(64)
        #expect(mistyped.messages.contains("Không có tài liệu") && mistyped.messages.contains("nam-ngon-tay-an-toan"))
        let known = try await office.loa("content", "approve", "nam-ngon-tay-an-toan", as: Office.approver).refused(64)
        #expect(known.messages.contains("đang chờ duyệt"))
    }
}
