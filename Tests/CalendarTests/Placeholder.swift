@testable import Calendar
