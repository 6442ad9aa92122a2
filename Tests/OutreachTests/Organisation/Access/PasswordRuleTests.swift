import Foundation
import Testing

@testable import Outreach

private typealias Make = UnitFixture

/// Long, and not what is tried first; nothing else.
struct PasswordRuleTests {
    private func problem(_ password: String) throws -> PasswordProblem? {
        let lan = User(id: try Make.slug("lan-van-hoa-xa"), name: "Nguyễn Thị Lan Đài", grants: [])
        do {
            _ = try PasswordRule.checked(password, of: lan)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "mot cau de nho ve tre em", "Một câu dễ nhớ", "correct horse battery", "abc!!!!!@@@###$$", "!@#$%^&*()_+",
        "   a b c d e f g", "12 con ga di hoc", "😀😁😂😃😄😅😆😇😈😉😊😋",
    ])
    func `a long one of one's own is taken, whatever it is made of`(password: String) throws {
        #expect(try problem(password) == nil)
    }

    @Test(arguments: [
        ("", PasswordProblem.tooShort), ("ngan", .tooShort), ("muoi mot ky", .tooShort),
        (String(repeating: "ă", count: 11), .tooShort), (String(repeating: "dai qua ", count: 26), .tooLong),
        ("a" + String(repeating: "\u{301}", count: 1000) + "bcdefghijkl", .tooLong), ("lan-van-hoa-xa", .isName),
        ("LAN-VAN-HOA-XA", .isName), ("nguyen thi lan dai", .isName), ("Nguyễn Thị Lan Đài", .isName),
        ("password1234", .isCommon), ("Mật khẩu 123456", .isCommon), ("aaaaaaaaaaaa", .isCommon),
        ("lanlanlanlan", .isCommon), ("1234567890123", .isCommon), ("210987654321", .isCommon),
        ("abcdefghijkl", .isCommon), ("qwertyuiopas", .isCommon), ("1q2w3e4r5t6y", .isCommon),
        ("AnhYeuEm123456", .isCommon),
    ])
    func `a short, endless, own or common one is refused, and why is said`(
        password: String, expected: PasswordProblem
    ) throws {
        #expect(try problem(password) == expected)
        #expect(expected.message(.vietnamese) != expected.message(.english))
    }

    @Test func `both ways of writing a letter are one password`() throws {
        let user = User(id: try Make.slug("an"), name: "An", grants: [])
        let (composed, decomposed) = ("Trẻ em như búp", "Trẻ em như búp".decomposedStringWithCanonicalMapping)
        #expect(composed.utf8.count != decomposed.utf8.count)
        #expect(
            Array(try PasswordRule.checked(decomposed, of: user).utf8)
                == Array(try PasswordRule.checked(composed, of: user).utf8))
    }

    @Test func `the shortest and the longest are taken`() throws {
        let letters = "xin hay goi tong dai mot mot mot khi thay tre em can giup do ngay nhe cac ban oi "
        #expect(try problem(String(letters.prefix(12))) == nil)
        #expect(try problem(String(String(repeating: letters + "!", count: 3).prefix(200))) == nil)
        #expect(try problem(String(String(repeating: letters + "!", count: 3).prefix(201))) == .tooLong)
    }
}
