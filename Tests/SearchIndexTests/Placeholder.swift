@testable import SearchIndex
