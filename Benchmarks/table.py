#!/usr/bin/env python3
"""table.py WORK PEERS SIZE...: what `run` measured, as tables with ratios; writes WORK/figures.json.

A cell is p50 / p95 / p99 in microseconds, or a figure of the process; in brackets what the engine's is of the peer's."""
import json, os, sys

work, peers, sizes = sys.argv[1], sys.argv[2], sys.argv[3:]
NAMES = ["tantivy", "lucene", "pisa", "fts5", "xapian"]
TYPES = ["term", "or", "and", "phrase", "prefix", "fuzzy", "not", "field", "hf-or", "hf-and", "hf-phrase", "ALL"]
process = {}
for line in open(os.path.join(work, "process.jsonl")):
    one = json.loads(line)
    process[one["label"]] = {"cpu_s": one["user"] + one["system"], "peak_mb": one["peak_kb"] / 1024, "mb": one["bytes"] / 1e6, "load": one["load"]}


def percentiles(path, mode):
    """Per type: p50, p95, p99. PISA has a mode for each algorithm: for each type the best p50 counts."""
    if not os.path.exists(path):
        return {}
    found = {}
    answers = json.load(open(path))
    for name, answer in answers.items():
        if name != mode and not (mode == "top10" and "pisa-" in path):
            continue
        for kind in TYPES:
            times = sorted(q["min_us"] for q in answer["queries"] if kind in ("ALL", q["type"]))
            if times:
                three = [times[min(len(times) - 1, int(len(times) * part / 100))] for part in (50, 95, 99)]
                found[kind] = min(found.get(kind, three), three)
    return found


figures = {"process": process, "queries": {}}
for size in sizes:
    rows = {"engine": os.path.join(work, f"engine-{size}-warm.json")}
    rows |= {name: os.path.join(peers, "results", f"{name}-{size}-warm.json") for name in NAMES if os.path.exists(os.path.join(peers, "results", f"{name}-{size}-warm.json"))}
    print(f"\n## {size.upper()}\n\n| process | " + " | ".join(["engine"] + list(rows)[1:]) + " |\n|" + "---|" * (len(rows) + 1))
    for texts in ("store", "nostore"):
        for key in ("cpu_s", "peak_mb", "mb"):
            ours = process.get(f"engine {size} {texts}", {}).get(key)
            cells = []
            for name in rows:
                value = process.get(f"{name} {size} {texts}", {}).get(key)
                cells.append("-" if not value else f"{value:.2f}" if name == "engine" else f"{value:.2f} ({ours / value:.2f})")
            print(f"| {texts} {key} | " + " | ".join(cells) + " |")
    for mode in ("top10", "count", "page"):
        got = {name: percentiles(path, mode) for name, path in rows.items()}
        figures["queries"][f"{size} {mode}"] = got
        print(f"\n| {mode} | " + " | ".join(rows) + " |\n|" + "---|" * (len(rows) + 1))
        for kind in TYPES:
            cells = []
            for name in rows:
                here, ours = got[name].get(kind), got["engine"].get(kind)
                text = " / ".join(f"{value:.0f}" for value in here) if here else "-"
                if here and ours and name != "engine":
                    text += " (" + " / ".join(f"{mine / value:.2f}" for mine, value in zip(ours, here)) + ")"
                cells.append(text)
            print(f"| {kind} | " + " | ".join(cells) + " |")
shell = {label: one for label, one in process.items() if label.startswith("shell")}
if shell:
    print("\n" + "; ".join(f"{label}: {one['cpu_s'] * 1000:.0f} ms, {one['peak_mb']:.1f} MB" for label, one in shell.items()))
json.dump(figures, open(os.path.join(work, "figures.json"), "w"), indent=1)
print(f"\n{work}/figures.json")
