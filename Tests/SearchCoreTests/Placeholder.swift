@testable import SearchCore
