"""Vendored browser builds are what their manifest says: nothing added, nothing changed."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
VENDOR = ROOT / "static" / "vendor"
MANIFEST = json.loads((VENDOR / "manifest.json").read_text())
FILES = [entry for package in MANIFEST for entry in package["files"]]


@pytest.mark.parametrize("entry", FILES, ids=[entry["path"] for entry in FILES])
def test_a_file_has_the_hash_in_the_manifest(entry):
    content = (VENDOR / entry["path"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]


def test_there_is_no_file_without_an_entry():
    present = {
        path.relative_to(VENDOR).as_posix()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert present == {entry["path"] for entry in FILES}


@pytest.mark.parametrize("package", MANIFEST, ids=[one["name"] for one in MANIFEST])
def test_a_package_brings_its_licence_and_its_locked_version(package):
    lock = json.loads((ROOT / "deploy" / "vendor" / "package-lock.json").read_text())
    locked = lock["packages"][f"node_modules/{package['name']}"]
    assert (package["version"], package["licence"]) == (
        locked["version"],
        locked["license"],
    )
    assert any(entry["source"].startswith("LICENSE") for entry in package["files"])


@pytest.mark.parametrize("entry", FILES, ids=[entry["path"] for entry in FILES])
def test_no_file_points_at_a_source_map_that_is_not_shipped(entry):
    assert b"sourceMappingURL" not in (VENDOR / entry["path"]).read_bytes()


def test_the_lock_names_no_host():
    assert (
        "resolved" not in (ROOT / "deploy" / "vendor" / "package-lock.json").read_text()
    )
