import Foundation
import Synchronization

/// Runs independent pieces of work on several threads. Results stand in the order of the work, so their number never shows.
enum Workers {
    static func map<Result: Sendable>(_ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
        let jobs = max(1, min(jobs, count))
        guard jobs > 1 else { return (0..<count).map(work) }
        let next = Atomic(0)
        let results = Mutex([Result?](repeating: nil, count: count))
        withoutActuallyEscaping(work) { work in
            DispatchQueue.concurrentPerform(iterations: jobs) { _ in
                while case let index = next.add(1, ordering: .relaxed).oldValue, index < count {
                    let result = work(index)
                    results.withLock { $0[index] = result }
                }
            }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}

/// Counts across threads.
final class Counter: Sendable {
    private let count = Atomic(0)

    /// 1, then 2 ...
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
