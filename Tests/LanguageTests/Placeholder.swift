@testable import Language
