// Runs search.wasm: hands it pieces of the index and queries as bytes, and reads its answers. No search is done here.
// In a worker this file is all there is; a page opened from a disk, which may not have workers, takes it as a script.
"use strict";

class ConcordatEngine {
  // `read(name, again)` promises the bytes of a file of site/search/; `again` passes over what the browser keeps.
  constructor(read) {
    this.read = read;
    this.coming = new Map();
    this.newest = 0;
  }

  // Files that a script brought along, for pages that may not fetch.
  static files = {};
  static embedded(name) {
    const text = atob(ConcordatEngine.files[name]);
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
    delete ConcordatEngine.files[name];
    return bytes;
  }

  // Some hosts unpack a .gz on the way, most do not.
  static async unpacked(bytes) {
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  async start() {
    const [code, head] = await Promise.all([this.read("search.wasm.gz").then(ConcordatEngine.unpacked), this.read("head-0.bin")]);
    const { instance } = await WebAssembly.instantiate(code, {});
    this.wasm = instance.exports;
    if (!this.give("concordat_open", head)) throw new Error("head-0");
  }

  // Copies bytes into the module, which frees them itself, and calls one of its functions with them.
  give(name, bytes) {
    const address = this.wasm.concordat_allocate(bytes.length);
    new Uint8Array(this.wasm.memory.buffer, address, bytes.length).set(bytes);
    return this.wasm[name](address, bytes.length);
  }

  ask({ query, filters, limit, counted }) {
    const lines = [String(limit), ...(counted || []).map((name) => "#" + name), ...filters.map(([name, value]) => name + "=" + value), "", query];
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
    if (!this.give("concordat_add", await this.read(name + ".bin", again))) throw new Error(name);
  }

  // The answer; null where another question was put while pieces of this one were on their way.
  async search(request) {
    this.newest += 1;
    const mine = this.newest;
    for (;;) {
      const answer = this.ask(request);
      if (!answer.wanting) return answer;
      await Promise.all(answer.wanting.map((name) => this.bring(name)));
      if (mine !== this.newest) return null;
    }
  }
}

if (typeof WorkerGlobalScope !== "undefined") {
  const engine = new ConcordatEngine(async (name, again) => {
    // The head says which pieces are right, so it is never taken from what the browser keeps without asking.
    const response = await fetch("../search/" + name, { cache: again ? "reload" : name === "head-0.bin" ? "no-cache" : "default" });
    if (!response.ok) throw new Error(name + ": " + response.status);
    return new Uint8Array(await response.arrayBuffer());
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
