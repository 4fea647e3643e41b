package import Foundation
package import LegalText
import Synchronization

/// Everything a verb may touch of the world around it: its streams, the terminal, the clock. Tests put their own in its place.
package final class Console: Sendable {
    package struct Facts: Sendable {
        package var outputIsTerminal = false
        package var errorIsTerminal = false
        package var width = 100
        package var environment: [String: String] = [:]
        package var folder = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)

        package init() {}
    }

    package let facts: Facts
    private let buffer = Mutex([UInt8]())
    private let send: @Sendable ([UInt8]) throws -> Void
    private let complain: @Sendable (String) -> Void
    private let input: @Sendable () -> [UInt8]
    private let clock: @Sendable () -> PartialDate

    package init(
        facts: Facts, send: @escaping @Sendable ([UInt8]) throws -> Void, complain: @escaping @Sendable (String) -> Void,
        input: @escaping @Sendable () -> [UInt8], clock: @escaping @Sendable () -> PartialDate
    ) {
        self.facts = facts
        self.send = send
        self.complain = complain
        self.input = input
        self.clock = clock
    }

    @TaskLocal package static var current = Console.system

    /// Standard output, gathered into large writes.
    package func write(_ bytes: some Sequence<UInt8>) throws {
        let full = buffer.withLock { buffer -> [UInt8]? in
            buffer.append(contentsOf: bytes)
            guard buffer.count >= 1 << 16 else { return nil }
            defer { buffer = [] }
            return buffer
        }
        if let full { try send(full) }
    }

    package func print(_ line: String = "") throws { try write((line + "\n").utf8) }

    package func flush() throws {
        let rest = buffer.withLock { buffer -> [UInt8] in
            defer { buffer = [] }
            return buffer
        }
        if !rest.isEmpty { try send(rest) }
    }

    /// Standard error: messages, never data.
    package func say(_ message: String) { complain(message + "\n") }

    /// As `say`, without a new line: for the progress bar.
    package func sayInPlace(_ message: String) { complain(message) }

    package func readInput() -> [UInt8] { input() }

    package var today: PartialDate { clock() }
}

extension Console {
    /// The process's own. The only place where a clock is read.
    private static let system: Console = {
        var facts = Facts()
        facts.outputIsTerminal = isatty(STDOUT_FILENO) == 1
        facts.errorIsTerminal = isatty(STDERR_FILENO) == 1
        facts.environment = ProcessInfo.processInfo.environment
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 { facts.width = min(Int(size.ws_col), 120) }
        return Console(
            facts: facts, send: { try FileHandle.standardOutput.write(contentsOf: $0) },
            complain: { try? FileHandle.standardError.write(contentsOf: Array($0.utf8)) },
            input: { [UInt8](FileHandle.standardInput.readDataToEndOfFile()) },
            clock: {
                let now = Calendar(identifier: .gregorian).dateComponents(in: .current, from: Date())
                return PartialDate(year: now.year ?? 1970, month: now.month, day: now.day)
            })
    }()
}
