import Foundation

extension Error {
    /// What the system says went wrong, in its own words (`strerror`, POSIX.1): Foundation's sentence says of many errors
    /// only that something could not be completed, with a number.
    public var systemWords: String {
        let error = self as NSError
        let cause = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? error
        guard cause.domain == NSPOSIXErrorDomain else { return localizedDescription }
        return String(cString: strerror(Int32(cause.code)))
    }
}
