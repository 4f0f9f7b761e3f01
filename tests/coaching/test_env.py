"""Variables that cannot be read stop the start with one line that names them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coaching import env

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "99999"),
        ("DAILY_BUDGET_USD", "lots"),
        ("DAILY_BUDGET_USD", "-1"),
        ("DEBUG", "maybe"),
        ("RATE_LIMITS", "sometimes"),
        ("FIRST_TOKEN_TIMEOUT_S", "0"),
        ("DATABASE_URL", "mysql://127.0.0.1/coach"),
        ("DATABASE_URL", "postgres://127.0.0.1:port/coach"),
        ("REDIS_URL", "127.0.0.1"),
        ("REDIS_URL", "redis://h:notaport/0"),
        ("DAILY_BUDGET_USD", "inf"),
        ("DRAIN_S", "nan"),
        ("VLLM_BASE_URLS", "nonsense"),
        ("VLLM_BASE_URLS", "http://a/v1,ftp://b"),
        ("GROQ_BASE_URL", "nota"),
        ("EMAIL_URL", "smtp://h:zz"),
        ("EMAIL_URL", "garbage"),
        ("PUBLIC_URL", "foo"),
        ("ALLOWED_HOSTS", "http://x"),
        ("KEY_ENCRYPTION_KEYS", "garbage"),
        ("STRIPE_API_BASE", "zz"),
        ("TRUSTED_PROXIES", "-1"),
    ],
)
def test_a_value_that_cannot_be_read(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as stopped:
        env.read()
    message = str(stopped.value)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VLLM_BASE_URLS", "http://a/v1, http://b/v1,")
    assert env.read().VLLM_BASE_URLS == ["http://a/v1", "http://b/v1"]


def test_an_empty_value_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PORT", "")
    assert env.read().PORT == 8000


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"REDIS_URL": "redis://127.0.0.1:1/0"}, "coaching.W001"),
        ({"DATABASE_URL": "postgres://127.0.0.1:1/x"}, "coaching.W002"),
        ({"REDIS_URL": "redis://127.0.0.1:1/0"}, "coaching.W003"),
    ],
)
def test_half_a_production_is_loud(
    variables: dict[str, str], code: str, tmp_path: Path
):
    kept = {k: v for k, v in os.environ.items() if not k.endswith("_URL")}
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={
            **kept,
            **variables,
            "DATA_DIR": str(tmp_path),
            "SECRET_KEY": "",
            "DJANGO_SETTINGS_MODULE": "coaching.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert code in done.stderr
