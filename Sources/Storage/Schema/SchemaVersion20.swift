/// How far each reminder has come.
enum SchemaVersion20 {
    static let statements = [reminderStates]

    /// Those so far were written down once they had gone out. `sent_at` is when the state came about.
    static let reminderStates = "ALTER TABLE reminders_sent ADD COLUMN state TEXT NOT NULL DEFAULT 'sent'"
}
