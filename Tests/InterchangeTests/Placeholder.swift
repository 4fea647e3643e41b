@testable import Interchange
