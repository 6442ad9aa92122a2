import Foundation
import Operations
import Outreach

@testable import Office

extension Changes {
    static let safeguarding: [String: Making] = [
        "POST /consents": { _ in .form(by: "lan", consent, isMade: false) },
        "POST /consents/pictures": { office in
            .form(by: "lan", ["picture": office.values["hash"] ?? "", "children": "0"], reach: .shared)
        },
        "POST /consents/taken-down": { office in
            .form(by: "lan", ["post": try await posted(office).id.description], isMade: false)
        },
        "POST /consents/:consent/withdraw": { _ in .form(by: "lan", ["reason": "Gia đình đổi ý"], isMade: false) },
        "POST /posts/:post/override": { _ in .form(by: "minh", override, isMade: false) },
        "POST /posts/:post/withdraw-override": { _ in .form(by: "minh", override, isMade: false) },
        "POST /library/:material/override": { _ in .form(by: "minh", override, reach: .shared, isMade: false) },
        "POST /api/v1/check": { _ in .json(by: "lan", #"{"text":"Gọi 111"}"#, reach: .own) },
        "POST /api/v1/consents": { _ in
            .json(
                by: "lan",
                #"{"unit":"east-culture","reference":"12/2026","age":"child","childAgreed":true,"#
                    + #""guardianAgreed":true,"signedOn":"2026-05-01","expiresOn":"2027-05-01","pictures":[]}"#,
                isMade: false)
        },
        "POST /api/v1/consents/:consent/withdraw": { _ in
            .json(by: "lan", #"{"reason":"Gia đình đổi ý"}"#, isMade: false)
        },
        "POST /api/v1/pictures": { office in
            .json(by: "lan", #"{"picture":"\#(office.values["hash"] ?? "")","children":0}"#, reach: .shared)
        },
    ]

    private static let consent = [
        "unit": "east-culture", "reference": "11/2026", "age": "child", "child": "1", "guardian": "1",
        "signed": "2026-05-01", "until": "2027-05-01",
    ]

    private static let override = [
        "reason": "Tên người lớn", "finding": "S01@body:0-5", "text": String(repeating: "0", count: 64),
    ]
}
