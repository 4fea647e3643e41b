@testable import KnowledgeBase
