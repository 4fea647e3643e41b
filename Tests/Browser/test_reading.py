"""Reading a document: keyboard, definitions, citations, filters, print, no script."""

import re

from harness import watched_page

POLICY = "d/membership-policy/index.html"


def test_the_skip_link_is_first_and_leads_to_the_text(site, page):
    page.goto(site.http + POLICY)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_everything_that_acts_is_reached_by_keyboard_and_shows_its_focus(site, page):
    page.goto(site.http + POLICY)
    count = page.evaluate("[...document.querySelectorAll('a[href], button, input, summary')].filter(e => e.checkVisibility()).length")
    seen = 0
    for _ in range(count):
        page.keyboard.press("Tab")
        seen += 1
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement.matches('footer a:last-of-type')"):
            break
    assert seen >= count - 2


def test_a_definition_shows_on_hover_and_focus_and_goes_on_escape(site, page):
    document = first_with(site, 'class="term"')
    page.goto(site.http + document)
    term = page.locator("a.term").first
    term.focus()
    tip = page.locator("#shown-definition")
    assert tip.is_visible() and tip.get_attribute("role") == "tooltip"
    assert term.get_attribute("aria-describedby") == "shown-definition"
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    term.hover()
    assert tip.is_visible()


def test_a_citation_can_be_copied(site, browser):
    with watched_page(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(site.http + POLICY)
        page.locator(".copy").first.click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert re.fullmatch(r"membership-policy#\S+", copied), copied


def test_a_permalink_leads_to_its_clause(site, page):
    page.goto(site.http + POLICY)
    link = page.locator("[data-citation]").nth(3)
    anchor = link.get_attribute("data-citation").split("#")[1]
    link.click()
    assert page.url.endswith("#" + anchor)
    assert page.evaluate("document.querySelector(':target').id") == anchor


def test_the_norms_table_narrows(site, page):
    page.goto(site.http + "norms/index.html")
    rows = page.locator(".norms-table tbody tr:visible")
    everything = rows.count()
    page.select_option("[data-filter=modality]", "prohibition")
    some = rows.count()
    assert 0 < some < everything
    assert all("Prohibition" in text for text in rows.all_inner_texts())
    page.fill("[data-filter=text]", "zzzz")
    assert rows.count() == 0


def test_everything_but_search_is_there_without_script(site, browser):
    with watched_page(browser, java_script_enabled=False) as page:
        page.goto(site.http + POLICY)
        assert page.locator(".provision").count() > 5
        assert page.locator(".copy").count() == 0
        page.locator(".norm summary").first.click()
        assert page.locator(".norm dl").first.is_visible()
        page.goto(site.http + "norms/index.html")
        assert page.locator(".norms-table tbody tr").count() > 5
        assert not page.locator(".filters").is_visible()
        page.goto(site.http + "search/index.html")
        assert page.locator("noscript a, .notice a").first.is_visible()


def test_print_loses_nothing(site, page):
    page.goto(site.http + POLICY)
    page.emulate_media(media="print")
    assert page.locator(".norm dl").first.evaluate("e => e.getBoundingClientRect().height > 0")
    assert not page.locator("header.site nav").is_visible()
    pdf = page.pdf()
    assert pdf.startswith(b"%PDF") and len(pdf) > 10_000


def test_slash_focuses_the_search_field(site, page):
    page.goto(site.http + POLICY)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "header-search"
    page.keyboard.type("member")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=member")


def test_the_text_has_its_own_language(site, page):
    document = first_with(site, '<article lang="fr">')
    page.goto(site.http + document)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate("document.querySelector('article').lang") == "fr"


def first_with(site, words):
    return next(page for page in site.pages() if page.startswith("d/") and words in (site.folder / page).read_text(encoding="utf-8"))
