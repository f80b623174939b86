"""A site with proposals switched on, the forge they go to, and people who edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from redacteur import Plaats, Redacteur, geplaatst


@pytest.fixture(scope="module")
def plaats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plaats]:
    """The site of a few clients, built once for a file of tests, beside a stand-in forge with the same clients."""
    with geplaatst(tmp_path_factory.mktemp("plaats")) as plaats:
        yield plaats


@pytest.fixture
def redacteur(browser: Browser, plaats: Plaats) -> Iterator[Callable[..., Redacteur]]:
    """Let somebody in with a device of their own; at the end nothing went wrong on it and nothing left this machine."""
    mensen: list[Redacteur] = []

    def kom(**hoe: Any) -> Redacteur:
        mensen.append(Redacteur(browser, plaats, **hoe))
        return mensen[-1]

    yield kom
    fouten = [fout for mens in mensen for fout in (*mens.fouten, *mens.buiten)]
    for mens in mensen:
        mens.context.close()
    assert [] == fouten
