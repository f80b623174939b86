"""A site, a stand-in forge and somebody who visits both."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from api_azure import HUURDER
from bewaarplaats import Bewaarplaats, git
from bezoek import Bezoek, Blad, site
from loketten import Smederij, open_voor
from playwright.sync_api import Browser
from werkplaats import AZURE, CLIENT_ID, HOOFDTAK, PROJECT, Werkplaats

# Who names a real server tries it there too; for anybody else that file does not exist, so nothing is skipped.
collect_ignore = [] if os.environ.get("HANDBOEK_FORGE_URL") else ["test_echte_smederij.py"]
SOORTEN = ("forgejo", "gitlab", "github", "azure")
KLANTEN = {
    "accounts/bakkerij-de-vries.yml": "id: bakkerij-de-vries\nnaam: Bakkerij De Vries\n",
    "accounts/drukkerij-de-gans.yml": "id: drukkerij-de-gans\nnaam: Drukkerij De Gans\n",
    "accounts/_dagboek/2026/w12-lotte-kramer.yml": "regels: []\n",
}


@pytest.fixture(scope="module")
def oorsprong() -> Iterator[tuple[str, type[Blad]]]:
    """The site that asks."""
    with site() as gegeven:
        yield gegeven


@pytest.fixture
def smederij(tmp_path: Path, oorsprong: tuple[str, type[Blad]]) -> Iterator[Smederij]:
    """A stand-in forge with three files, which the site may reach."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", HOOFDTAK, "repo.git")
    bewaar = Bewaarplaats(tmp_path / "repo.git")
    leeg = git(bewaar.folder, "mktree").decode().strip()
    begin = bewaar.commit(leeg, [], "Begin", "Beheer")
    bewaar.zet(HOOFDTAK, bewaar.schrijf(begin, {p: t.encode() for p, t in KLANTEN.items()}, "Klanten", "Beheer"), None)
    adres, loket = oorsprong
    with open_voor(Werkplaats(bewaar, adres, f"{adres}/voorstel/")) as server:
        loket.mag = server.adres
        yield server


@pytest.fixture(params=SOORTEN)
def soort(request: pytest.FixtureRequest) -> str:
    """Each kind of server in turn."""
    return str(request.param)


@pytest.fixture
def page(browser: Browser) -> Iterator[Any]:
    """A tab of its own, that nobody logged in from before."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def bezoek(page: Any, smederij: Smederij, oorsprong: tuple[str, type[Blad]]) -> Callable[[str], Bezoek]:
    """Open the page of the site for a kind of server."""

    def open_(soort: str) -> Bezoek:
        azure = soort == "azure"
        instelling = {
            "soort": soort,
            "adres": smederij.adres,
            "project": AZURE if azure else PROJECT,
            "client_id": None if soort == "github" else CLIENT_ID,
            "aanmeldadres": f"{smederij.adres}/{HUURDER}" if azure else None,
            "hoofdtak": HOOFDTAK,
        }
        return Bezoek(page, oorsprong[0], instelling)

    return open_
