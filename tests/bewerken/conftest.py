"""A site with proposals switched on, the forge they go to, and people who edit."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from beheer import Proef, Site
from gebouwd import weinig_klanten
from loketten import open_voor
from playwright.sync_api import Browser
from redacteur import Plaats, Redacteur
from werkplaats import Werkplaats


@pytest.fixture(scope="module")
def plaats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plaats]:
    """The site of a few clients, built once for a file of tests, beside a stand-in forge with the same clients."""
    folder = tmp_path_factory.mktemp("plaats")
    weinig_klanten(folder / "accounts")
    proef = Proef(folder)

    class Loket(Site):
        """The server of this site, which may reach this forge."""

    site = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Loket, directory=str(proef.site)))
    adres = f"http://127.0.0.1:{site.server_address[1]}"
    with open_voor(Werkplaats(proef.bewaar, adres, f"{adres}/voorstel/")) as smederij:
        Loket.forge = smederij.adres
        _bouw(proef, folder / "accounts", smederij.adres)
        draad = threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.02})
        draad.start()
        yield Plaats(proef, adres, smederij)
        site.shutdown()
        draad.join()
        site.server_close()


def _bouw(proef: Proef, accounts: Path, forge: str) -> None:
    """Build the site of these clients."""
    vorige = os.environ.get("HANDBOEK_ACCOUNTS")
    os.environ["HANDBOEK_ACCOUNTS"] = str(accounts)
    try:
        proef.zet_klaar(forge)
    finally:
        os.environ.pop("HANDBOEK_ACCOUNTS", None)
        if vorige is not None:
            os.environ["HANDBOEK_ACCOUNTS"] = vorige
    proef.bouw()


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
