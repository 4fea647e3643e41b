package import Foundation
import Language
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
    private let receive: @Sendable () throws -> [UInt8]
    private let clock: @Sendable () -> PartialDate

    /// - Parameter receive: the next piece of standard input, waited for; empty at its end.
    package init(
        facts: Facts, send: @escaping @Sendable ([UInt8]) throws -> Void, complain: @escaping @Sendable (String) -> Void,
        receive: @escaping @Sendable () throws -> [UInt8], clock: @escaping @Sendable () -> PartialDate
    ) {
        self.facts = facts
        self.send = send
        self.complain = complain
        self.receive = receive
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

    /// All of standard input.
    package func readInput() throws -> [UInt8] {
        var all: [UInt8] = []
        while case let piece = try receive(), !piece.isEmpty { all += piece }
        return all
    }

    /// Standard input by the line, as it comes: before the next piece is waited for, what was answered to the last goes out.
    /// - Parameter body: gets the line's number from 1, bytes, and where in them the line is, without its end.
    package func readLines(_ body: (Int, [UInt8], Range<Int>) throws -> Void) throws {
        var held: [UInt8] = []
        var number = 0
        while case let piece = try receive(), !piece.isEmpty {
            var sought = held.count
            var start = 0
            held += piece
            while case let end = ByteSearch.lineEnd(from: sought, in: held), end < held.count {
                number += 1
                try body(number, held, start..<end)
                start = end + 1
                sought = start
            }
            held.removeSubrange(..<start)
            try flush()
        }
        if !held.isEmpty { try body(number + 1, held, 0..<held.count) }
    }

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
            receive: { try piece() },
            clock: {
                let now = Calendar(identifier: .gregorian).dateComponents(in: .current, from: Date())
                return PartialDate(year: now.year ?? 1970, month: now.month, day: now.day)
            })
    }()

    /// What can be read of standard input now, at most 256 KiB.
    private static func piece() throws -> [UInt8] {
        let size = 1 << 18
        return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            var got = 0
            repeat { got = read(STDIN_FILENO, buffer.baseAddress, size) } while got < 0 && errno == EINTR
            guard got >= 0 else { throw Problem(.usage, "standard input cannot be read: \(String(cString: strerror(errno)))") }
            count = got
        }
    }
}
