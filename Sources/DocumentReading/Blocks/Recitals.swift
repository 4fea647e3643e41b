/// The reasons that an act or agreement gives before its first rule.
enum Recitals {
    /// "Whereas:", "Considérant ce qui suit:": the line that opens them.
    static func begin(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let words = text.lowercased().drop { !$0.isLetter }
        return openings.contains { opening in
            words.hasPrefix(opening) && !words.dropFirst(opening.count).contains(where: \.isLetter)
        }
    }

    /// "HAVE ADOPTED THIS REGULATION:", "NOW, THEREFORE, the parties agree": the formula that closes them.
    static func end(_ text: String) -> Bool {
        let start = text.prefix(40).lowercased()
        return endings.contains { start.hasPrefix($0) }
    }

    private static let openings = [
        "whereas", "recitals", "considérant ce qui suit", "considérant", "in erwägung nachstehender gründe", "considerando quanto segue",
        "considerando lo siguiente", "considerando o seguinte", "overwegende hetgeen volgt",
    ]

    private static let endings = [
        "has adopted", "have adopted", "has decided", "have decided", "hereby", "now, therefore", "now therefore", "the parties agree",
        "it is agreed", "a adopté", "ont adopté", "a arrêté", "ont arrêté", "hat folgende", "haben folgende", "ha adottato",
        "hanno adottato",
        "ha adoptado", "han adoptado", "adotou", "adotaram", "heeft", "hebben",
    ]
}
