/// Whom norms name, before it is known who they are: kept until every document has told of its parties. A name is kept once.
struct NormParties: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]
    /// For each norm its document and number, how many bearers, how many counterparties; then all those names.
    private var norms: [(document: Int32, norm: Int32, bearers: Int32, counterparties: Int32)] = []
    private var named: [Int32] = []

    mutating func add(_ named: [DocumentGist.NamedNorm], of document: Int) {
        for norm in named {
            norms.append((Int32(document), Int32(norm.number), Int32(norm.bearers.count), Int32(norm.counterparties.count)))
            for name in norm.bearers { self.named.append(self.number(of: name)) }
            for name in norm.counterparties { self.named.append(self.number(of: name)) }
        }
    }

    private mutating func number(of name: String) -> Int32 {
        if let known = numbers[name] { return known }
        numbers[name] = Int32(names.count)
        names.append(name)
        return Int32(names.count - 1)
    }

    /// In the order they came; names as numbers into `names`.
    func forEach(_ body: (NormPlace, _ bearers: ArraySlice<Int32>, _ counterparties: ArraySlice<Int32>) -> Void) {
        var at = 0
        for norm in norms {
            let middle = at + Int(norm.bearers)
            let end = middle + Int(norm.counterparties)
            body(NormPlace(document: Int(norm.document), norm: Int(norm.norm)), named[at..<middle], named[middle..<end])
            at = end
        }
    }
}
