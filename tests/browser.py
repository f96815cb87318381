"""A real browser for tests: Debian's Chromium, without any connection but to this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def page(width: int = 1200, height: int = 1400) -> Iterator[tuple[Page, list[str]]]:
    """A page, and the addresses of everything it asked for that is not on this machine."""
    program = next(path for path in map(shutil.which, _NAMES) if path)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_FLAGS))
        opened = browser.new_page(viewport={"width": width, "height": height})
        outside: list[str] = []

        def note(address: str) -> None:
            if not address.startswith(("http://127.0.0.1", "data:", "blob:", "file:")):
                outside.append(address)

        opened.on("request", lambda request: note(request.url))
        yield opened, outside
        browser.close()
