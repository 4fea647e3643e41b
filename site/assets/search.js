// The search page: as you type, ranked clauses in view, then facets, then the clauses below. The answers come from search.wasm, in a worker over http, in the page over file://.
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
  // What a hit takes of the height, until there are some to measure.
  let hitHeight = 140;
  let asked = 0;
  let isReady = false;

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
    // Answers nothing where another question was put meanwhile.
    const ask = async (request) => {
      const answer = await from.search({ query, filters: chosen, limit: 0, ...request });
      return mine === asked ? answer : null;
    };
    try {
      await from.ready;
      // The hits in view first, each of which may stand in a piece of its own; then the facets, which take a column of all records; then, as soon
      // as the reader moves or rests, the hits below.
      // Who comes back finds the hits where they were left: then all are asked for at once.
      const left = history.state && history.state.left;
      let count = left ? pageSize : Math.min(inView(), pageSize);
      const answer = await ask({ limit: count, settled: pageSize });
      if (!answer) return;
      show(answer, chosen);
      if (left) {
        scrollTo({ top: left, behavior: "instant" });
        history.replaceState(null, "");
      }
      const wanted = Math.min(answer.total, pageSize);
      while (count < wanted && list.getBoundingClientRect().bottom < innerHeight) {
        const more = await ask({ limit: Math.min(Math.max(inView(), count + 1), wanted) - count, offset: count, settled: pageSize });
        if (!more) return;
        list.append(...more.hits.map(hit));
        count += more.hits.length;
      }
      const counts = await ask({ counted: shownFields });
      if (!counts) return;
      showFacets(counts.facets, chosen);
      if (count < wanted) {
        await readerMoves();
        const rest = await ask({ limit: wanted - count, offset: count, settled: pageSize });
        if (!rest) return;
        list.append(...rest.hits.map(hit));
      }
      if (answer.total > wanted) list.append(moreButton(ask, answer.total, wanted));
    } catch (error) {
      if (mine === asked) fail(error);
    }
  }

  // So many hits are in view, at least one.
  function inView() {
    const { top, height } = list.getBoundingClientRect();
    const hits = list.querySelectorAll("[data-citation]").length;
    if (hits) hitHeight = height / hits;
    return Math.max(1, Math.ceil((innerHeight - Math.max(top, 0)) / hitHeight));
  }

  // Kept when the reader scrolls, presses a key that leads on, prints, or has rested for a second.
  function readerMoves() {
    return new Promise((resolve) => {
      const leave = new AbortController();
      const moved = () => { clearTimeout(rested); leave.abort(); resolve(); };
      const rested = setTimeout(moved, 1000);
      for (const name of ["scroll", "beforeprint"]) addEventListener(name, moved, { signal: leave.signal });
      addEventListener("keydown", ({ key }) => { if (/^(Tab|Arrow|Page|End)/.test(key)) moved(); }, { signal: leave.signal });
    });
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

  function button(className, text, act) {
    const made = element("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function counted(name, number) {
    const isOne = document.documentElement.lang.startsWith("fr") ? number < 2 : number === 1;
    return words[name + (isOne ? ".one" : ".other")].replace("{n}", number.toLocaleString(document.documentElement.lang));
  }

  function show(answer, chosen) {
    let line = answer.total ? counted("results.hits", answer.total) : words["results.none"];
    if (answer.relaxed) line += ". " + words["results.relaxed"];
    if (answer.leftOut) line += ". " + words["results.leftOut"].replace("{words}", answer.leftOut);
    status.textContent = line;
    list.replaceChildren(...answer.hits.map(hit));
    if (!answer.total) list.append(nothing(chosen));
    // Its place is kept before the counts have come, so that nothing moves then.
    facets.hidden = !answer.total && !chosen.length;
  }

  // What to do where nothing was found.
  function nothing(chosen) {
    const help = element("li", "nothing", element("p", "", words["results.noneHelp"]));
    if (chosen.length) help.append(button("button", words["results.widen"], () => { remember(field.value.trim(), [], true); run(); }));
    return help;
  }

  function moreButton(ask, total, start) {
    const item = element("li", "more");
    item.append(button("button", words["results.more"], async () => {
      const answer = await ask({ limit: pageSize, offset: start, settled: start + pageSize }).catch(fail);
      if (!answer) return;
      const hits = answer.hits.map(hit);
      item.replaceWith(...hits, ...(start + pageSize < total ? [moreButton(ask, total, start + pageSize)] : []));
      hits[0].querySelector("a").focus();
    }));
    return item;
  }

  // "¶ 6" of a provision without a number, as the site's pages say it: of "para_6"; "3 ¶ 6" of "sec_3__para_6".
  function paragraph(provision) {
    const [last, above] = provision.split("__").reverse().map((step) => step.slice(step.indexOf("_") + 1));
    if (!/^[0-9]/.test(last)) return "";
    return (above && /^[0-9]/.test(above) ? above + "\u00a0" : "") + "¶\u00a0" + last;
  }

  function hit(found) {
    const provision = found.citation.slice(found.document.length + 1);
    const name = found.number || paragraph(provision);
    const link = element("a", "where", found.title + (name ? ", " + name : ""));
    link.href = root + "d/" + encodeURIComponent(found.document) + "/index.html#" + encodeURIComponent(provision);
    const snippet = element("p", "snippet");
    found.snippet.forEach((part, index) => snippet.append(index % 2 ? element("mark", "", part) : part));
    if (found.cut & 1) snippet.prepend("… ");
    if (found.cut & 2) snippet.append(" …");
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
      const picked = chosen.filter((pair) => pair[0] === name).map((pair) => pair[1]);
      const values = (counts[name] || []).filter(([value]) => !known[name] || known[name][value] || picked.includes(value)).slice(0, 8);
      // What was chosen can be let go, even where nothing of it was found.
      for (const value of picked) if (!values.some((pair) => pair[0] === value)) values.push([value, 0]);
      if (values.length < 2 && !picked.length) continue;
      groups.push(element("h2", "", words["facet." + name]));
      for (const [value, count] of values) {
        const label = words[name + "." + value] || (known[name] && known[name][value]) || value;
        const choose = button("", element("span", "", label), () => {
          const others = chosen.filter((pair) => pair[0] !== name || pair[1] !== value);
          remember(field.value.trim(), isChosen(name, value) ? others : [...chosen, [name, value]], true);
          run();
        });
        choose.append(element("span", "n", count.toLocaleString(document.documentElement.lang)));
        choose.setAttribute("aria-pressed", String(isChosen(name, value)));
        groups.push(choose);
      }
    }
    facets.querySelector("div").replaceChildren(...groups);
    facets.classList.toggle("empty", !groups.length);
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

  // Beside the hits what narrows them lies open; above them, on narrow screens, it is folded.
  const narrow = matchMedia("(max-width: 60rem)");
  const fold = () => { facets.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();

  list.addEventListener("click", (event) => {
    if (event.target.closest("a.where")) history.replaceState({ left: scrollY }, "");
  });
  field.addEventListener("focus", start, { once: true });
  field.addEventListener("input", () => {
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
    run();
  }
  window.addEventListener("popstate", restore);
  restore();
  if (!field.value) field.focus();
})();
