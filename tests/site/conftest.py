"""The sites that tests look at, each built once per run, whatever number of workers there are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from gebouwd import Bouwplaats, serveer
from kijker import Kijker
from klantmerk import als_yaml, gemerkt
from overvol import overvol
from playwright.sync_api import Browser
from verleden import van_alles
from voorbeeldklanten import ACCOUNTS

from macros.load.geschiedenis import schrijf
from macros.model.team import Team


@pytest.fixture(scope="session")
def bouwplaats(tmp_path_factory: pytest.TempPathFactory) -> Bouwplaats:
    """Return the place where sites are built: the folder of the run, of which each worker has a part."""
    eigen = tmp_path_factory.getbasetemp()
    return Bouwplaats(eigen.parent if "PYTEST_XDIST_WORKER" in os.environ else eigen)


@pytest.fixture(scope="session")
def site(bouwplaats: Bouwplaats) -> Path:
    """Return the folder with the site of the portfolio in which every rule fires."""
    return bouwplaats.eenmaal("site", lambda folder: bouwplaats.bouw(folder, HANDBOEK_ACCOUNTS=str(ACCOUNTS)))


@pytest.fixture(scope="session")
def adres(site: Path) -> Iterator[str]:
    """Return the address of a local server that serves that site."""
    with serveer(site) as adres:
        yield adres


@pytest.fixture(scope="module")
def tabblad(browser: Browser, adres: str) -> Iterator[Kijker]:
    """One tab for a file of tests: to open one costs more than to open a page in it."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield Kijker(page, adres)
    page.close()


@pytest.fixture
def kijker(tabblad: Kijker) -> Iterator[Kijker]:
    """Return a browser page on the example site that remembers nothing."""
    yield tabblad
    tabblad.vergeet()


@pytest.fixture(scope="session")
def veranderd(bouwplaats: Bouwplaats) -> Path:
    """Return a folder with `accounts`, the example altered for several tests at once, and the `site` built of it.

    Every free text of a client and of the team is a mark of its own; one client more has too much of everything; the
    team begins fifteen months before the end of a contract.
    """

    def maak(folder: Path) -> None:
        accounts = folder / "accounts"
        (accounts / "_gedeeld").mkdir(parents=True)
        klanten = {pad.stem: gemerkt(pad) for pad in sorted(ACCOUNTS.glob("*.yml"))}
        for naam, klant in {**klanten, "overvol": overvol()}.items():
            (accounts / f"{naam}.yml").write_text(als_yaml(klant), encoding="utf-8")
        for bron in sorted((ACCOUNTS / "_gedeeld").glob("*.yml")):
            tekst = als_yaml(gemerkt(bron, Team)) if bron.stem == "team" else bron.read_text(encoding="utf-8")
            (accounts / f"_gedeeld/{bron.name}").write_text(tekst, encoding="utf-8")
        with (accounts / "_gedeeld/instellingen.yml").open("a", encoding="utf-8") as instellingen:
            instellingen.write("retentiefase_maanden: 15\n")
        schrijf(folder / ".cache/accounts-geschiedenis.json", van_alles(accounts))
        bouwplaats.bouw(folder / "site", HANDBOEK_ACCOUNTS=str(accounts))

    return bouwplaats.eenmaal("veranderd", maak)
