"""Builds a site from corpus/ and a hostile document, serves it, and runs every test_* function of test_*.py in Chromium.

A test takes what it needs by name: `site` (the rendered folder and its addresses), `browser`, `page` (a fresh one that fails the test
on a console error or a request to another host)."""

import contextlib
import functools
import http.server
import importlib
import inspect
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import traceback

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CONCORDAT = os.environ.get("CONCORDAT", str(ROOT / ".build/release/concordat"))


class Site:
    """A rendered site, reachable over http and from the disk."""

    def __init__(self, base, port):
        self.base = base
        self.folder = base / "site"
        self.http = f"http://127.0.0.1:{port}/register/"
        self.file = self.folder.as_uri() + "/"

    def concordat(self, *arguments):
        """Runs the program on the site's own base."""
        return subprocess.run([CONCORDAT, *arguments, "--base", str(self.base)], capture_output=True, text=True, check=False)

    def pages(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html"))


@contextlib.contextmanager
def built_site():
    with tempfile.TemporaryDirectory(prefix="concordat-browser-") as name:
        base = pathlib.Path(name)
        shutil.copytree(ROOT / "corpus", base / "corpus")
        shutil.copytree(ROOT / "templates", base / "templates")
        for file in (HERE / "corpus").iterdir():
            shutil.copy(file, base / "corpus" / file.name)
        (base / "corpus" / "hostile-bytes.html").write_bytes(
            b"<html><body><h1>Broken bytes</h1><p>A member must not trust \xff\xfe\x80 these \xc3\x28 bytes.</p><p>Nor \xed\xa0\x80 these.</p></body></html>")
        # The register says where the site will stand; the server below stands in for that host.
        register = base / "corpus" / "register.yaml"
        register.write_text(re.sub(r"(?m)^base_url:.*$", "base_url: https://register.example.org/register/", register.read_text(encoding="utf-8")), encoding="utf-8")
        built = subprocess.run([CONCORDAT, "build", "--base", str(base), "--quiet"], capture_output=True, text=True, check=False)
        if built.returncode != 0:
            raise SystemExit(f"concordat build: {built.stderr}\n0 passed, 1 failed")

        class Handler(http.server.SimpleHTTPRequestHandler):
            def translate_path(self, path):
                return super().translate_path(path.removeprefix("/register")) if path.startswith("/register/") else "/nowhere"

            def log_message(self, *_):
                pass

            def send_error(self, code, *_):
                """As hosts do: the site's own page for what is not there."""
                page = (base / "site" / "404.html").read_bytes()
                self.send_response(code)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

        Handler.extensions_map = {**Handler.extensions_map, ".wasm": "application/wasm"}
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(base / "site")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Site(base, server.server_port)
        finally:
            server.shutdown()


@contextlib.contextmanager
def watched_page(browser, **options):
    """A page in a context of its own; leaving it fails on console errors, page errors and requests that leave the site."""
    context = browser.new_context(**options)
    page = context.new_page()
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(("http://127.0.0.1:", "file:", "blob:", "data:")) else faults.append("request: " + request.url))
    page.faults = faults
    try:
        yield page
    finally:
        context.close()
    assert not faults, faults


def main():
    wanted = sys.argv[1:]
    passed = failed = 0
    with built_site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", shutil.which("chromium")), args=["--no-sandbox"])
        for file in sorted(HERE.glob("test_*.py")):
            module = importlib.import_module(file.stem)
            for name, test in sorted(inspect.getmembers(module, inspect.isfunction)):
                if not name.startswith("test_") or test.__module__ != file.stem or (wanted and not any(word in name for word in wanted)):
                    continue
                try:
                    needs = inspect.signature(test).parameters
                    given = {key: value for key, value in {"site": site, "browser": browser}.items() if key in needs}
                    if "page" in needs:
                        with watched_page(browser) as page:
                            test(page=page, **given)
                    else:
                        test(**given)
                    passed += 1
                    print(f"ok      {file.stem}.{name}")
                except Exception:  # a test may fail in any way
                    failed += 1
                    print(f"FAILED  {file.stem}.{name}\n{traceback.format_exc()}")
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.modules["harness"] = sys.modules["__main__"]
    sys.exit(main())
