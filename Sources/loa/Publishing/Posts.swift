import ArgumentParser

struct Posts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say("Bài đăng.", "Posts."),
        subcommands: [
            PostsList.self, PostsShow.self, PostsCreate.self, PostsImport.self, PostsEdit.self, PostsSubmit.self,
            PostsApprove.self, PostsReject.self, PostsOverride.self, PostsHold.self, PostsRelease.self,
            PostsCancel.self, PostsRetry.self,
            PostsResolve.self, PostsKit.self,
        ])
}
