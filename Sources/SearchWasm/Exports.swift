import SearchCore

// What the browser calls. Everything goes in and out as bytes in the module's own memory; one index, one query at a time.

/// Room for bytes that the caller fills and hands to one of the functions below, which then own it.
@_expose(wasm, "concordat_allocate") @_cdecl("concordat_allocate")
public func allocate(_ count: Int) -> UnsafeMutablePointer<UInt8> { .allocate(capacity: max(1, count)) }

/// Opens a segment; further ones are searched together with it, in the order they came. 1 if it is one, 0 if not.
@_expose(wasm, "concordat_open") @_cdecl("concordat_open")
public func open(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    let owner = SegmentBytes(base: UnsafePointer(bytes), count: count) { _, _ in bytes.deallocate() }
    guard let segment = try? Segment(owner, verifying: true) else { return 0 }
    Engine.parts.append(Searcher.Part(segment))
    Engine.searcher = Searcher(Engine.parts)
    return 1
}

/// Answers a request; the answer's length. `concordat_answer` says where it is, until the next call.
@_expose(wasm, "concordat_search") @_cdecl("concordat_search")
public func search(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    let request = Request(Array(UnsafeBufferPointer(start: bytes, count: count)))
    bytes.deallocate()
    let results = Engine.searcher.search(request.query, options: request.options)
    Engine.answer = Answer.json(results)
    return Engine.answer.count
}

@_expose(wasm, "concordat_answer") @_cdecl("concordat_answer")
public func answer() -> UnsafePointer<UInt8>? { Engine.answer.withUnsafeBufferPointer { $0.baseAddress } }

/// SAFETY: a wasm module has one thread.
enum Engine {
    nonisolated(unsafe) static var parts: [Searcher.Part] = []
    nonisolated(unsafe) static var searcher = Searcher([])
    nonisolated(unsafe) static var answer: [UInt8] = []
}
