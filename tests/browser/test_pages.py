"""Every page at every size and in both themes; `SCREENSHOTS=docs/screenshots` keeps them."""

import os
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_story import PASSWORD, ask, finished
from tests.product import Product

PAGES = {
    "home": "/",
    "sign-up": "/accounts/signup/",
    "log-in": "/accounts/login/",
    "safety": "/safety/",
    "privacy": "/privacy/",
    "chat": "/chat/",
    "billing": "/billing/",
    "settings": "/settings/",
}
MEMBERS = ("chat", "billing", "settings")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_page_fits_and_is_quiet(
    chromium: Browser, demo: Product, tmp_path: Path, size: dict, scheme: str
):
    kept = Path(os.environ.get("SCREENSHOTS") or tmp_path)
    context = chromium.new_context(
        viewport=size, base_url=demo.url, color_scheme=scheme
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda m: m.type == "error" and faults.append(m.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    for name, path in PAGES.items():
        if name == MEMBERS[0]:
            page.goto("/accounts/signup/")
            page.locator("input[name=email]").fill(f"p{uuid4().hex[:8]}@example.com")
            page.locator("input[name=password1]").fill(PASSWORD)
            page.locator("input[name=password2]").fill(PASSWORD)
            page.locator("input[name=password2]").press("Enter")
            expect(page.get_by_label("Your message")).to_be_visible()
            ask(page, "I want to get better at saying no when a colleague asks.")
            finished(page)
            page.locator("[data-better]").click()
            finished(page, 2)
        else:
            page.goto(path)
        expect(page.locator("h1").first).to_be_visible()
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - window.innerWidth"
        )
        assert overflow <= 0, name
        shot = kept / f"{name}-{size['width']}-{scheme}.png"
        page.screenshot(path=shot)
        assert shot.stat().st_size > 5_000
    context.close()
    assert faults == []
