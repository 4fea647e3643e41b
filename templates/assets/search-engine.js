// Runs search.wasm: hands it pieces of the index and queries as bytes, and reads its answers. No search is done here.
// A site has it as search/engine.js; before it stand, in base64, `searchModule` (search.wasm.packed) and `searchHead` (the head of the index), so that
// a first question waits for one file less. In a worker that file is all there is; a page opened from a disk, which may not have workers, takes it
// as a script.
"use strict";

class ConcordatEngine {
  // `read(name, again)` promises the bytes of a piece of the index; `again` passes over what the browser keeps.
  constructor(read) {
    this.read = read;
    this.coming = new Map();
    this.newest = 0;
  }

  // The bytes of a piece that came as a script: its characters, of which the lower eight bits count.
  static characters(text) {
    return Uint8Array.from(text, (character) => character.charCodeAt(0) & 255);
  }

  // The bytes of a piece that came as bytes: what stands between the first and the last quotes of its script.
  static quoted(script) {
    const start = script.indexOf(61) + 2, end = script.lastIndexOf(34);
    const bytes = new Uint8Array(Math.max(0, end - start));
    let count = 0;
    for (let at = start; at < end; at += 1) {
      const isEscape = script[at] === 92;
      if (isEscape) at += 1;
      bytes[count] = isEscape && script[at] === 110 ? 10 : isEscape && script[at] === 114 ? 13 : script[at];
      count += 1;
    }
    return bytes.subarray(0, count);
  }

  // The bytes of search.wasm: an unpacker stands before it, compressed by gzip, and before that how long it is.
  static async module() {
    const packed = ConcordatEngine.characters(atob(searchModule));
    const end = 2 + packed[0] + 256 * packed[1];
    const code = new Response(new Response(packed.subarray(2, end)).body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    const { instance: { exports: unpacker } } = await WebAssembly.instantiate(await code, {});
    new Uint8Array(unpacker.memory.buffer).set(packed.subarray(end), unpacker.packed());
    const count = unpacker.unpack();
    return new Uint8Array(unpacker.memory.buffer, unpacker.code(), count);
  }

  async start() {
    const { instance } = await WebAssembly.instantiate(await ConcordatEngine.module(), {});
    this.wasm = instance.exports;
    this.open(ConcordatEngine.characters(atob(searchHead)));
  }

  open(head) {
    if (!this.give("concordat_open", head)) throw new Error("head-0");
    this.coming.clear();
  }

  // Copies bytes into the module, which frees them itself, and calls one of its functions with them.
  give(name, bytes) {
    const address = this.wasm.concordat_allocate(bytes.length);
    new Uint8Array(this.wasm.memory.buffer, address, bytes.length).set(bytes);
    return this.wasm[name](address, bytes.length);
  }

  // Of the hits `limit`, after `offset`, in the order that the first `settled` have.
  ask({ query, filters, limit, offset, settled, counted }) {
    const lines = [[limit, offset || 0, settled || 0].join(" "), ...(counted || []).map((name) => "#" + name), ...filters.map(([name, value]) => name + "=" + value), "", query];
    const length = this.give("concordat_search", new TextEncoder().encode(lines.join("\n")));
    return JSON.parse(new TextDecoder().decode(new Uint8Array(this.wasm.memory.buffer, this.wasm.concordat_answer(), length)));
  }

  // Brings a piece, once. One that is damaged, or kept from before the site changed, is asked for again.
  bring(name) {
    if (!this.coming.has(name)) {
      const piece = this.take(name, false).catch(() => this.take(name, true));
      piece.catch(() => this.coming.delete(name));
      this.coming.set(name, piece);
    }
    return this.coming.get(name);
  }

  async take(name, again) {
    if (!this.give("concordat_add", await this.read(name, again))) throw new Error(name);
  }

  // The answer; null where another question was put while pieces of this one were on their way.
  async search(request) {
    this.newest += 1;
    const mine = this.newest;
    let isRenewed = false;
    for (;;) {
      const answer = this.ask(request);
      if (!answer.wanting) return answer;
      try {
        await Promise.all(answer.wanting.map((name) => this.bring(name)));
      } catch (fault) {
        // The site may have changed since this file was brought: with the head of now the pieces of now are right.
        if (isRenewed) throw fault;
        isRenewed = true;
        this.open(await this.read("head-0", true));
      }
      if (mine !== this.newest) return null;
    }
  }
}

if (typeof WorkerGlobalScope !== "undefined") {
  const engine = new ConcordatEngine(async (name, again) => {
    const response = await fetch(name + ".js", { cache: again ? "reload" : "default" });
    if (!response.ok) throw new Error(name + ": " + response.status);
    return ConcordatEngine.quoted(new Uint8Array(await response.arrayBuffer()));
  });
  const ready = engine.start();
  ready.then(() => postMessage({ ready: true }), (error) => postMessage({ failed: error.message }));
  onmessage = async ({ data: { id, request } }) => {
    try {
      await ready;
      postMessage({ id, answer: await engine.search(request) });
    } catch (error) {
      postMessage({ id, failed: error.message });
    }
  };
}
