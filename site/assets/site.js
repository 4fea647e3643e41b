// What every page does beyond its text: definitions on hover and focus, copy citation, the table's filter, the outline's place, "/" to search.
"use strict";

(function () {
  const say = document.body.dataset;

  // Definitions: the glossary's entry, shown beside the term.
  const shown = document.createElement("div");
  shown.className = "definition";
  shown.id = "shown-definition";
  shown.setAttribute("role", "tooltip");
  shown.hidden = true;
  let holder = null;
  let waiting = 0;

  function hide() {
    if (holder) holder.removeAttribute("aria-describedby");
    holder = null;
    shown.hidden = true;
  }

  function show(term) {
    const entry = document.getElementById(term.dataset.term);
    const meaning = entry && entry.nextElementSibling;
    if (!meaning) return;
    shown.replaceChildren();
    const name = document.createElement("b");
    name.textContent = entry.textContent;
    const words = meaning.firstChild && meaning.firstChild.nodeType === Node.TEXT_NODE ? meaning.firstChild.textContent.trim() : "";
    shown.append(name, words ? ": " + words : "");
    shown.hidden = false;
    holder = term;
    term.setAttribute("aria-describedby", shown.id);
    const place = term.getBoundingClientRect();
    const width = shown.offsetWidth;
    const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - width - 8));
    const above = place.top > shown.offsetHeight + 12;
    shown.style.left = left + window.scrollX + "px";
    shown.style.top = (above ? place.top - shown.offsetHeight - 6 : place.bottom + 6) + window.scrollY + "px";
  }

  const terms = document.querySelectorAll("a.term");
  if (terms.length) {
    document.querySelector("main").append(shown);
    for (const term of terms) {
      term.addEventListener("focus", () => show(term));
      term.addEventListener("blur", hide);
      term.addEventListener("mouseenter", () => { clearTimeout(waiting); show(term); });
      term.addEventListener("mouseleave", () => { waiting = setTimeout(hide, 200); });
    }
    shown.addEventListener("mouseenter", () => clearTimeout(waiting));
    shown.addEventListener("mouseleave", () => { waiting = setTimeout(hide, 200); });
  }

  // Copy citation: a button behind every clause's permalink.
  if (navigator.clipboard) {
    for (const link of document.querySelectorAll("[data-citation]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = say.copy;
      button.setAttribute("aria-label", say.copy + " " + link.dataset.citation);
      button.addEventListener("click", () => {
        navigator.clipboard.writeText(link.dataset.citation).then(() => {
          button.textContent = say.copied;
          button.classList.add("done");
          setTimeout(() => { button.textContent = say.copy; button.classList.remove("done"); }, 1500);
        });
      });
      link.parentElement.append(button);
    }
  }

  // A norm in the margin lights up the sentence it rests on.
  for (const norm of document.querySelectorAll(".norm")) {
    const quotes = document.querySelectorAll('.quote[data-norms="' + CSS.escape(norm.id) + '"]');
    const light = (on) => quotes.forEach((quote) => quote.classList.toggle("lit", on));
    norm.addEventListener("mouseenter", () => light(true));
    norm.addEventListener("mouseleave", () => light(false));
    norm.addEventListener("focusin", () => light(true));
    norm.addEventListener("focusout", () => light(false));
  }

  // The outline shows where one is.
  const outline = document.querySelector(".outline");
  if (outline) {
    const narrow = window.matchMedia("(max-width: 75rem)");
    if (narrow.matches) outline.querySelector("details").open = false;
    const links = new Map();
    for (const link of outline.querySelectorAll("a")) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) links.set(target, link);
    }
    let current = null;
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        if (current) { current.classList.remove("here"); current.removeAttribute("aria-current"); }
        current = links.get(entry.target);
        current.classList.add("here");
        current.setAttribute("aria-current", "true");
      }
    }, { rootMargin: "0px 0px -75% 0px" });
    for (const target of links.keys()) watch.observe(target);
  }

  // Tables that can be narrowed.
  for (const form of document.querySelectorAll("form.filters")) {
    const rows = Array.from(document.querySelectorAll("." + form.dataset.table + " tbody tr"));
    const output = form.querySelector("output");
    const texts = rows.map((row) => row.textContent.toLowerCase());
    // Who the norms of this page bind: as the rows say it.
    const people = form.querySelector("[data-filter=who]");
    if (people) {
      const names = rows.map((row) => (row.querySelector(".who") || row).textContent.split(", ").filter((name) => name));
      rows.forEach((row, index) => { row.dataset.who = "\n" + names[index].join("\n") + "\n"; });
      const seen = Array.from(new Set(names.flat())).sort((a, b) => a.localeCompare(b));
      people.append(...seen.map((name) => new Option(name, "\n" + name + "\n")));
    }
    const fitsRow = (row, index, name, value) =>
      name === "text" ? texts[index].includes(value.trim().toLowerCase())
        : name === "who" ? row.dataset.who.includes(value) : row.dataset[name] === value;
    const narrow = () => {
      const wanted = Array.from(form.querySelectorAll("[data-filter]"), (field) => [field.dataset.filter, field.value]);
      let count = 0;
      rows.forEach((row, index) => {
        const fits = wanted.every(([name, value]) => !value || fitsRow(row, index, name, value));
        row.hidden = !fits;
        if (fits) count += 1;
      });
      output.textContent = count.toLocaleString(document.documentElement.lang) + " / " + rows.length.toLocaleString(document.documentElement.lang);
    };
    form.addEventListener("input", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    narrow();
  }

  // The year view marks the current year.
  const now = "year-" + new Date().getFullYear();
  const year = document.getElementById(now);
  if (year) year.classList.add("now");
  for (const link of document.querySelectorAll('.letters a[href$="#' + now + '"]')) link.setAttribute("aria-current", "date");

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(input|textarea|select)$/i.test(event.target.tagName)) return;
    const field = document.getElementById("query") || document.getElementById("header-search");
    if (field) { event.preventDefault(); field.focus(); field.select(); }
  });
})();
