import ArgumentParser

struct Content: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Thư viện tài liệu.", "The library of materials."),
        subcommands: [
            ContentCheck.self, ContentImport.self, ContentList.self, ContentShow.self, ContentPoster.self,
            ContentSearch.self,
            ContentApprove.self, ContentReject.self,
        ])
}
