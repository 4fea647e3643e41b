// The search page: as you type, ranked clauses, then facets. The answers come from search.wasm, in a worker over http, in the page over file://.
"use strict";

(function () {
  const root = document.body.dataset.root;
  const results = document.getElementById("results");
  const status = document.getElementById("status");
  const list = document.getElementById("hits");
  const facets = document.getElementById("facets");
  const form = document.querySelector("form[data-live]");
  const field = document.getElementById("query");
  const words = JSON.parse(results.dataset.words);
  // Parties by their own names (an index knows them by all) and the titles of documents, where there are not too many.
  const known = JSON.parse(results.dataset.known);
  const shownFields = ["kind", "document", "party", "modality", "strength"];
  const pageSize = 20;
  let asked = 0;
  let isReady = false;
  let limit = pageSize;

  // Where the engine runs: both answer { ready, search(request) -> promise }.
  function inWorker() {
    const worker = new Worker(root + "search/engine.js");
    const waiting = new Map();
    let number = 0;
    const ready = new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = (event) => {
        const message = event.data;
        if (message.ready) return resolve();
        if (message.failed && !message.id) return reject(new Error(message.failed));
        const { resolve: answered, reject: failed } = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.failed) failed(new Error(message.failed)); else answered(message.answer);
      };
    });
    const search = (request) => new Promise((resolve, reject) => {
      number += 1;
      waiting.set(number, { resolve, reject });
      worker.postMessage({ id: number, request });
    });
    return { ready, search };
  }

  function load(path, charset) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + path;
      if (charset) script.charset = charset;
      script.onload = resolve;
      script.onerror = () => reject(new Error(path));
      document.head.append(script);
    });
  }

  function inPage() {
    let engine = null;
    window.searchPieces = {};
    const ready = load("search/engine.js").then(() => {
      engine = new ConcordatEngine((name) => load("search/" + name + ".js", "x-user-defined").then(() => {
        const text = searchPieces[name];
        delete searchPieces[name];
        return ConcordatEngine.characters(text || "");
      }));
      return engine.start();
    });
    return { ready, search: (request) => engine.search(request) };
  }

  let engine = null;
  function start() {
    if (engine) return engine;
    engine = location.protocol === "file:" ? inPage() : inWorker();
    engine.ready.then(() => { isReady = true; }, fail);
    return engine;
  }

  // What is asked is what the address bar says.
  function filters() {
    const given = new URLSearchParams(location.search);
    return shownFields.flatMap((name) => given.getAll(name).map((value) => [name, value]));
  }

  function remember(query, chosen, push) {
    const given = new URLSearchParams();
    if (query) given.set("q", query);
    for (const [name, value] of chosen) given.append(name, value);
    const text = given.toString();
    const url = location.pathname + (text ? "?" + text : "");
    if (push) history.pushState(null, "", url); else history.replaceState(null, "", url);
  }

  async function run() {
    const query = field.value.trim();
    const chosen = filters();
    asked += 1;
    const mine = asked;
    if (!query && !chosen.length) {
      list.replaceChildren();
      facets.hidden = true;
      status.textContent = "";
      return;
    }
    const from = start();
    if (!isReady) status.textContent = words["results.loading"];
    try {
      await from.ready;
      // Hits first; to count facets takes a column of all records, which may have to be brought.
      const answer = await from.search({ query, filters: chosen, limit });
      if (!answer || mine !== asked) return;
      show(answer);
      const counts = await from.search({ query, filters: chosen, limit: 0, counted: shownFields });
      if (counts && mine === asked) showFacets(counts.facets, chosen);
    } catch (error) {
      if (mine === asked) fail(error);
    }
  }

  // Says which file is missing or damaged: that is what whoever keeps the site must know.
  function fail(error) {
    list.replaceChildren();
    facets.hidden = true;
    status.textContent = words["results.failed"].replace("{file}", error.message);
  }

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  function counted(name, number) {
    const isOne = document.documentElement.lang.startsWith("fr") ? number < 2 : number === 1;
    return words[name + (isOne ? ".one" : ".other")].replace("{n}", number.toLocaleString(document.documentElement.lang));
  }

  function show(answer) {
    let line = answer.total ? counted("results.hits", answer.total) : words["results.none"];
    if (answer.relaxed) line += ". " + words["results.relaxed"];
    if (answer.leftOut) line += ". " + words["results.leftOut"].replace("{words}", answer.leftOut);
    status.textContent = line;
    list.replaceChildren(...answer.hits.map(hit));
    if (answer.total > answer.hits.length) {
      const more = element("button", "button", words["results.more"]);
      more.type = "button";
      more.addEventListener("click", () => { limit += pageSize; run(); });
      list.append(element("li", "more", more));
    }
  }

  function hit(found) {
    const link = element("a", "where", found.title + (found.number ? ", " + found.number : ""));
    const provision = found.citation.slice(found.document.length + 1);
    link.href = root + "d/" + encodeURIComponent(found.document) + "/index.html#" + encodeURIComponent(provision);
    const snippet = element("p", "snippet");
    found.snippet.forEach((part, index) => snippet.append(index % 2 ? element("mark", "", part) : part));
    const item = element("li", "", link);
    if (found.heading) item.append(element("span", "path", found.heading));
    item.append(snippet);
    const modalities = found.modalities.filter((name) => words["modality." + name]);
    if (modalities.length) item.append(element("p", "badges", ...modalities.map(badge)));
    item.dataset.citation = found.citation;
    item.dataset.score = found.score;
    return item;
  }

  function badge(modality) {
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", "#icon-" + modality);
    icon.append(use);
    return element("span", "badge " + modality, icon, words["modality." + modality]);
  }

  function showFacets(counts, chosen) {
    const isChosen = (name, value) => chosen.some((pair) => pair[0] === name && pair[1] === value);
    const groups = [];
    for (const name of shownFields) {
      const values = counts[name] || [];
      if (values.length < 2 && !chosen.some((pair) => pair[0] === name)) continue;
      groups.push(element("h2", "", words["facet." + name]));
      for (const [value, count] of values.filter(([value]) => !known[name] || known[name][value]).slice(0, 8)) {
        const label = words[name + "." + value] || (known[name] && known[name][value]) || value;
        const button = element("button", "", element("span", "", label), element("span", "n", String(count)));
        button.type = "button";
        button.setAttribute("aria-pressed", String(isChosen(name, value)));
        button.addEventListener("click", () => {
          const others = chosen.filter((pair) => pair[0] !== name || pair[1] !== value);
          remember(field.value.trim(), isChosen(name, value) ? others : [...chosen, [name, value]], true);
          limit = pageSize;
          run();
        });
        groups.push(button);
      }
    }
    facets.replaceChildren(...groups);
    facets.hidden = !groups.length;
  }

  // Arrow keys walk from the field through the hits and back.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Escape") return;
    const links = Array.from(list.querySelectorAll("a.where"));
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== field) return;
    if (event.key === "Escape") { if (at >= 0) field.focus(); return; }
    const next = event.key === "ArrowDown" ? at + 1 : at - 1;
    if (event.key === "ArrowUp" && at < 0) return;
    event.preventDefault();
    if (next < 0) field.focus(); else if (links[next]) links[next].focus();
  });

  // For tests and the curious: a request is { query, filters: [[field, value]], limit }.
  window.concordatSearch = (request) => start().ready.then(() => engine.search(request));

  field.addEventListener("focus", start, { once: true });
  field.addEventListener("input", () => {
    limit = pageSize;
    remember(field.value.trim(), filters(), false);
    run();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(field.value.trim(), filters(), true);
    run();
  });
  function restore() {
    field.value = new URLSearchParams(location.search).get("q") || "";
    limit = pageSize;
    run();
  }
  window.addEventListener("popstate", restore);
  restore();
  if (!field.value) field.focus();
})();
