"""Every kind of page: valid, accessible, linked, closed to other hosts, safe from what a document holds."""

import html
import re
import urllib.parse

import html5lib
from axe_playwright_python.sync_playwright import Axe

from harness import watched_page

KINDS = [
    "index.html", "search/index.html", "parties/index.html", "norms/index.html", "due/index.html", "terms/index.html",
    "references/index.html", "words/index.html", "kinds/agreement/index.html", "404.html", "d/membership-policy/index.html",
    "d/partnership-agreement/index.html", "d/partnership-agreement/changes/index.html", "d/hostile-markup/index.html",
    "d/hostile-bytes/index.html",
]


def kinds(site):
    party = next(page for page in site.pages() if re.fullmatch(r"parties/[^/]+/index.html", page))
    return KINDS + [party]


def test_html_is_valid(site):
    for page in site.pages():
        html5lib.HTMLParser(strict=True).parse((site.folder / page).read_text(encoding="utf-8"))


def test_every_link_and_anchor_resolves(site):
    pages = {page: (site.folder / page).read_text(encoding="utf-8") for page in site.pages()}
    anchors = {page: [html.unescape(found) for found in re.findall(r'\sid="([^"]*)"', text)] for page, text in pages.items()}
    broken = []
    for page, text in pages.items():
        assert len(anchors[page]) == len(set(anchors[page])), (page, "an id twice")
        for link in re.findall(r'\s(?:href|src)="([^"]*)"', text):
            link = html.unescape(link)
            if "://" in link or link.startswith("#icon-"):
                continue
            # The page for addresses that are not there may be shown at any depth.
            link = re.sub(r"^/register/", "", link) if page == "404.html" else link
            path, _, anchor = link.partition("#")
            target = (site.folder / page).parent.joinpath(urllib.parse.unquote(path)).resolve() if path else site.folder / page
            name = str(target.relative_to(site.folder.resolve())) if target.is_relative_to(site.folder.resolve()) else page
            if not target.is_file() or (anchor and name in anchors and urllib.parse.unquote(anchor) not in anchors[name]):
                broken.append((page, link))
    assert not broken, broken[:20]


def test_axe_finds_nothing(site, browser):
    for scheme in ("light", "dark"):
        with watched_page(browser, color_scheme=scheme) as page:
            for kind in kinds(site):
                page.goto(site.http + kind)
                if kind.startswith("search"):
                    page.fill("#query", "member")
                    page.wait_for_selector("#hits li")
                found = Axe().run(page).response["violations"]
                assert not found, (kind, scheme, [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found])


def test_phone_width_has_no_sideways_scroll(site, browser):
    with watched_page(browser, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as page:
        for kind in kinds(site):
            page.goto(site.http + kind)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind


def test_a_hostile_document_stays_text(site, browser):
    for root in (site.http, site.file):
        for name in ("hostile-markup", "hostile-bytes"):
            with watched_page(browser) as page:
                page.on("dialog", lambda dialog: page.faults.append("dialog: " + dialog.message))
                for kind in (f"d/{name}/index.html", "index.html", "norms/index.html", "terms/index.html"):
                    page.goto(root + kind)
                    for link in page.query_selector_all("main a"):
                        assert not (link.get_attribute("href") or "").lower().lstrip().startswith(("javascript", "data", "vbscript"))
                    assert page.evaluate("document.documentElement.dataset.owned") is None
                    assert page.evaluate("document.querySelectorAll('main img, main iframe, main script:not([type]), main [onclick], main [onload]').length") == 0
                    assert "\u202e" not in page.content()
    with watched_page(browser) as page:
        page.goto(site.http + "d/hostile-markup/index.html")
        assert "{{title}} and {{{body}}} and {{#section}}" in page.inner_text("main")


def test_the_policy_is_in_force(site, browser):
    for root in (site.http, site.file):
        context = browser.new_context()
        page = context.new_page()
        page.goto(root + "index.html")
        page.evaluate("""() => { const made = document.createElement("script"); made.textContent = "document.documentElement.dataset.owned = 'inline'"; document.body.append(made); }""")
        assert page.evaluate("document.documentElement.dataset.owned") is None
        assert page.evaluate("""() => new Promise((done) => { const image = new Image(); image.onload = () => done("loaded"); image.onerror = () => done("refused"); image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw="; })""") == "refused"
        context.close()


def test_not_found_looks_like_the_site_at_any_depth(site, browser):
    context = browser.new_context()
    page = context.new_page()
    for address in ("nowhere", "d/no-such-document/", "d/membership-policy/old/page.html"):
        assert page.goto(site.http + address).status == 404
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute", address
        page.click("main a")
        assert page.url == site.http + "index.html", page.url
    context.close()


def test_every_heading_and_party_is_found_without_script(site, browser):
    with watched_page(browser, java_script_enabled=False) as page:
        page.goto(site.http + "search/index.html")
        page.click("noscript a[href$='words/index.html'], .notice a[href$='words/index.html']")
        words = page.inner_text("main").lower()
        listed = {entry.removeprefix("parties/").removesuffix("/index.html") for entry in site.pages() if re.fullmatch(r"parties/[^/]+/index.html", entry)}
        linked = {link.get_attribute("href").split("/")[-2] for link in page.query_selector_all("main a[href*='parties/']")}
        assert listed <= linked | {"parties"}, listed - linked
        for word in ("membership", "confidentiality", "agreement"):
            assert word in words, word
        page.click("dl.glossary dd a >> nth=0")
        assert page.locator("h1").count() == 1


def test_pages_are_the_same_from_disk(site, page):
    for kind in kinds(site):
        if kind == "404.html":
            continue  # a host's page: its links go from the host's root
        page.goto(site.file + kind)
        assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute", kind
