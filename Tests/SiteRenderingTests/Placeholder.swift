@testable import SiteRendering
