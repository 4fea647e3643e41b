/// Room for the positions of one record; grows.
@safe final class PositionRoom {
    private(set) var numbers: UnsafeMutablePointer<UInt32>
    private(set) var capacity: Int

    init() {
        capacity = 256
        unsafe numbers = .allocate(capacity: 256)
    }

    func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        unsafe numbers.deallocate()
        capacity = wanted * 2
        unsafe numbers = .allocate(capacity: capacity)
    }

    deinit { unsafe numbers.deallocate() }
}
