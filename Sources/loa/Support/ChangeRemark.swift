import Operations
import Outreach

extension ChangeOptions {
    var mode: ChangeMode { dryRun ? .rehearse : .perform }

    /// Reminds that nothing was kept.
    func remark(_ console: Console) {
        if dryRun { console.say("(làm thử: chưa lưu gì)", "(dry run: nothing was kept)") }
    }
}
