import SearchCore

// What the browser calls. Everything goes in and out as bytes in the module's own memory; one index, one query at a time.

/// Room for bytes that the caller fills and hands to one of the functions below, which then own it.
@_expose(wasm, "concordat_allocate") @_cdecl("concordat_allocate")
public func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> { .allocate(capacity: max(1, count)) }

/// Opens an index by its head, in the place of the one before. 1 if it is one, 0 if not.
@_expose(wasm, "concordat_open") @_cdecl("concordat_open")
public func open(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    let head = taken(bytes, count)
    Engine.search = try? PieceSearch(head: head)
    return Engine.search == nil ? 0 : 1
}

/// Takes in a piece of the index. 1 if it is one, whole and of this index; else 0.
@_expose(wasm, "concordat_add") @_cdecl("concordat_add")
public func add(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    let piece = taken(bytes, count)
    guard let search = Engine.search, (try? search.add(piece)) != nil else { return 0 }
    return 1
}

/// Answers a request; the answer's length. `concordat_answer` says where it is, until the next call.
@_expose(wasm, "concordat_search") @_cdecl("concordat_search")
public func search(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    let bytes = taken(bytes, count)
    let request = Request(bytes.bytes.array(0, bytes.count))
    if let answer = Engine.search?.ask(request.query, options: request.options) {
        Engine.answer = Answer.json(answer)
    } else {
        Engine.answer = Answer.json(.results(SearchResults()))
    }
    return Engine.answer.count
}

@_expose(wasm, "concordat_answer") @_cdecl("concordat_answer")
public func answer() -> UnsafePointer<UInt8>? { Engine.answer.withUnsafeBufferPointer { $0.baseAddress } }

private func taken(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> SegmentBytes {
    SegmentBytes(base: UnsafePointer(bytes), count: max(0, count)) { _, _ in bytes.deallocate() }
}

/// SAFETY: a wasm module has one thread.
enum Engine {
    nonisolated(unsafe) static var search: PieceSearch?
    nonisolated(unsafe) static var answer: [UInt8] = []
}
