"""Search in the page: the answers of the command line, over http and from the disk."""

import json
import math
import pathlib
import re
import shutil
import subprocess
import tempfile

from harness import CONCORDAT, watched_page

# Every kind of question: words, phrases, OR, -word, prefixes, misspellings, proximity, fields, dates, citations, and what is nothing.
QUERIES = [
    "member", "access not a member", "data sharing", '"not a member"', "partnership OR provider", "data -sharing", "member*", "membr~",
    "data /s sharing", "data /p member", "data /5 member", "heading:review", "kind:alliance", "modality:prohibition",
    "kind:agreement modality:obligation", "non-member", "s. 5", "5(2)", "notice", "notice period", "termination", "governing law",
    "annual meeting", "review every three years", "who attends", "personal data", "processor", "confidential information", "fee",
    "subscription", "must share", "may not", "shall not", "liability", "renewal", "written notice", "breach", "Access Plan", "OAK",
    "cuf", "the", "of the", "", '"', "((", "zzzzzz", "\u00e9tudiants", "accord", "policy and practice", "provider must keep subscription",
    '"personal data"', '"of the"', '"written notice" -termination', "provi*", "t*", "agreemnt~", "partnrship~2", "anual~ meeting", "notice /s writing",
    "notice /3 written", "heading:data member", "due:<2027", "due:>2026 review", "document:membership-policy access", "section 3", "article 2(1)",
    "party:Northgate notice", "non-members OR visitors", "naïve", "Ünïcode",
]


def answers_of_the_program(site):
    answers = {}
    for query in QUERIES:
        run = site.concordat("search", "--json", "--limit", "20", query)
        answers[query] = json.loads(run.stdout) if run.stdout else {"hits": [], "total": 0}
    return answers


def answers_of_the_page(page, root):
    page.goto(root + "search/index.html")
    found = {}
    for query in QUERIES:
        found[query] = page.evaluate("(query) => window.concordatSearch({ query, filters: [], limit: 20 })", query)
    return found


def same(ours, theirs, query):
    assert ours["total"] == theirs["total"], (query, ours["total"], theirs["total"])
    assert [hit["citation"] for hit in ours["hits"]] == [hit["citation"] for hit in theirs["hits"]], query
    for a, b in zip(ours["hits"], theirs["hits"]):
        assert math.isclose(a["score"], b["score"], abs_tol=1e-4, rel_tol=1e-4), (query, a["citation"], a["score"], b["score"])
        shown = "".join(a["snippet"])
        assert a["cut"] == (0 if b["text"].startswith(shown) else 1) + (0 if b["text"].endswith(shown) else 2), (query, a["citation"], shown, a["cut"])


def test_same_answers_as_the_command_line_over_http(site, page):
    found = answers_of_the_page(page, site.http)
    for query, answer in answers_of_the_program(site).items():
        same(found[query], answer, query)


def test_same_answers_as_the_command_line_from_disk(site, page):
    found = answers_of_the_page(page, site.file)
    for query, answer in answers_of_the_program(site).items():
        same(found[query], answer, query)


def test_hits_come_as_one_types(site, page):
    page.goto(site.http + "search/index.html")
    page.keyboard.type("member")
    page.wait_for_selector("#hits li")
    assert page.url.endswith("?q=member")
    assert page.locator("#hits mark").count() > 0
    assert page.locator("#status").inner_text()
    page.locator("#hits a.where").first.click()
    page.wait_for_selector("article")
    assert page.evaluate("document.querySelector(':target') !== null")


def test_a_passage_shows_where_it_is_cut(site, page):
    page.goto(site.http + "search/index.html?q=learning+providers+plans")
    page.wait_for_selector("#hits li")
    whole = {hit["text"] for hit in json.loads(site.concordat("search", "--json", "--limit", "20", "learning providers plans").stdout)["hits"]}
    shown = page.locator("#hits .snippet").all_inner_texts()
    assert any("…" in text for text in shown), shown
    for text in shown:
        assert text in whole or text.startswith("… ") or text.endswith(" …"), text


def test_facets_narrow_and_back_widens(site, page):
    page.goto(site.http + "search/index.html?q=member")
    page.wait_for_selector("#facets button")
    before = page.locator("#status").inner_text()
    page.locator("#facets button").first.click()
    page.wait_for_function("(text) => document.getElementById('status').textContent !== text", arg=before)
    assert page.locator("#facets button[aria-pressed=true]").count() == 1
    page.go_back()
    page.wait_for_function("(text) => document.getElementById('status').textContent === text", arg=before)


def test_hits_in_view_come_first_and_those_below_when_the_reader_moves_or_rests(site, browser):
    answer = "(query) => window.concordatSearch({ query, filters: [], limit: 20 })"
    for size in ({"width": 1280, "height": 800}, {"width": 390, "height": 844}):
        for move in (lambda page: page.keyboard.press("ArrowDown"), lambda page: page.mouse.wheel(0, 40), lambda page: page.wait_for_timeout(1100)):
            with watched_page(browser, viewport=size) as page:
                page.goto(site.http + "search/index.html?q=member")
                page.wait_for_selector("#facets:not([hidden]) button", state="attached")
                first = page.locator("#hits li[data-citation]").count()
                bottom = page.evaluate("document.querySelector('#hits').getBoundingClientRect().bottom")
                assert 1 <= first < 12 and bottom >= size["height"] * 0.8, (size, first, bottom)
                move(page)
                page.wait_for_selector("#hits li.more")
                shown = page.eval_on_selector_all("#hits li[data-citation]", "all => all.map((one) => one.dataset.citation)")
                expected = page.evaluate(answer, "member")
                assert shown == [hit["citation"] for hit in expected["hits"]]


def test_more_results_go_on_where_the_reader_was(site, page):
    page.goto(site.http + "search/index.html?q=member")
    page.click("#hits .more button")
    page.wait_for_function("() => document.querySelectorAll('#hits li[data-citation]').length > 20")
    shown = page.eval_on_selector_all("#hits li[data-citation]", "all => all.map((one) => one.dataset.citation)")
    assert len(shown) == len(set(shown)) == 40
    assert page.evaluate("[...document.querySelectorAll('a.where')].indexOf(document.activeElement)") == 20


def test_who_comes_back_finds_the_hit_that_was_left(site, page):
    page.goto(site.http + "search/index.html?q=member")
    page.wait_for_selector("#hits li.more")
    link = page.locator("#hits a.where").nth(12)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 0
    link.click()
    page.wait_for_selector("article")
    page.go_back()
    page.wait_for_selector("#hits li.more")
    page.wait_for_function("(before) => Math.abs(scrollY - before) < 200", arg=before)


def test_nothing_moves_when_the_facets_come(site, page):
    page.goto(site.http + "search/index.html?q=member")
    page.wait_for_selector("#hits li[data-citation]")
    before = page.evaluate("document.querySelector('#hits a').getBoundingClientRect().toJSON()")
    page.wait_for_selector("#facets button")
    assert page.evaluate("document.querySelector('#hits a').getBoundingClientRect().toJSON()") == before


def test_filters_can_be_let_go_where_nothing_is_found(site, page):
    page.goto(site.http + "search/index.html?q=zzzzzz&kind=agreement")
    page.wait_for_selector("#hits .nothing")
    assert page.locator("#hits .nothing p").inner_text()
    page.wait_for_selector("#facets button[aria-pressed=true]")
    page.click("#hits .nothing button")
    page.wait_for_function("() => !location.search.includes('kind')")
    page.wait_for_selector("#hits .nothing")
    assert page.locator("#hits .nothing button").count() == 0


def test_on_a_phone_the_hits_come_before_what_narrows_them(site, browser):
    with watched_page(browser, viewport={"width": 390, "height": 844}) as page:
        page.goto(site.http + "search/index.html?q=member")
        page.wait_for_selector("#facets button", state="attached")
        assert page.evaluate("document.querySelector('#hits a').getBoundingClientRect().top") < 500
        assert not page.locator("#facets button").first.is_visible()
        page.click("#facets summary")
        page.locator("#facets button").first.click()
        page.wait_for_selector("#facets button[aria-pressed=true]")


def test_arrow_keys_walk_the_hits(site, page):
    page.goto(site.http + "search/index.html?q=member")
    page.wait_for_selector("#hits li")
    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("[...document.querySelectorAll('a.where')].indexOf(document.activeElement)") == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"


def test_a_relaxed_query_says_so(site, page):
    page.goto(site.http + "search/index.html?q=member+zzzzzzzz")
    page.wait_for_selector("#hits li")
    assert "some" in page.locator("#status").inner_text()


def test_search_works_from_disk_by_its_form(site, page):
    page.goto(site.file + "index.html")
    page.fill("#query", "member")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hits li")
    assert "search/index.html?q=member" in page.url


def test_any_string_is_a_query(site, browser):
    with watched_page(browser) as page:
        page.goto(site.http + "search/index.html")
        for query in ("\u202e\u0000\ud7ff", "(" * 2000, '"' * 999, "a*" * 500, "-" * 50, "x" * 20000, "\U0001f600", "field:", ":", "due:<"):
            answer = page.evaluate("(query) => window.concordatSearch({ query, filters: [], limit: 5 })", query)
            assert answer["total"] >= 0


def pieces(page):
    """The names of the pieces of the index that the page asks for, as they are asked for."""
    asked = []
    page.context.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]) if "/search/" in request.url and not request.url.endswith(("engine.js", "index.html")) else None)
    return asked


def test_a_question_brings_its_pieces_once(site, page):
    asked = pieces(page)
    page.goto(site.http + "search/index.html")
    ask = lambda query: page.evaluate("(query) => window.concordatSearch({ query, filters: [], limit: 5 })", query)
    assert ask("member")["total"] > 0
    assert any(name.startswith("lists-") for name in asked) and any(name.startswith("rows-") for name in asked)
    assert not any(name.startswith(("words", "facets", "sentences")) for name in asked)
    assert len(asked) == len(set(asked))
    count = len(asked)
    ask("member")
    ask("member -zzzz" if "lists-3.js" in asked else "members")
    assert [name for name in asked[count:] if name in asked[:count]] == []
    ask("membr~")
    assert "words-0.js" in asked


def test_a_missing_or_damaged_piece_is_named(site, browser):
    for damage in (lambda route: route.fulfill(status=404), lambda route: route.fulfill(status=200, body=b"\x00" * 500)):
        context = browser.new_context()
        page = context.new_page()
        context.route("**/search/rows-*.js", damage)
        page.goto(site.http + "search/index.html?q=member")
        page.wait_for_function("() => document.getElementById('status').textContent.includes('rows-')")
        # Where it can be brought again, the next question is answered.
        context.unroute("**/search/rows-*.js")
        page.fill("#query", "members")
        page.wait_for_selector("#hits li")
        context.close()


def test_an_engine_kept_from_before_the_site_changed(site, browser):
    kept = (site.folder / "search" / "engine.js").read_bytes()
    with tempfile.TemporaryDirectory(prefix="concordat-browser-") as name:
        base = pathlib.Path(name) / "base"
        shutil.copytree(site.base, base)
        (base / "corpus" / "zebra-crossings.txt").write_text("Zebra crossings\n\nA member must paint a zebra crossing each year.\n", encoding="utf-8")
        subprocess.run([CONCORDAT, "build", "--base", str(base), "--quiet"], check=True)

        def now(route):
            file = route.request.url.rsplit("/", 1)[1]
            body = kept if file == "engine.js" else (base / "site" / "search" / file).read_bytes()
            route.fulfill(body=body, content_type="text/javascript")

        context = browser.new_context()
        page = context.new_page()
        context.route("**/search/*.js", now)
        page.goto(site.http + "search/index.html?q=zebra+member")
        page.wait_for_selector("#hits li")
        assert "zebra" in page.locator("#hits").inner_text()
        context.close()


def test_an_index_that_cannot_be_opened_says_so(site, browser):
    engine = (site.folder / "search" / "engine.js").read_text(encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    broken = re.sub(r'searchHead = "[^"]*"', 'searchHead = "bm90IGFuIGluZGV4"', engine)
    context.route("**/search/engine.js", lambda route: route.fulfill(body=broken, content_type="text/javascript"))
    page.goto(site.http + "search/index.html?q=member")
    page.wait_for_function("() => document.getElementById('status').textContent.includes('head-0')")
    context.close()
