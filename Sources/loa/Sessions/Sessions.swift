import ArgumentParser

struct Sessions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Buổi tuyên truyền.", "Sessions."),
        subcommands: [
            SessionsLog.self, SessionsList.self, SessionsShow.self, SessionsCorrect.self,
            SessionsWithdraw.self, SessionsImport.self,
        ])
}
