/// Counts what was built while the site is being looked at, and wakes the pages that wait for the next count.
actor ReloadSignal {
    private(set) var count = 0
    private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    private var tickets = 0

    /// Tells every page that waits.
    func fire() {
        count += 1
        for page in waiting.values { page.resume() }
        waiting = [:]
    }

    /// The count, as soon as it is another than `seen`, or when `patience` is over.
    func count(after seen: Int?, patience: Duration) async -> Int {
        guard count == seen else { return count }
        tickets += 1
        let ticket = tickets
        let alarm = Task {
            try? await Task.sleep(for: patience)
            wake(ticket)
        }
        await withCheckedContinuation { waiting[ticket] = $0 }
        alarm.cancel()
        return count
    }

    private func wake(_ ticket: Int) { waiting.removeValue(forKey: ticket)?.resume() }
}
