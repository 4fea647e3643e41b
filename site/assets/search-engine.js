// Runs search.wasm: hands it the index and queries as bytes, and reads its answers. No search is done here.
"use strict";

class ConcordatEngine {
  // `read(name)` promises the bytes of a file of site/search/.
  constructor(read) {
    this.read = read;
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

  async start() {
    const [code, index] = await Promise.all([this.read("search.wasm"), this.read("index.bin")]);
    const { instance } = await WebAssembly.instantiate(code, {});
    this.wasm = instance.exports;
    if (index.length && !this.wasm.concordat_open(...this.give(index))) throw new Error("index.bin");
  }

  // Copies bytes into the module; it frees them itself.
  give(bytes) {
    const address = this.wasm.concordat_allocate(bytes.length);
    new Uint8Array(this.wasm.memory.buffer, address, bytes.length).set(bytes);
    return [address, bytes.length];
  }

  search({ query, filters, limit }) {
    const request = [String(limit), ...filters.map(([name, value]) => name + "=" + value), "", query].join("\n");
    const length = this.wasm.concordat_search(...this.give(new TextEncoder().encode(request)));
    const answer = new Uint8Array(this.wasm.memory.buffer, this.wasm.concordat_answer(), length);
    return JSON.parse(new TextDecoder().decode(answer));
  }
}
