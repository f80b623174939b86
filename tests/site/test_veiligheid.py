"""A portfolio whose every text is an attack: nothing runs, nothing is evaluated, no page breaks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from gebouwd import PROJECT, Bouwplaats, serveer
from paginas import Blad
from playwright.sync_api import Browser
from vijandig import WAARDEN, vijandig
from voorbeeldklanten import ACCOUNTS

from macros.model.account import Account
from macros.model.gedeeld import Berichten, Criteria, Lessen
from macros.model.segmentatie import Segmentatie
from macros.model.team import Team

GEDEELD = {
    "team": Team,
    "berichten": Berichten,
    "lessen": Lessen,
    "criteria": Criteria,
    "segmentatie": Segmentatie,
}
STANDAARD = PROJECT / "macros/model/standaard"


AANRAKEN = "document.querySelectorAll('a, summary, button').forEach(e => e.dispatchEvent(new Event('mouseover')))"
GEKRAAKT = "typeof window.gekraakt !== 'undefined' || document.querySelectorAll('main').length !== 1"


class ZonderVerwijzingen(yaml.SafeDumper):
    """Writes equal values twice, because an account file may hold no anchors."""

    def ignore_aliases(self, _data: object) -> bool:
        """Never make an alias."""
        return True


def herschrijf(bron: Path, doel: Path, klasse: type) -> None:
    """Copy a YAML file with every free text replaced by a hostile one."""
    gegevens = vijandig(klasse, yaml.safe_load(bron.read_text(encoding="utf-8")))
    tekst = yaml.dump(gegevens, Dumper=ZonderVerwijzingen, allow_unicode=True, sort_keys=False)
    doel.write_text(tekst, encoding="utf-8")


@pytest.fixture(scope="module")
def vijandige_site(bouwplaats: Bouwplaats, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the example portfolio with hostile text in all of its files."""
    accounts = tmp_path_factory.mktemp("vijandig")
    (accounts / "_gedeeld").mkdir()
    for bron in ACCOUNTS.glob("*.yml"):
        herschrijf(bron, accounts / bron.name, Account)
    for naam, klasse in GEDEELD.items():
        eigen = ACCOUNTS / f"_gedeeld/{naam}.yml"
        bron = eigen if eigen.exists() else STANDAARD / f"{naam}.yml"
        herschrijf(bron, accounts / f"_gedeeld/{naam}.yml", klasse)
    instellingen = (ACCOUNTS / "_gedeeld/instellingen.yml").read_text(encoding="utf-8")
    (accounts / "_gedeeld/instellingen.yml").write_text(instellingen, encoding="utf-8")

    site = tmp_path_factory.mktemp("vijandige-site")
    bouwplaats.bouw(site, HANDBOEK_ACCOUNTS=str(accounts))
    return site


@pytest.fixture(scope="module")
def bladen(vijandige_site: Path) -> list[Blad]:
    """Return every page of the hostile site."""
    return [Blad(pad) for pad in sorted(vijandige_site.rglob("*.html"))]


def test_the_attack_reaches_the_pages(vijandige_site: Path) -> None:
    """
    The test means something: the hostile text is on the pages, as text.
    """
    alles = "".join(pad.read_text(encoding="utf-8") for pad in vijandige_site.glob("accounts/*/**/*.html"))
    letters = re.sub(r"\W+|&#?\w+;", "", alles)

    gezien = [waarde for waarde in WAARDEN if re.sub(r"\W+", "", waarde)[:12] in letters]

    assert len(gezien) > 20


def test_nothing_is_evaluated_at_build(bladen: list[Blad]) -> None:
    """
    No template in the data was worked out, no file was read or made, no command ran.
    """
    assert not list(PROJECT.rglob("gekraakt"))
    assert [] == [
        blad.pad
        for blad in bladen
        if "1337" in re.sub(r"<svg.*?</svg>|<style.*?</style>", "", blad.tekst, flags=re.DOTALL)
    ]
    assert [] == [blad.pad for blad in bladen if "site_name:" in blad.tekst]


def test_no_text_becomes_markup(bladen: list[Blad]) -> None:
    """
    No handler, script address, foreign source or broken-out element came from the data.
    """
    gevaarlijk = re.compile(r"\s*(?:javascript|data|vbscript):", re.IGNORECASE)

    assert [] == [f"{blad.pad}: {naam}" for blad in bladen for naam in blad.handlers]
    assert [] == [f"{blad.pad}: {link}" for blad in bladen for link in blad.links if gevaarlijk.match(link)]
    assert [] == [f"{blad.pad}: {adres}" for blad in bladen for adres in blad.laadt if "//" in adres]
    assert [] == [blad.pad for blad in bladen if 1 != blad.tekst.count("</main>")]


def test_nothing_executes_in_the_browser(browser: Browser, vijandige_site: Path, bladen: list[Blad]) -> None:
    """
    In Chromium no kind of element of the hostile site runs a script of the data or asks anything outside.
    """
    gekraakt: list[str] = []
    verzoeken: list[str] = []

    with serveer(vijandige_site) as adres:
        page = browser.new_page()
        page.on("dialog", lambda dialoog: gekraakt.append(dialoog.message))
        page.on("request", lambda verzoek: verzoeken.append(verzoek.url))
        for blad in _met_elke_vorm(bladen):
            page.goto(adres + blad.pad.relative_to(vijandige_site).as_posix().removesuffix("index.html"))
            page.evaluate(AANRAKEN)
            if page.evaluate(GEKRAAKT):
                gekraakt.append(str(blad.pad))
        page.close()

    assert [] == gekraakt
    assert [] == [url for url in verzoeken if not url.startswith((adres, "data:"))]


def _met_elke_vorm(bladen: list[Blad]) -> list[Blad]:
    """Few pages that together have every kind of element of all but the reference: each time the one with most new."""
    bladen = [blad for blad in bladen if not blad.pad.as_posix().partition("/bijdragen/")[1]]
    gekozen: list[Blad] = []
    rest = {vorm for blad in bladen for vorm in blad.vormen}
    while rest:
        gekozen.append(max(bladen, key=lambda blad: len(blad.vormen & rest)))
        rest -= gekozen[-1].vormen
    return gekozen
