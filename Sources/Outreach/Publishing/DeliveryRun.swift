/// How long sending goes on.
public enum DeliveryRun: Sendable, Hashable {
    /// What is due now, each post at most once.
    case once
    /// Until nothing is left that falls due within this time, retries included.
    case untilIdle(within: Duration)
    /// Until the task is cancelled, looking for new posts at least this often.
    case forever(every: Duration)
}
