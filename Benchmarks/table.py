#!/usr/bin/env python3
"""table.py FIGURES.json: what `run` measured, as tables with ratios, and the limits that were set, each met or missed.

A cell is p50 / p95 / p99 in microseconds, or a figure of a process; in brackets what the engine's is of the peer's."""
import json, os, sys

NAMES = ["engine", "tantivy", "lucene", "pisa", "fts5", "xapian"]
TYPES = ["term", "or", "and", "phrase", "prefix", "fuzzy", "not", "field", "hf-or", "hf-and", "hf-phrase", "ALL"]
MODES = ["top10", "count", "page"]


def gather(paths):
    """{mode: {engine: {type: [p50, p95, p99]}}, "equal": {peer: "counts equal to ours / of so many"}} from the answers of each engine."""
    answers = {name: json.load(open(path)) for name, path in paths.items() if os.path.exists(path)}
    found = {mode: {name: percentiles(name, answer, mode) for name, answer in answers.items()} for mode in MODES}
    counts = {name: {(q["type"], q["q"]): q["hits"] for q in answer["count"]["queries"]} for name, answer in answers.items() if "count" in answer}
    ours = counts.get("engine", {})
    found["equal"] = {
        name: f"{sum(ours.get(key) == hits for key, hits in theirs.items())} of {len(theirs)}" for name, theirs in counts.items() if name != "engine"}
    return found


def percentiles(name, answer, mode):
    """Per type. PISA has a mode for each algorithm instead: of each type and percentile the best of them counts."""
    found = {}
    for algorithm, one in answer.items():
        if algorithm != mode and not (mode == "top10" and name == "pisa"):
            continue
        for kind in TYPES:
            times = sorted(q["min_us"] for q in one["queries"] if kind in ("ALL", q["type"]))
            if times:
                three = [times[min(len(times) - 1, int(len(times) * part / 100))] for part in (50, 95, 99)]
                found[kind] = [min(pair) for pair in zip(found.get(kind, three), three)]
    return found


def row(*cells):
    print("| " + " | ".join(cells) + " |")


def head(*cells):
    print()
    row(*cells)
    print("|" + "---|" * len(cells))


def show(figures, sizes):
    process = figures["process"]
    for size in sizes:
        names = [name for name in NAMES if name in figures["queries"][size]["top10"]]
        print(f"\n## {size.upper()}: {figures['text_mb'][size]:.1f} MB of text")
        head("process", *names)
        for texts, key in [(texts, key) for texts in ("store", "nostore", "warm") for key in ("cpu_s", "peak_mb", "mb")]:
            values = {name: process.get(f"{name} {size} {texts}", {}).get(key) for name in names}
            if (texts, key) != ("warm", "cpu_s") and values["engine"]:
                row(f"{texts} {key}", *[cell([values[name]], [values["engine"]], name, "{:.2f}") for name in names])
        for kind in ("term", "or", "and", "phrase", "prefix", "fuzzy"):
            values = [process.get(f"{name} {size} shell {kind}", {}) for name in names]
            row(f"shell {kind}, ms (MB)", *[f"{one['cpu_s'] * 1000:.1f} ({one['peak_mb']:.0f})" if one else "-" for one in values])
        for mode in MODES:
            got = figures["queries"][size][mode]
            head(f"{mode}, us", *names)
            for kind in TYPES:
                row(kind, *[cell(got[name].get(kind), got["engine"].get(kind), name, "{:.0f}") for name in names])
        print("\ncounts equal to ours:", "; ".join(f"{name} {equal}" for name, equal in figures["queries"][size]["equal"].items()))
    growth(figures, sizes)
    limits(figures, sizes[-1])


def cell(theirs, ours, name, form):
    if not theirs or theirs[0] is None:
        return "-"
    text = " / ".join(form.format(value) for value in theirs)
    if name != "engine" and ours and ours[0]:
        text += " (" + " / ".join(f"{mine / value:.2f}" for mine, value in zip(ours, theirs) if value) + ")"
    return text


def growth(figures, sizes):
    print("\n## Growth")
    head("", *[size.upper() for size in sizes])
    process = figures["process"]
    for texts in ("store", "nostore"):
        row(f"index, {texts}: CPU ms a MB of text", *[f"{process[f'engine {s} {texts}']['cpu_s'] * 1000 / figures['text_mb'][s]:.1f}" for s in sizes])
        row(f"index, {texts}: bytes a byte of text", *[f"{process[f'engine {s} {texts}']['mb'] / figures['text_mb'][s]:.3f}" for s in sizes])
    for kind in TYPES:
        row(f"{kind} p50, us", *[f"{figures['queries'][s]['top10']['engine'][kind][0]:.1f}" for s in sizes])


def limits(figures, size):
    """The table of limits, measured at the largest size."""
    process, queries = figures["process"], figures["queries"][size]
    print(f"\n## Limits, at {size.upper()}")
    head("work", "measured", "at most", "aim", "")

    def limit(work, value, most, aim):
        if value is not None:
            row(work, f"{value:.2f}", f"{most:g}", f"{aim:g}", "reached" if value <= aim else "met" if value <= most else "MISSED")

    def cost(texts, key, peer="tantivy"):
        ours, theirs = (process.get(f"{name} {size} {texts}", {}).get(key) for name in ("engine", peer))
        return ours / theirs if ours and theirs else None

    def time(kind, at, peer, mode="top10"):
        ours, theirs = (queries[mode].get(name, {}).get(kind) for name in ("engine", peer))
        return ours[at] / theirs[at] if ours and theirs else None

    limit("index CPU / tantivy", cost("store", "cpu_s"), 0.7, 0.4)
    limit("peak memory / tantivy", cost("store", "peak_mb"), 1, 0.5)
    limit("size with text / tantivy", cost("store", "mb"), 0.65, 0.5)
    limit("size without text / tantivy", cost("nostore", "mb"), 0.8, 0.6)
    for at, name in ((0, "p50"), (1, "p95")):
        limit(f"OR {name} / PISA's best", time("or", at, "pisa"), 1, 0.5)
        limit(f"frequent words' OR {name} / PISA's best", time("hf-or", at, "pisa"), 1, 0.7)
        limit(f"AND {name} / tantivy", time("and", at, "tantivy"), 1, 0.3)
        limit(f"frequent words' AND {name} / tantivy", time("hf-and", at, "tantivy"), 1, 0.3)
    for at, name, aim in ((0, "p50", 0.25), (1, "p95", 0.1), (2, "p99", 0.05)):
        limit(f"phrase {name} / tantivy", time("phrase", at, "tantivy"), 0.6, aim)
    limit("phrase p95 / Lucene", time("phrase", 1, "lucene"), 1, 1)
    limit("prefix p50 / Lucene", time("prefix", 0, "lucene"), 1, 0.4)
    limit("fuzzy p50 / tantivy", time("fuzzy", 0, "tantivy"), 1, 0.4)
    limit("page p50 / tantivy", time("ALL", 0, "tantivy", "page"), 1, 0.4)
    limit("page p95 / tantivy", time("ALL", 1, "tantivy", "page"), 1, 0.15)
    shell = [one for label, one in process.items() if label.startswith(f"engine {size} shell")]
    limit("shell, slowest type, ms", max(one["cpu_s"] for one in shell) * 1000, 6, 3)
    limit("shell, greatest peak, MB", max(one["peak_mb"] for one in shell), 15, 15)


if __name__ == "__main__":
    loaded = json.load(open(sys.argv[1]))
    show(loaded, list(loaded["queries"]))
