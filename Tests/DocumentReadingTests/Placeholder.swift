@testable import DocumentReading
