import Outreach
import Testing

/// A name written in a test.
func slug(_ text: String) throws -> Slug { try #require(Slug(text)) }
