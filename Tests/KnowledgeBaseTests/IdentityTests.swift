import LegalText
import Testing

@testable import KnowledgeBase

/// Words that differ from paragraph to paragraph, the same in every run.
private struct Words {
    var state: UInt64

    mutating func number(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func word() -> String {
        let syllables = ["ka", "lo", "mi", "ru", "te", "sa", "no", "vi", "du", "pe"]
        return (0..<3).map { _ in syllables[number(below: 10)] }.joined()
    }

    mutating func sentence(_ length: Int = 20) -> String { (0..<length).map { _ in word() }.joined(separator: " ") + "." }
}

private func document(_ paragraphs: [String]) -> Document {
    var document = Document()
    for (index, text) in paragraphs.enumerated() {
        var provision = Provision(.paragraph, depth: 0)
        provision.text = text
        provision.eId = "para_\(index + 1)"
        document.provisions.append(provision)
    }
    return document
}

private func sections(_ texts: [(label: String, text: String)]) -> Document {
    var document = Document()
    for (label, text) in texts {
        var provision = Provision(.section, depth: 0)
        provision.label = label + "."
        provision.text = text
        provision.eId = "sec_" + label
        document.provisions.append(provision)
    }
    return document
}

/// The identifiers after each of several versions of one text.
private func identifiers(_ versions: Document...) -> [[String]] {
    var entries: [Ledger.Entry] = []
    return versions.map { version in
        var version = version
        entries = IdentityAssigner.assign(&version, ledger: entries)
        return version.provisions.map(\.wId)
    }
}

@Suite struct IdentityTests {
    private let texts: [String] = {
        var words = Words(state: 7)
        return (0..<8).map { _ in words.sentence() }
    }()
    private let new = ["Anyone may ask the board for a copy of the rules.", "A fee is due in June.", "No dogs on the quay at night."]

    @Test func insertedParagraphTakesALetter() {
        var once = texts
        once.insert(new[0], at: 6)
        var twice = once
        twice.insert(new[1], at: 7)
        var between = twice
        between.insert(new[2], at: 6)
        let found = identifiers(document(texts), document(once), document(twice), document(between))
        #expect(found[1] == ["para_1", "para_2", "para_3", "para_4", "para_5", "para_6", "para_6A", "para_7", "para_8"])
        #expect(found[2][6...8] == ["para_6A", "para_6B", "para_7"])
        #expect(found[3][5...8] == ["para_6", "para_6ZA", "para_6A", "para_6B"])
    }

    @Test func insertedBeforeTheFirstAndAfterTheLast() {
        #expect(identifiers(document(texts), document([new[0]] + texts + [new[1]]))[1].first == "para_A1")
        #expect(identifiers(document(texts), document([new[0]] + texts + [new[1]]))[1].last == "para_9")
    }

    @Test func editedParagraphKeepsItsIdentifierBesideAnInsertion() {
        var edited = texts
        edited[3] = texts[3].split(separator: " ").dropLast(5).joined(separator: " ") + " and nobody else."
        edited.insert(new[0], at: 3)
        #expect(
            identifiers(document(texts), document(edited))[1] == [
                "para_1", "para_2", "para_3", "para_3A", "para_4", "para_5", "para_6", "para_7", "para_8",
            ])
    }

    @Test func movedParagraphKeepsItsIdentifier() {
        var moved = texts
        moved.swapAt(1, 6)
        #expect(
            identifiers(document(texts), document(moved))[1] == [
                "para_1", "para_7", "para_3", "para_4", "para_5", "para_6", "para_2", "para_8",
            ])
    }

    @Test func deletedIdentifierIsNeverGivenToAnotherTextAndComesBackWithItsOwn() {
        var cut = texts
        cut.remove(at: 7)
        let found = identifiers(document(texts), document(cut), document(cut + [new[0]]), document(cut + [new[0], texts[7]]))
        #expect(found[2].last == "para_9")
        #expect(found[3].suffix(2) == ["para_9", "para_8"])
    }

    @Test func deletedIdentifierLeavesATombstone() {
        var version = document(texts)
        let before = IdentityAssigner.assign(&version, ledger: [])
        var cut = document(texts.enumerated().filter { $0.offset != 4 }.map(\.element))
        let after = IdentityAssigner.assign(&cut, ledger: before)
        #expect(
            Ledger.tombstones(of: "rules", after, isLive: true) == [Tombstone(document: "rules", wId: "para_5", successor: "para_4")])
        #expect(Ledger.tombstones(of: "rules", after, isLive: false).map(\.successor) == [nil])
    }

    @Test func equalTextsKeepTheirOrder() {
        let same = ["Reserved.", texts[0], "Reserved.", texts[1], "Reserved."]
        let found = identifiers(document(same), document([new[0]] + same), document([new[0]] + same.dropLast()))
        #expect(found[1] == ["para_A1", "para_1", "para_2", "para_3", "para_4", "para_5"])
        #expect(found[2] == ["para_A1", "para_1", "para_2", "para_3", "para_4"])
    }

    @Test func numberedTextTakesItsNumberAndKeepsItThroughRenumbering() {
        let old = [("1", texts[0]), ("2", texts[1]), ("3", texts[2])]
        let renumbered = [("1", texts[0]), ("2", new[0]), ("3", texts[1]), ("4", texts[2])]
        let found = identifiers(sections(old), sections(renumbered))
        #expect(found[0] == ["sec_1", "sec_2", "sec_3"])
        #expect(found[1] == ["sec_1", "sec_1A", "sec_2", "sec_3"])
        // Rewritten altogether under the same number; and a new number.
        #expect(
            identifiers(sections(old), sections([("1", texts[0]), ("2", new[1]), ("3", texts[2]), ("4", new[2])]))[1] == [
                "sec_1", "sec_2", "sec_3", "sec_4",
            ])
    }

    @Test func childrenFollowTheirParent() {
        func tree(_ parents: [(String, [String])]) -> Document {
            var document = Document()
            for (index, parent) in parents.enumerated() {
                var heading = Provision(.heading, depth: 0)
                heading.heading = parent.0
                heading.eId = "hcontainer_\(index + 1)"
                document.provisions.append(heading)
                for (number, text) in parent.1.enumerated() {
                    var provision = Provision(.paragraph, depth: 1)
                    provision.text = text
                    provision.eId = "hcontainer_\(index + 1)__para_\(number + 1)"
                    document.provisions.append(provision)
                }
            }
            return document
        }
        let before = tree([("Purpose", [texts[0], texts[1]]), ("Meetings of the board", [texts[2]])])
        let after = tree([
            ("Foreword of the chair", [new[0]]), ("Purpose", [texts[0], texts[1]]), ("Meetings of the board", [texts[2], new[1]]),
        ])
        #expect(
            identifiers(before, after)[1] == [
                "hcontainer_A1", "hcontainer_A1__para_1", "hcontainer_1", "hcontainer_1__para_1", "hcontainer_1__para_2", "hcontainer_2",
                "hcontainer_2__para_1", "hcontainer_2__para_2",
            ])
    }

    /// A thousand edits, each to one paragraph: every other paragraph keeps its identifier, and none is ever given twice.
    @Test(arguments: [UInt64(1), 2, 3, 4]) func thousandRandomEditsKeepAllOtherIdentifiers(seed: UInt64) {
        var words = Words(state: seed)
        var texts = (0..<30).map { _ in words.sentence() }
        var current = document(texts)
        var entries = IdentityAssigner.assign(&current, ledger: [])
        var given = Dictionary(uniqueKeysWithValues: zip(current.provisions.map(\.wId), texts))
        for step in 0..<250 {
            let before = Dictionary(uniqueKeysWithValues: zip(current.provisions.map(\.text), current.provisions.map(\.wId)))
            let at = words.number(below: texts.count)
            var edited: (old: String, new: String)?
            switch words.number(below: texts.count < 10 ? 2 : 4) {
            case 0: texts.insert(words.sentence(), at: at)
            case 1:
                var parts = texts[at].split(separator: " ").map(String.init)
                for _ in 0..<3 { parts[words.number(below: parts.count)] = words.word() }
                edited = (texts[at], parts.joined(separator: " "))
                texts[at] = parts.joined(separator: " ")
            case 2: texts.remove(at: at)
            default: texts.swapAt(at, words.number(below: texts.count))
            }
            current = document(texts)
            entries = IdentityAssigner.assign(&current, ledger: entries)
            #expect(Set(current.provisions.map(\.wId)).count == texts.count, "step \(step)")
            for provision in current.provisions {
                if provision.text == edited?.new {
                    #expect(provision.wId == before[edited?.old ?? ""], "step \(step)")
                } else if let known = before[provision.text] {
                    #expect(provision.wId == known, "step \(step)")
                } else {
                    #expect(given[provision.wId] == nil, "step \(step): \(provision.wId) was another text's")
                }
                given[provision.wId] = provision.text
            }
        }
    }
}
