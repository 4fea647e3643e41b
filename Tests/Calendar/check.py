"""Reads the calendars that the program writes with icalendar, expands their rules with recurring-ical-events, and holds the
dates against those that `concordat due` reckons. Runs on the corpus and on a base of month ends and leap days."""

import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

import icalendar
import recurring_ical_events

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CONCORDAT = os.environ.get("CONCORDAT", str(ROOT / ".build/release/concordat"))
AS_OF = "2026-01-01"

# Terms that begin at month ends and on leap days, at every precision; no line of it means anything.
PACTS = {
    "leap-day": ("29 February 2024", "The parties shall review the list every year from 29 February 2024."),
    "month-end": ("31 January 2024", "The Board shall send a statement to the Company every month from 31 January 2024."),
    "thirtieth": ("30 November 2023", "The Board shall inspect the quay every three months from 30 November 2023."),
    "fortnight": ("15 December 2024", "The Board shall meet the Company every two weeks from 15 December 2024."),
    "month-only": ("February 2024", "The parties shall review this Agreement every two years from February 2024."),
    "year-only": ("2023", "The Board shall publish a report every year."),
    "two-days": ("1 March 2024", "The Company shall pay the Board a fee on or before 31 March and 30 September in each year."),
}


def run(*arguments, base=ROOT):
    answer = subprocess.run(
        [CONCORDAT, *arguments, "--base", str(base)], capture_output=True, text=False, check=False)
    assert answer.returncode in (0, 1), answer.stderr.decode()
    return answer.stdout


def made_base(folder):
    corpus = folder / "corpus"
    corpus.mkdir()
    register = "base_url: https://register.example.org/\ndocuments:\n"
    for name, (date, words) in PACTS.items():
        (corpus / f"{name}.txt").write_text(
            f"AGREEMENT ON {name.upper()}\n\nThis Agreement is made between Harbour Board Limited (\"the Board\") and Fish Company Limited "
            f"(\"the Company\").\n\n1. {words}\n\n2. This Agreement is governed by the laws of England and Wales.\n")
        parsed = None
        for form, shape in (("%d %B %Y", "%Y-%m-%d"), ("%B %Y", "%Y-%m"), ("%Y", "%Y")):
            try:
                parsed = datetime.datetime.strptime(date, form).strftime(shape)
                break
            except ValueError:
                continue
        register += f"  {name}.txt:\n    kind: agreement\n    effective: {parsed}\n"
    (corpus / "register.yaml").write_text(register)
    run("build", "--quiet", base=folder)
    return folder


def first_day(text):
    parts = [int(part) for part in text.split("-")]
    return datetime.date(*(parts + [1, 1])[:3])


def citation(event):
    """The line of the description that cites the clause."""
    return next(line for line in str(event["DESCRIPTION"]).split("\n")[::-1] if "#" in line or line.isidentifier() or "-" in line)


def check_form(data):
    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line, line
        line.decode()  # never folded inside a character
    calendar = icalendar.Calendar.from_ical(data)
    events = list(calendar.walk("VEVENT"))
    uids = [str(part["UID"]) for part in calendar.walk() if part.name in ("VEVENT", "VTODO")]
    assert len(uids) == len(set(uids)), sorted(uid for uid in uids if uids.count(uid) > 1)
    for event in events:
        assert not event.errors, event.errors
        assert type(event["DTSTART"].dt) is datetime.date and type(event["DTEND"].dt) is datetime.date
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert str(event["URL"]).startswith("https://") and "#" in str(event["URL"]), event["URL"]
        assert "“" in str(event["DESCRIPTION"])
    for task in calendar.walk("VTODO"):
        assert "DTSTART" not in task and "DUE" not in task and "RRULE" not in task
    return calendar, events


def check_expansion(base):
    """Every rule gives the dates that the program reckons, over forty years."""
    calendar, events = check_form(run("export", "ics", "--as-of", AS_OF, base=base))
    first, last = datetime.date(2026, 1, 1), datetime.date(2065, 12, 31)
    due = json.loads(run("due", "--json", "--as-of", AS_OF, "--from", str(first), "--to", str(last), base=base))
    reckoned = sorted({(item["citation"], first_day(item["date"])) for item in due["items"] if item.get("rrule")})
    # A period that began before the window is in it for us, too, while it lasts.
    start = min((date for _, date in reckoned), default=first)
    expanded = sorted(
        {(citation(event), event["DTSTART"].dt)
         for event in recurring_ical_events.of(calendar).between(min(start, first), last + datetime.timedelta(days=1))
         if event["DTSTART"].dt >= start and "RRULE" in next(one for one in events if one["UID"] == event["UID"])})
    assert reckoned == expanded, (set(reckoned) ^ set(expanded))
    return len(expanded)


def check_spans(base):
    """What is exact to the month or the year lies inside it each time, and says why it spans it."""
    calendar, _ = check_form(run("export", "ics", "--as-of", AS_OF, base=base))
    due = json.loads(run("due", "--json", "--as-of", AS_OF, base=base))
    precision = {item["citation"]: item["precision"] for item in due["items"] if item.get("date")}
    vague = {name: kind for name, kind in precision.items() if kind != "day"}
    assert vague
    for event in recurring_ical_events.of(calendar).between(datetime.date(2026, 1, 1), datetime.date(2065, 12, 31)):
        start, end = event["DTSTART"].dt, event["DTEND"].dt - datetime.timedelta(days=1)
        kind = vague.get(citation(event))
        if kind == "month":
            assert start.day == 1 and (start.year, start.month) == (end.year, end.month), (start, end)
            assert (end - start).days >= 27
        elif kind == "year":
            assert (start.month, start.day) == (1, 1) and start.year == end.year and (end - start).days >= 364
        if kind:
            assert f"The text gives the {kind}, not the day." in str(event["DESCRIPTION"])
    return len(vague)


def main():
    failures = passed = 0
    with tempfile.TemporaryDirectory() as folder:
        made = made_base(pathlib.Path(folder))
        run("build", "--quiet")
        assert check_expansion(made) > 1_000  # the base is what it was made for
        checks = [
            ("the corpus: rules expand to the dates reckoned", lambda: check_expansion(ROOT)),
            ("month ends and leap days: rules expand to the dates reckoned", lambda: check_expansion(made)),
            ("the corpus: months and years stay so", lambda: check_spans(ROOT)),
            ("month ends and leap days: months and years stay so", lambda: check_spans(made)),
            ("the site's calendar reads well", lambda: check_form((ROOT / "site/calendar.ics").read_bytes())),
            ("one party's calendar reads well", lambda: check_form(run("due", "--ics", "--party", "OAK", "--as-of", AS_OF))),
            ("a window's calendar reads well",
             lambda: check_form(run("due", "--ics", "--as-of", AS_OF, "--to", "2030-12-31", base=made))),
            ("two calendars are the same bytes",
             lambda: run("export", "ics", "--as-of", AS_OF) == run("export", "ics", "--as-of", AS_OF) or 1 / 0),
        ]
        for name, check in checks:
            try:
                check()
                passed += 1
            except Exception:
                failures += 1
                print(f"FAILED: {name}")
                traceback.print_exc()
    print(f"{passed} passed, {failures} failed")
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
