// The search engine off the page's own thread.
"use strict";

importScripts("search-engine.js");

const engine = new ConcordatEngine(async (name) => {
  const response = await fetch("../search/" + name);
  if (!response.ok) throw new Error(name + ": " + response.status);
  return new Uint8Array(await response.arrayBuffer());
});
const ready = engine.start();
ready.then(() => postMessage({ ready: true }), (error) => postMessage({ failed: String(error) }));

onmessage = async (event) => {
  await ready;
  postMessage({ id: event.data.id, answer: await engine.search(event.data.request) });
};
