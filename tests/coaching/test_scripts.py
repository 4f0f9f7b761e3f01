"""The page's modules, tested where they run without a page: `node --test`."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.node
def test_the_modules_pass_their_own_tests():
    suites = sorted((ROOT / "tests" / "static").glob("*.test.mjs"))
    done = subprocess.run(
        ["node", "--test", *suites],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert suites
    assert done.returncode == 0, done.stdout + done.stderr
