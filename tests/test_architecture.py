"""The shape of the code is a test: imports point one way, models match migrations."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


@pytest.mark.pure
def test_imports_point_one_way():
    done = subprocess.run(
        [LINT_IMPORTS, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True)


@pytest.mark.pure
@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_carry_versions_and_hashes_and_no_address(name: str):
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in lock
    pinned = re.findall(r"^[\w.\-\[\]]+==\S+.*?(?=^\S|\Z)", lock, re.M | re.S)
    assert len(pinned) > 20
    assert all("--hash=sha256:" in requirement for requirement in pinned)
