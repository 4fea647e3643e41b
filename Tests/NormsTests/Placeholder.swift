@testable import Norms
