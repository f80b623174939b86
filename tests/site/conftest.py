"""The built site, made once for all tests that look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gebouwd import bouw, serveer


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the site of the example portfolio."""
    folder = tmp_path_factory.mktemp("voorbeeldsite")
    uitkomst = bouw(folder)
    assert 0 == uitkomst.returncode, uitkomst.stderr
    return folder


@pytest.fixture(scope="session")
def adres(site: Path) -> Iterator[str]:
    """Return the address of a local server that serves the example site."""
    with serveer(site) as adres:
        yield adres
