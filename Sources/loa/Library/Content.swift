import ArgumentParser

struct Content: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Thư viện tài liệu.", "The library of materials."),
        subcommands: [
            ContentCheck.self, ContentImport.self, ContentRefresh.self, ContentList.self, ContentShow.self,
            ContentSearch.self,
            ContentPoster.self, ContentLearn.self, ContentOverride.self, ContentApprove.self, ContentReject.self,
        ])
}
