import Foundation
import Synchronization

/// One line on standard error that fills up; nothing where that is no terminal.
final class ProgressBar: Sendable {
    private let console: Console?
    private let label: String
    private let shown = Mutex(-1)

    init(_ label: String, quiet: Bool) {
        console = Console.current.facts.errorIsTerminal && !quiet ? Console.current : nil
        self.label = label
    }

    func report(_ done: Int, of total: Int) {
        guard let console, total > 0 else { return }
        let percent = done * 100 / total
        shown.withLock { shown in
            guard percent > shown else { return }
            shown = percent
            let filled = percent * 30 / 100
            console.sayInPlace(
                "\r\(label) [\(String(repeating: "#", count: filled))\(String(repeating: ".", count: 30 - filled))] \(done) of \(total)")
        }
    }

    func finish() {
        guard let console, shown.withLock({ $0 }) >= 0 else { return }
        console.sayInPlace("\r\u{1B}[K")
    }
}
