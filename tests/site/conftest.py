"""The built site, made once for all tests that look at it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from gebouwd import bouw, serveer
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the site of the example portfolio."""
    folder = tmp_path_factory.mktemp("voorbeeldsite")
    uitkomst = bouw(folder)
    assert 0 == uitkomst.returncode, uitkomst.stderr
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium; skip when the machine has none."""
    if not CHROMIUM:
        pytest.skip("Chromium is not on this machine")
    with sync_playwright() as spel:
        chromium = spel.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def adres(site: Path) -> Iterator[str]:
    """Return the address of a local server that serves the example site."""
    with serveer(site) as adres:
        yield adres
