"""Browser windows for tests: the real pages, on plain http, under a name that is not localhost."""

import shutil

from axe_playwright_python.sync_playwright import Axe
from people import PATIENCE_S
from playwright.sync_api import expect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

PATIENCE_MS = PATIENCE_S * 1000
expect.set_options(timeout=PATIENCE_MS)  # it is 5 s otherwise, whatever the page's own is

# A name that is not localhost: phones reach a laptop by http, where browsers withhold much.
HOST = "hats.lan"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
]  # fmt: skip
SIZES = {
    "desk": {"width": 1440, "height": 900},
    "projector": {"width": 1920, "height": 1080},
    "phone": {"width": 360, "height": 640},
}


class Room:
    """Browser windows at one server; every mistake of a page fails the test."""

    def __init__(self, browser, server):
        self.browser, self.server = browser, server
        self.url = f"http://{HOST}:{server.port}"
        self.wrong, self.contexts = [], []

    def window(self, kind, like=None):
        """A new window; in the browser of `like`, where it is given."""
        context = like.context if like else self.browser.new_context(
            viewport=SIZES[kind], locale="fi-FI", accept_downloads=True
        )  # fmt: skip
        self.contexts.append(context)
        page = context.new_page()
        page.set_viewport_size(SIZES[kind])
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", self.listen)
        return page

    def listen(self, message):
        network = "Failed to load resource" in message.text or "WebSocket" in message.text
        if message.type in ("error", "warning") and not network:
            self.wrong.append(message.text)

    def close(self):
        for context in self.contexts:
            context.close()
        assert self.wrong == []


def has_no_barriers(page):
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
