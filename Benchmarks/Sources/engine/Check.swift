import SearchCore
import SearchIndex

struct Check {
    init(directory: String) throws {}
    func run(_ queries: [PeerQuery]) throws -> Bool { false }
}
