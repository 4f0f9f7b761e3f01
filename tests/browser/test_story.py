"""What a newcomer does, in a real browser, on a desktop and on a phone."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.product import Product

PASSWORD = "correct horse battery"


def sign_up(page: Page) -> str:
    """Sign up through the form and arrive in the chat."""
    email = f"b{uuid4().hex[:10]}@example.com"
    page.goto("/")
    page.get_by_role("link", name="Start free").first.click()
    page.locator("input[name=email]").fill(email)
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("input[name=password2]").fill(PASSWORD)
    page.locator(
        "main form button[type=submit], main form button:not([type])"
    ).last.click()
    expect(page).to_have_url(_ending("/chat/"))
    return email


def ask(page: Page, text: str) -> None:
    """Type a message and send it with Enter."""
    field = page.get_by_label("Your message")
    field.fill(text)
    expect(page.locator("[data-send]")).to_be_enabled()  # the scripts have loaded
    field.press("Enter")


def finished(page: Page, count: int = 1) -> None:
    """Wait until this many answers are complete."""
    expect(page.locator(".answer[data-state=answered]")).to_have_count(
        count, timeout=30_000
    )


def credits(page: Page) -> int:
    """Return what the header says."""
    shown = page.locator("header [data-credits]").first.inner_text()
    return int("".join(c for c in shown if c.isdigit()))


def test_sign_up_ask_see_it_grow_reload_in_the_middle_better_and_thumbs(page: Page):
    sign_up(page)
    assert credits(page) == 1_000
    ask(page, "I want to get better at saying no to my colleagues at work.")
    prose = page.locator(".answer .prose").first
    expect(prose).not_to_be_empty()
    early = len(prose.inner_text())
    page.wait_for_function(
        "early => document.querySelector('.answer .prose').innerText.length > early",
        arg=early,
    )
    expect(page).to_have_url(_containing("/chat/"))
    page.reload()
    finished(page)
    whole = page.locator(".answer .prose").first.inner_text()
    assert len(whole) > early
    assert whole.rstrip().endswith("?")
    expect(page.locator("header [data-credits]").first).to_contain_text("999")

    better = page.locator("[data-better]")
    expect(better).to_contain_text("2 credits")
    better.dblclick()
    finished(page, 2)
    expect(page.locator("header [data-credits]").first).to_contain_text("997")
    page.get_by_role("button", name="The second").click()
    second = page.locator(".answer").nth(1)
    second.get_by_role("button", name="This helped", exact=True).click()
    expect(
        second.get_by_role("button", name="This helped", exact=True)
    ).to_have_attribute("aria-pressed", "true")
    page.reload()
    finished(page, 2)
    second = page.locator(".answer").nth(1)
    expect(
        second.get_by_role("button", name="This helped", exact=True)
    ).to_have_attribute("aria-pressed", "true")


def test_a_double_press_on_send_is_one_message(page: Page):
    sign_up(page)
    page.get_by_label("Your message").fill("I want to sleep earlier.")
    expect(page.locator("[data-send]")).to_be_enabled()
    page.locator("[data-send]").dblclick()
    finished(page)
    assert page.locator(".turn").count() == 1
    assert credits(page) == 999


def test_stop_keeps_what_was_said_and_again_gives_another_answer(page: Page):
    sign_up(page)
    ask(page, "I want to change my job this year but I am afraid of the step.")
    expect(page.locator(".answer .prose").first).not_to_be_empty()
    page.get_by_label("Your message").press("Escape")
    expect(page.locator(".answer[data-state=stopped]")).to_have_count(1)
    kept = page.locator(".answer .prose").first.inner_text()
    assert kept
    page.locator("[data-again]").click()
    finished(page)


def test_an_empty_wallet_keeps_the_message_and_says_what_to_do(
    page: Page, demo: Product
):
    email = sign_up(page)
    demo.manage("make_user", email, "--credits", "0")
    ask(page, "Keep these words.")
    expect(page.locator("#notice")).to_contain_text("credits")
    expect(page.get_by_label("Your message")).to_have_value("Keep these words.")
    expect(page.locator(".turn")).to_have_count(0)


def test_hostile_markdown_stays_text(page: Page):
    sign_up(page)
    ask(page, "My goal is <img src=x onerror=alert(1)> [click](javascript:alert(1))")
    finished(page)
    assert page.locator(".turn img").count() == 0
    assert page.locator(".turn a[href^=javascript]").count() == 0


def test_everything_is_reachable_by_keyboard(page: Page):
    sign_up(page)
    ask(page, "I want to read more books.")
    finished(page)
    page.keyboard.press("/")
    names = set()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        names.add(
            page.evaluate(
                "() => document.activeElement.getAttribute('aria-label')"
                " ?? document.activeElement.innerText ?? ''"
            )
        )
    wanted = ("Try again", "Get better response", "This helped")
    assert all(any(name in found for found in names) for name in wanted), names


def test_nothing_is_wider_than_the_screen(page: Page):
    sign_up(page)
    ask(page, "I want to " + "verylongword" * 20)
    finished(page)
    for path in (None, "/billing/", "/settings/", "/safety/", "/privacy/"):
        if path:
            page.goto(path)
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - window.innerWidth"
        )
        assert overflow <= 0, path


@pytest.mark.parametrize("path", ["/nothing-here/", f"/chat/{uuid4()}/"])
def test_what_is_not_there_says_so(page: Page, faults: list[str], path: str):
    sign_up(page)
    response = page.goto(path)
    assert response is not None
    assert response.status == 404
    expect(page.locator("h1")).to_be_visible()
    faults.clear()  # the console reports the 404 itself


def _ending(path: str):
    import re

    return re.compile(re.escape(path) + "$")


def _containing(path: str):
    import re

    return re.compile(re.escape(path) + "[0-9a-f-]{36}/$")
