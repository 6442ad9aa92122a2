import ArgumentParser
import Outreach

/// The days and the length of a listing.
struct RangeOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Từ ngày.", "From."), valueName: "yyyy-mm-dd"))
    var from: Day?

    @Option(help: ArgumentHelp(say("Đến hết ngày.", "To the end of."), valueName: "yyyy-mm-dd"))
    var to: Day?

    @Option(help: ArgumentHelp(say("Số dòng tối đa.", "At most so many.")))
    var limit = 1000

    func validate() throws {
        if let from, let to, to < from {
            throw ValidationError(say("--to trước --from.", "--to lies before --from."))
        }
        try Limit.validate(limit)
    }
}

/// How many lines a listing may have.
enum Limit {
    static func validate(_ limit: Int) throws {
        guard limit > 0 else {
            throw ValidationError(say("--limit phải từ 1 trở lên.", "--limit has to be 1 or more."))
        }
    }
}
