"""A real Chromium, and a page that remembers what went wrong in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests import needs
from tests.product import Product

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; Playwright's own is not needed."""
    needs.require("browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=needs.chromium(), args=ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture
def faults() -> list[str]:
    """What the console complained about."""
    return []


@pytest.fixture(params=["desktop", "phone"])
def page(
    chromium: Browser,
    demo: Product,
    faults: list[str],
    request: pytest.FixtureRequest,
) -> Iterator[Page]:
    """A fresh page; any complaint in its console fails the test."""
    size = PHONE if request.param == "phone" else DESKTOP
    context = chromium.new_context(viewport=size, base_url=demo.url)
    opened = context.new_page()

    def complain(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    opened.on("console", complain)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda sent: _only_ours(sent.url, demo.url, faults))
    opened.set_default_timeout(15_000)
    yield opened
    context.close()
    assert faults == []


def _only_ours(url: str, ours: str, faults: list[str]) -> None:
    if not url.startswith((ours, "data:", ours.replace("http", "ws"))):
        faults.append(f"a request left the site: {url}")
