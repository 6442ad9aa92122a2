import Outreach

extension Safeguard {
    /// What the rules find in each of many texts, on all cores at once; the texts of a list of ten thousand rows.
    func findingsOfEach(_ texts: [CheckedText]) -> [[Finding]] {
        texts.portions(of: 64)
            .concurrentMap { part in part.map { findingsAsTypedAndRead(in: $0) } }
            .flatMap(\.self)
    }
}
