"""A site whose first language is French says nothing of its own in English."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile

import html5lib

from harness import CONCORDAT, ROOT, watched_page

# Attributes that people read or hear, and those that scripts show.
SPOKEN = ("aria-label", "placeholder", "title", "alt", "data-copy", "data-copied")


def words(language):
    """A file of words is a name and a text a line, quoted or not."""
    lines = (ROOT / "templates" / f"words.{language}.yaml").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return {name: json.loads(value) if value.startswith('"') else value for name, value in pairs}


def french_site(base):
    shutil.copytree(ROOT / "corpus", base / "corpus")
    shutil.copytree(ROOT / "templates", base / "templates")
    register = base / "corpus" / "register.yaml"
    register.write_text(re.sub(r"(?m)^languages:.*$", "languages: [fr, en]", register.read_text(encoding="utf-8")), encoding="utf-8")
    subprocess.run([CONCORDAT, "build", "--base", str(base), "--quiet"], check=True)
    return base / "site"


def spoken(element, language=""):
    """Every text and spoken attribute below an element, each with the language that it is said to be in."""
    language = element.get("lang", language)
    for name in SPOKEN:
        if element.get(name):
            yield element.get(name), language
    if element.tag.endswith(("}style", "}script")):
        return
    if element.text:
        yield element.text, language
    for child in element:
        if isinstance(child.tag, str):
            yield from spoken(child, language)
        if child.tail:
            yield child.tail, language


def test_no_page_speaks_english_of_its_own():
    english, french = words("en"), words("fr")
    assert english.keys() == french.keys(), english.keys() ^ french.keys()
    # What the interface would say in English: whole texts, `{n}` and its like standing for anything.
    phrases = {value for name, value in english.items() if value != french[name] and name not in ("words.skip", "thousands") and re.search("[a-z]{3}", re.sub(r"\{.*?\}", "", value))}
    numbers = {value: re.sub(r"\\\{n\\\}", r"[\\d ,]+", re.escape(value)) for value in sorted(phrases)}
    patterns = [re.compile(re.sub(r"\\\{\w+\\\}", ".+", pattern)) for pattern in numbers.values()]
    months = re.compile(r"\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b")
    titles = set()
    found = []
    with tempfile.TemporaryDirectory(prefix="concordat-browser-") as name:
        site = french_site(pathlib.Path(name))
        pages = sorted(site.rglob("*.html"))
        # What a document says may be an English word of the interface, too: its title, its headings, the terms it defines, the words of its headings.
        for page in pages:
            text = page.read_text(encoding="utf-8")
            if page.parent.parent.name == "d":
                titles |= set(re.findall(r"<h[1-6][^>]*>(?:<a[^>]*>[^<]*</a>)?\s*([^<]*)", text)) | set(re.findall(r"<dfn[^>]*>([^<]*)", text))
            if page.parent.name == "words":
                titles |= set(re.findall(r"<dt[^>]*>([^<]*)", text))
        for page in pages:
            root = html5lib.parse(page.read_text(encoding="utf-8"))
            assert root.get("lang") == "fr", page
            for text, language in spoken(root):
                text = re.sub(r"\s+", " ", text).strip()
                if language != "fr" or not text or text in titles:
                    continue
                if any(pattern.fullmatch(text) for pattern in patterns) or months.search(text):
                    found.append((str(page.relative_to(site)), text))
        for file in ("feed.atom", "llms.txt", "calendar.ics"):
            text = (site / file).read_text(encoding="utf-8").replace("\r\n ", "")
            for value in ("Documents", "no date stated", "Parties", "Obligation (binding)", "norms)", "The text gives the"):
                if french_of(value, english, french) not in (None, value) and value in text:
                    found.append((file, value))
    assert not found, found[:20]


def french_of(value, english, french):
    return next((french[name] for name, one in english.items() if one == value or value in one), None)


def test_a_french_search_counts_in_french(browser):
    with tempfile.TemporaryDirectory(prefix="concordat-browser-") as name:
        site = french_site(pathlib.Path(name))
        with watched_page(browser) as page:
            page.goto((site / "search" / "index.html").as_uri() + "?q=member")
            page.wait_for_selector("#facets button")
            assert re.fullmatch(r"\d+ clauses", page.inner_text("#status"))
            shown = page.inner_text("#facets")
            assert words("fr")["facet.kind"] in shown, shown
            page.fill("#query", "qqqqqqq")
            page.wait_for_selector("#hits .nothing")
            assert words("fr")["results.noneHelp"] in page.inner_text("#hits")
