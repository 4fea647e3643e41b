"""What machines read: Atom by RFC 4287, sitemaps by their protocol, OpenSearch, JSON-LD, robots.txt."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import urllib.parse
import xml.etree.ElementTree as tree

from harness import CONCORDAT

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
ROOT = "https://register.example.org/register/"
RFC3339 = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
W3C_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_absolute(address):
    parts = urllib.parse.urlsplit(address)
    return bool(parts.scheme) and address == address.strip() and " " not in address


def file_of(site_folder, address):
    """The file that an address of the site stands for."""
    path = urllib.parse.unquote(urllib.parse.urlsplit(address.removeprefix(ROOT)).path)
    return site_folder / (path + "index.html" if path == "" or path.endswith("/") else path)


def check_feed(folder, has_address):
    feed = tree.parse(folder / "feed.atom").getroot()
    assert feed.tag == ATOM + "feed"
    for one in ("id", "title", "updated"):
        assert len(feed.findall(ATOM + one)) == 1, one
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    entries = feed.findall(ATOM + "entry")
    assert entries
    identifiers = [entry.findtext(ATOM + "id") for entry in entries] + [feed.findtext(ATOM + "id")]
    assert len(identifiers) == len(set(identifiers)) and all(is_absolute(one) for one in identifiers), identifiers
    moments = [entry.findtext(ATOM + "updated") for entry in entries]
    assert all(RFC3339.fullmatch(moment) for moment in moments + [feed.findtext(ATOM + "updated")])
    assert feed.findtext(ATOM + "updated") == max(moments) and moments == sorted(moments, reverse=True)
    links = {(link.get("rel", "alternate"), link.get("href")) for link in feed.findall(ATOM + "link")}
    assert not has_address or ("self", ROOT + "feed.atom") in links
    for entry in entries:
        for one in ("id", "title", "updated"):
            assert len(entry.findall(ATOM + one)) == 1, one
        alternates = [link.get("href") for link in entry.findall(ATOM + "link") if link.get("rel", "alternate") == "alternate"]
        assert len(alternates) == 1
        assert file_of(folder, alternates[0]).is_file(), alternates
        assert not has_address or is_absolute(alternates[0])
        content = entry.find(ATOM + "content")
        if content is not None:
            assert content.get("type") == "html"
            for link in re.findall(r'href="([^"]*)"', content.text):
                assert not has_address or link.startswith(ROOT), link
                assert file_of(folder, link.split("#")[0]).is_file(), link


def test_the_feed_is_atom(site):
    check_feed(site.folder, has_address=True)


def test_a_site_without_an_address_has_a_feed_and_no_map(site):
    with tempfile.TemporaryDirectory(prefix="concordat-browser-") as name:
        base = pathlib.Path(name)
        shutil.copytree(site.base / "corpus", base / "corpus")
        shutil.copytree(site.base / "templates", base / "templates")
        register = base / "corpus" / "register.yaml"
        register.write_text(re.sub(r"(?m)^base_url:.*\n", "", register.read_text(encoding="utf-8")), encoding="utf-8")
        subprocess.run([CONCORDAT, "build", "--base", str(base), "--quiet"], check=True)
        check_feed(base / "site", has_address=False)
        for file in ("sitemap.xml", "opensearch.xml", "robots.txt"):
            assert not (base / "site" / file).exists(), file


def test_the_map_names_every_document_and_nothing_that_is_not_there(site):
    root = tree.parse(site.folder / "sitemap.xml").getroot()
    assert root.tag == MAP + "urlset"
    addresses = [one.findtext(MAP + "loc") for one in root]
    assert len(addresses) == len(set(addresses)) <= 50_000
    assert all(one.startswith(ROOT) and len(one) < 2048 and one.isascii() for one in addresses)
    assert all(file_of(site.folder, one).is_file() for one in addresses), [one for one in addresses if not file_of(site.folder, one).is_file()]
    assert all(W3C_DATE.fullmatch(one.text) for one in root.iter(MAP + "lastmod"))
    documents = {page.removesuffix("index.html") for page in site.pages() if re.fullmatch(r"(d|parties|kinds)/[^/]+/index.html", page)}
    moved = {page for page in documents if 'http-equiv="refresh"' in (site.folder / page / "index.html").read_text(encoding="utf-8")}
    missing = {ROOT + urllib.parse.quote(page) for page in documents - moved} - {ROOT + urllib.parse.quote(urllib.parse.unquote(one.removeprefix(ROOT))) for one in addresses}
    assert not missing, missing
    robots = (site.folder / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert robots[0] == "User-agent: *" and f"Sitemap: {ROOT}sitemap.xml" in robots


def test_browsers_can_take_the_search_in(site):
    root = tree.parse(site.folder / "opensearch.xml").getroot()
    assert root.tag == SEARCH + "OpenSearchDescription"
    assert 0 < len(root.findtext(SEARCH + "ShortName")) <= 16 and 0 < len(root.findtext(SEARCH + "Description")) <= 1024
    address = root.find(SEARCH + "Url")
    assert address.get("type") == "text/html" and address.get("template") == ROOT + "search/index.html?q={searchTerms}"


def test_every_document_says_what_it_is_as_linked_data(site):
    seen = 0
    for page in site.pages():
        text = (site.folder / page).read_text(encoding="utf-8")
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
        if not re.fullmatch(r"d/[^/]+/index.html", page) or 'http-equiv="refresh"' in text:
            assert not found, page
            continue
        assert len(found) == 1, page
        data = json.loads(found[0])
        assert data["@context"] == "https://schema.org" and data["@type"] == "Legislation"
        assert data["name"] and data["legislationIdentifier"] and data["legislationType"]
        assert data["url"].rstrip("/") == (ROOT + page.removesuffix("/index.html")), data["url"]
        for name in ("legislationDate", "legislationDateVersion"):
            assert name not in data or W3C_DATE.fullmatch(data[name]), data[name]
        assert all(one["@type"] in ("Organization", "Person") and one["name"] for one in data.get("legislationResponsible", []))
        assert re.search(r'<link rel="canonical" href="([^"]*)"', text)[1].rstrip("/") == data["url"].rstrip("/")
        seen += 1
    assert seen > 5
