"""The staff desk in a real browser: its scripts run under our policy."""

import re

from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP
from tests.product import Product

PAGES = ("", "coaching/run/", "coaching/user/", "routing/model/", "billing/wallet/")


def test_the_desk_opens_without_a_complaint(chromium: Browser, demo: Product):
    boss = demo.person("--staff")
    context = chromium.new_context(viewport=DESKTOP, base_url=demo.url)
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda m: m.type == "error" and faults.append(m.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("/admin/login/")
    page.locator("input[name=username]").fill(boss.email)
    page.locator("input[name=password]").fill(boss.password)
    page.locator("input[type=submit]").click()
    for path in PAGES:
        page.goto(f"/admin/{path}")
        assert re.search("Hybrid Coach", page.title())
    context.close()
    assert faults == []
