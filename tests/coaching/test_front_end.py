"""What the strict Content Security Policy would block, and what would slow a phone, is not written at all."""

import gzip
import re
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))
SHEETS = sorted((ROOT / "static" / "css").rglob("*.css"))
CHAT_BYTES = 90 * 1024

INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "an event attribute": re.compile(r"\son[a-z]+\s*="),
    "a style element": re.compile(r"<style\b"),
    "a script without a file": re.compile(r"<script(?![^>]*\bsrc=)"),
    "something of a third party": re.compile(r"""\b(?:src|action)=["']https?:"""),
}
SINKS = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function)\b"
)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_compiles(path):
    get_template(path.relative_to(ROOT / "templates").as_posix())


@pytest.mark.parametrize("what", INLINE)
@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_has_nothing_inline(path, what):
    assert not INLINE[what].search(path.read_text())


@pytest.mark.parametrize("path", SCRIPTS, ids=_name)
def test_a_script_makes_no_html_from_strings(path):
    assert not SINKS.search(path.read_text())


@pytest.mark.parametrize("path", SHEETS, ids=_name)
def test_a_sheet_loads_nothing_more(path):
    assert not re.search(r"@import|url\(", path.read_text())


@pytest.mark.parametrize("path", SCRIPTS, ids=_name)
def test_a_script_says_what_it_is_for(path):
    assert path.read_text().startswith(("/** ", "/**\n", "/* "))


def test_the_chat_page_is_light():
    vendored = sorted((ROOT / "static" / "vendor").rglob("*.js"))
    files = [*SCRIPTS, *SHEETS, *vendored]
    size = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert size <= CHAT_BYTES
