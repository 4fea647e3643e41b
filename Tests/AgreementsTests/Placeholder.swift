@testable import Agreements
