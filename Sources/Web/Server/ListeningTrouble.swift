import Foundation
import NIOCore

extension Error {
    /// Why a port could not be opened, in the system's words alone; the framework puts its own function before them.
    var listeningTrouble: String {
        guard let error = self as? IOError else { return String(describing: self) }
        return String(cString: strerror(error.errnoCode))
    }
}
