"""Starting and stopping as a person does it: `make run`, Ctrl-C, and what goes wrong."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.product import ROOT, Product, environment


@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM], ids=lambda n: n.name
)
def test_a_signal_to_make_alone_stops_all_that_it_started(
    number: signal.Signals, tmp_path: Path
):
    product = Product(tmp_path, DATABASE_URL="", REDIS_URL="")
    log = (tmp_path / "make.log").open("wb")
    make = subprocess.Popen(
        ["make", "run"],
        cwd=ROOT,
        env=product.env,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        deadline = time.monotonic() + 90
        while not product.answers() and time.monotonic() < deadline:
            time.sleep(0.2)
        assert product.answers()
        make.send_signal(number)
        make.wait(timeout=20)
        assert not product.answers()
    finally:
        if make.poll() is None:
            make.kill()
        log.close()
    printed = (tmp_path / "make.log").read_text()
    assert f"http://127.0.0.1:{product.port}" in printed
    assert printed.count("staff: staff@localhost password: ") == 1


def test_a_taken_port_is_one_clear_line(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment(tmp_path, PORT=port, DATABASE_URL="", REDIS_URL=""),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode != 0
    assert f"127.0.0.1:{port}" in done.stderr
    assert "PORT=" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("version", "said"), [("Python 3.9.2", "Python 3.9.2"), (None, "none")]
)
def test_a_python_that_is_too_old_or_missing_is_one_clear_line(
    version: str | None, said: str, tmp_path: Path
):
    python = tmp_path / "python3"
    if version:
        python.write_text(
            f'#!/bin/sh\n[ "$1" = --version ] && echo "{version}" && exit\nexit 1\n'
        )
        python.chmod(0o755)
    done = subprocess.run(
        ["make", "run", f"PYTHON={python}", f"VENV={tmp_path}/venv"],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert f"Python 3.11 or newer is needed, not {said}" in done.stdout
