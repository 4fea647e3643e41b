@testable import Rules
