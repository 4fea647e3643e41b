import Dispatch
import SearchCore

/// Packs stored rows beside the thread that splits them into words. Rows are packed one by one in the order they come, on whichever
/// thread: the bytes are the same.
/// SAFETY (`@unchecked Sendable`): `writer` and `failure` are touched by the queue alone until `finish` has waited for it.
final class StoredWorker: @unchecked Sendable {
    private var writer: StoredWriter
    private var failure: IndexError?
    /// Nil where there is one thread: then rows are packed at once.
    private let queue: DispatchQueue?
    private var batch: [StoredRow] = []
    private var batchBytes = 0
    /// Batches on their way; more must wait, so that memory is bounded.
    private let free = DispatchSemaphore(value: 4)
    private static let mostBatchBytes = 1 << 18

    init(_ writer: StoredWriter, threads: Int) {
        self.writer = writer
        queue = threads > 1 ? DispatchQueue(label: "stored rows") : nil
    }

    func add(_ row: StoredRow) throws(IndexError) {
        guard queue != nil else { return try writer.add(row) }
        batch.append(row)
        batchBytes += row.text.count + row.heading.count + row.stored.count + 64
        if batchBytes >= Self.mostBatchBytes { send() }
    }

    private func send() {
        guard let queue, !batch.isEmpty else { return }
        free.wait()
        let rows = batch
        (batch, batchBytes) = ([], 0)
        queue.async {
            defer { self.free.signal() }
            if self.failure != nil { return }
            do throws(IndexError) {
                for row in rows { try self.writer.add(row) }
            } catch {
                self.failure = error
            }
        }
    }

    /// Waits for all rows and packs the rest. Returns the index of the blocks, and codes and preset dictionary.
    func finish() throws(IndexError) -> (index: [UInt8], dictionary: [UInt8]) {
        send()
        queue?.sync {}
        if let failure { throw failure }
        try writer.finish()
        return (writer.index, writer.dictionary)
    }
}
