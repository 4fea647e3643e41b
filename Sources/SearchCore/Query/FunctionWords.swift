/// Words that only ask or join, in English and French: what a question can do without when no record has all of its words.
///
/// "must", "may", "not" and their kin are no such words here: a register is asked by them.
enum FunctionWords {
    /// Folded, as terms are; each between two spaces.
    private static let list = Array(
        """
         a an the this that these those i we you he she it they me us my our your his her its their who whom whose what which when where why how \
        is are was were be been being am do does did has have had of to in on at by for from with about as and or but if then there here so any \
        some can could would \
        le la les un une des du de d l et ou au aux en dans sur par pour avec ce cet cette ces qui que qu quoi quand comment pourquoi combien \
        quel quelle quels quelles est sont il elle ils elles nous vous je tu se s son sa ses leur leurs y ne n c 
        """.utf8)

    private static func contains(_ term: [UInt8]) -> Bool {
        let wanted = [0x20] + term + [0x20]
        var start = 0
        while start + wanted.count <= list.count {
            if list[start..<start + wanted.count].elementsEqual(wanted) { return true }
            start += 1
        }
        return false
    }

    /// Whether a part of a query is one of these words; "WHO" in capitals is a name.
    static func contains(_ node: QueryNode) -> Bool {
        if case .word(let term, isAcronym: false) = node { contains(term) } else { false }
    }
}
