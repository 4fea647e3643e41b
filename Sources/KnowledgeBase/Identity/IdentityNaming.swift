import Foundation
import LegalText

/// Names for the provisions that keep none.
struct IdentityNaming {
    private(set) var names: [String]
    private let document: Document
    private var used: Set<String>

    init(document: Document, used: [String]) {
        self.document = document
        self.used = Set(used)
        names = Array(repeating: "", count: document.provisions.count)
    }

    mutating func keep(_ name: String?, at provision: Int) {
        if let name { names[provision] = name }
    }

    /// Parents come before children, so a child's name can begin with its parent's.
    mutating func nameTheRest(isFirstReading: Bool) {
        let plans = plan()
        let followers = following()
        var lower: [String: String] = [:]
        for index in names.indices {
            let plan = plans[index]
            let (prefix, step) = (prefix(of: plan), plan.step)
            let cut = step.lastIndex(of: "_").map { step.index(after: $0) } ?? step.endIndex
            let family = prefix + step[..<cut]
            if names[index].isEmpty {
                let label = String(step[cut...])
                let upper = followers[index].flatMap { $0.hasPrefix(family) ? String($0.dropFirst(family.count)) : nil }
                let isNumbered = document.provisions[index].isNumbered
                names[index] =
                    if isFirstReading || isNumbered, !used.contains(prefix + step) {
                        prefix + step
                    } else if !isNumbered, !isFirstReading, upper == nil {
                        family + String(highest(in: family) + 1)
                    } else {
                        family
                            + InsertedLabel.between(
                                lower[family] ?? (isNumbered ? label : nil), upper, isUsed: { used.contains(family + $0) })
                    }
                used.insert(names[index])
                if let known = highestNumber[family] { highestNumber[family] = max(known, Int(names[index].dropFirst(family.count)) ?? 0) }
            }
            if names[index].hasPrefix(family) { lower[family] = String(names[index].dropFirst(family.count)) }
        }
    }

    private var highestNumber: [String: Int] = [:]

    /// The highest plain number ever given out in a family.
    private mutating func highest(in family: String) -> Int {
        if let known = highestNumber[family] { return known }
        var found = 0
        for name in used where name.hasPrefix(family) {
            if let number = Int(name.dropFirst(family.count)), number < 1 << 40 { found = max(found, number) }
        }
        highestNumber[family] = found
        return found
    }

    /// Where a provision's name comes from: its own step of the eId, below the parent's name where the eId says so.
    private struct Plan {
        var parent: Int?
        var fixedPrefix: String
        var step: String
    }

    private func prefix(of plan: Plan) -> String { plan.parent.map { names[$0] + "__" } ?? plan.fixedPrefix }

    private func plan() -> [Plan] {
        var open: [Int] = []
        return document.provisions.indices.map { index in
            let provision = document.provisions[index]
            open.removeLast(max(0, open.count - max(0, provision.depth)))
            defer { open.append(index) }
            let eId = provision.eId.isEmpty ? provision.type.rawValue + "_" + String(index + 1) : provision.eId
            if let parent = open.last, case let head = document.provisions[parent].eId + "__", head.utf8.count > 2, eId.hasPrefix(head) {
                return Plan(parent: parent, fixedPrefix: "", step: String(eId.dropFirst(head.count)))
            }
            let cut = Self.lastStep(of: eId)
            return Plan(parent: nil, fixedPrefix: String(eId[..<cut]), step: String(eId[cut...]))
        }
    }

    /// Where the last step of an eId begins: behind the last of the two underscores that part steps, read from the left.
    private static func lastStep(of eId: String) -> String.Index {
        let bytes = eId.utf8
        var (cut, at) = (bytes.startIndex, bytes.startIndex)
        while at < bytes.endIndex {
            let next = bytes.index(after: at)
            guard next < bytes.endIndex, bytes[at] == UInt8(ascii: "_"), bytes[next] == UInt8(ascii: "_") else {
                at = next
                continue
            }
            at = bytes.index(after: next)
            cut = at
        }
        return cut
    }

    /// By provision: the name of the next one after it in its family that already has one.
    private func following() -> [String?] {
        var next: [Substring: String] = [:]
        var found = [String?](repeating: nil, count: names.count)
        for index in names.indices.reversed() {
            let family = Ledger.family(of: document.provisions[index].eId)
            found[index] = next[family]
            if !names[index].isEmpty { next[family] = names[index] }
        }
        return found
    }
}
