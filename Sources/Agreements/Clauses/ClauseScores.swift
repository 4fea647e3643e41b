/// What an agreement's sentences say together of each clause type: the logarithm of the summed odds of the best four, so that several
/// sentences that show a type a little count as one that shows it well.
package struct ClauseScores: Sendable {
    private static let kept = 4
    private static let least: Int32 = -9 * 256
    /// `kept` scores a type, the best first.
    private var best = [Int32](repeating: least, count: kept * ClauseTypes.names.count)
    /// The provision of each type's best sentence.
    package private(set) var provisions = [Int](repeating: 0, count: ClauseTypes.names.count)

    package init() {}

    package mutating func add(_ scores: [Int32], provision: Int) {
        for type in scores.indices where scores[type] > best[(type + 1) * Self.kept - 1] {
            let first = type * Self.kept
            var at = first + Self.kept - 1
            while at > first, best[at - 1] < scores[type] {
                best[at] = best[at - 1]
                at -= 1
            }
            best[at] = scores[type]
            if at == first { provisions[type] = provision }
        }
    }

    /// In 256ths of a natural logarithm.
    package func total(_ type: Int) -> Int32 {
        best[type * Self.kept..<(type + 1) * Self.kept].reduce(Self.least, Self.sum)
    }

    /// log(exp a + exp b), by a table, in whole numbers.
    static func sum(_ a: Int32, _ b: Int32) -> Int32 {
        let step = Int(abs(a - b)) / 16
        return max(a, b) + (step < more.count ? more[step] : 0)
    }

    /// 256 log(1 + exp -d), for d in sixteenths: what the smaller adds to the greater.
    private static let more: [Int32] = [
        173, 166, 158, 151, 144, 137, 131, 124, 118, 113, 107, 102, 96, 92, 87, 82, 78, 74, 70, 66, 63, 59, 56, 53,
        50, 47, 45, 42, 40, 38, 35, 33, 32, 30, 28, 26, 25, 23, 22, 21, 20, 18, 17, 16, 15, 14, 14, 13,
        12, 11, 11, 10, 9, 9, 8, 8, 7, 7, 7, 6, 6, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 3,
        3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ]
}
