import Language

/// "A shall pay the first instalment and B the second": the second clause leaves out its verb.
extension Grammar {
    /// Within an act: the conjunction, who does the same behind it, and to what; nil where nothing is left out.
    func gap(in act: Range<Int>) -> (conjunction: Int, bearer: Range<Int>, object: Range<Int>)? {
        // "give the Buyer the goods and the Seller the price" has two objects each time.
        guard act.count > 5, !has(act.lowerBound, .personal) else { return nil }
        for conjunction in act.dropFirst(2).dropLast(3) where word(conjunction) == .and {
            let first = conjunction + 1
            guard has(first, .determiner) || tokens[first].isCapital, !has(first, .preposition),
                let object = (first + 1..<act.upperBound).first(where: { opensObject($0) }), object + 1 <= act.upperBound,
                animacy(of: first..<object) == .agent,
                !(first..<act.upperBound).contains(where: { isFinite($0) || has($0, .relative) && word($0) != .that }),
                !(object..<act.upperBound).contains(where: { has($0, .timeUnit) }),
                (act.lowerBound + 1..<conjunction).contains(where: { has($0, .determiner) }),
                // "submit to the Senate and the House the report": the object is yet to come.
                !has(act.lowerBound + 1, .preposition),
                animacy(of: (act.lowerBound + 1)..<conjunction) != .agent
            else { continue }
            return (conjunction, first..<object, object..<act.upperBound)
        }
        return nil
    }

    /// "the second", "that of the works": a noun phrase right behind another.
    private func opensObject(_ index: Int) -> Bool {
        [.the, .that, .those, .a, .an, .its].contains(word(index))
            && !has(index - 1, .preposition.or(.determiner).or(.conjunction).or(.verb)) && isWord(index - 1)
    }
}
