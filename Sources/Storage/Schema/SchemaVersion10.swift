/// When a post was claimed stands beside its claim, so that its attempt is written once, when it is over.
enum SchemaVersion10 {
    static let statements = [
        "ALTER TABLE posts ADD COLUMN claimed_at BIGINT"
    ]
}
