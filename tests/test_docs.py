"""The documents are tested: what the settings read, the README explains."""

from pathlib import Path

import pytest

from coaching.env import Environment

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.pure


def test_the_readme_explains_every_variable_the_settings_read():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in Environment.model_fields if f"`{name}`" not in readme]
    assert missing == []
