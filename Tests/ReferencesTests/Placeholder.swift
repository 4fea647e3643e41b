@testable import References
