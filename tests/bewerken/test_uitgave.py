"""What the browser is given: small, the same bytes for the same files, and no name that the site does not show."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from snelsite import OVERZICHTEN, bladen

from macros.afleidingen.verhuld import schuilnaam
from macros.bewerken import uitgave
from macros.bewerken.uitgave import Bestanden, klant, om_ons_heen
from macros.load.load import lees_map
from macros.load.omgeving import ACCOUNTS, PROJECT, bewaarplek
from macros.site import bewaard, pages
from macros.site.onderdelen import onderdelen
from macros.site.pages import Bouw

KLANT = "meerdal-zorggroep"
VERBORGEN, NAAM = "winkelketen-2025", "Ravelink"


@pytest.fixture
def geschreven(tmp_path: Path) -> Path:
    """The folder `bewerken` of a site of the example."""
    uitgave.schrijf(gebouwd(), tmp_path, "runtime")
    return tmp_path / "bewerken"


def gebouwd() -> Bouw:
    """Build the example without a theme."""
    bouw = pages.begin("")
    list(bladen(bouw, zonder=OVERZICHTEN))
    for familie, een in bouw.sjablonen().items():
        bouw.neem_over(familie, een._replace(html=f"<article>{een.html}</article>"), onderdelen())
    return bouw


def test_each_client_has_its_file_and_the_pointer_finds_it(geschreven: Path) -> None:
    """
    `nu.json` names the folder, which is named after what is in it.
    """
    nu = json.loads((geschreven / "nu.json").read_text())

    klanten = {pad.stem for pad in (geschreven / nu["gegevens"] / "klanten").iterdir()}
    assert klanten == {pad.stem for pad in (PROJECT / "accounts").glob("*.yml")} - {VERBORGEN}
    assert "runtime" == nu["runtime"]


def test_a_hidden_client_is_named_nowhere(geschreven: Path) -> None:
    """
    Neither its id nor its name stands in any file, also not in those of others and in the shared ones.
    """
    teksten = {pad.name: pad.read_text(encoding="utf-8") for pad in geschreven.rglob("*.json")}
    gedeeld = json.loads(teksten["gedeeld.json"])

    assert (PROJECT / "accounts" / f"{VERBORGEN}.yml").exists()
    assert [] == [naam for naam, tekst in teksten.items() if VERBORGEN in tekst or NAAM in tekst]
    assert schuilnaam(VERBORGEN) in gedeeld["begin"]["klanten"]
    assert schuilnaam(VERBORGEN) not in dict(gedeeld["klanten"])


def test_the_same_files_give_the_same_bytes(geschreven: Path, tmp_path: Path) -> None:
    """
    Made once more elsewhere, every file is the same.
    """
    uitgave.schrijf(gebouwd(), tmp_path / "nog", "runtime")

    eerst = {pad.relative_to(geschreven): pad.read_bytes() for pad in geschreven.rglob("*.json")}
    nog = tmp_path / "nog/bewerken"
    assert eerst == {pad.relative_to(nog): pad.read_bytes() for pad in nog.rglob("*.json")}


WIJ = ["anouk", "rik", "sara", "tim"]


def paren(*namen: str) -> list[list[str]]:
    """Answers as a form shows them."""
    return [[naam, naam.title()] for naam in namen]


def heel(opties: list[list[str] | None]) -> list[list[str]]:
    """As `keuzes` of dingen.js reads them."""
    genoemd = {een[0] for een in opties if een}
    rest = [een for een in paren(*WIJ) if een[0] not in genoemd]
    return [deel for een in opties for deel in (rest if een is None else [een])]


@pytest.mark.parametrize(
    ("namen", "kort"),
    [
        ("anouk rik sara tim", "-"),
        ("sara anouk rik tim", "sara -"),
        ("tim sara anouk rik", "tim sara -"),
        ("anouk sara rik tim", "- rik tim"),
        ("anouk rik sara tim h-bakker", "- h-bakker"),
        ("sara anouk rik tim h-bakker", "sara - h-bakker"),
        ("h-bakker s-vos", "h-bakker s-vos"),
        ("rik tim", "rik tim"),
        ("", ""),
    ],
)
def test_the_rest_of_us_is_given_once(namen: str, kort: str) -> None:
    """
    Whoever reads it again has the same answers in the same order.
    """
    opties = paren(*namen.split())

    gegeven = om_ons_heen(opties, WIJ)

    assert opties == heel(gegeven)
    assert kort.split() == [een[0] if een else "-" for een in gegeven]


def test_a_client_weighs_the_same_in_a_large_team() -> None:
    """
    What a client may name of us is written down for all clients together.
    """
    bouw = pages.begin("")
    dossier = bouw.portefeuille.dossiers["meerdal-zorggroep"]
    bestanden = Bestanden(bouw)
    personen = dict(dossier.gedeeld.personen)
    personen |= {f"nieuw-{n}": replace(personen["sara-bos"], id=f"nieuw-{n}", naam=f"Nieuw {n}") for n in range(100)}
    groot = replace(dossier, gedeeld=replace(dossier.gedeeld, personen=personen))

    klein, grote = (json.dumps(klant(een, bestanden)) for een in (dossier, groot))

    assert len(grote) < len(klein) * 1.02


@pytest.fixture
def plaats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the example in `accounts`, which is the one that is read."""
    shutil.copytree(PROJECT / "accounts", tmp_path / "accounts")
    monkeypatch.setenv(ACCOUNTS, str(tmp_path / "accounts"))
    return tmp_path


def bouw_site(plaats: Path) -> set[str]:
    """Write what the browser is given, as the next build of a site does; return the clients that were kept."""
    oud, site = plaats / "site", plaats / "nieuw"
    bouw = gebouwd()
    bouw.sleutels = bewaard.sleutels(bouw, (), bewaard.afdrukken(bouw.map))
    uitgave.schrijf(bouw, site, "runtime", oud)
    vroeger, nu = ({pad.stem: pad.stat().st_ino for pad in een.rglob("klanten/*.json")} for een in (oud, site))
    shutil.rmtree(oud, ignore_errors=True)
    site.rename(oud)
    return {klant for klant, nummer in nu.items() if vroeger.get(klant) == nummer}


def inhoud(plaats: Path) -> dict[str, bytes]:
    """Every file of the site."""
    return {pad.relative_to(plaats).as_posix(): pad.read_bytes() for pad in (plaats / "site").rglob("*.json")}


def niets(_plaats: Path) -> set[str]:
    """Change nothing."""
    return set()


def een_naam(plaats: Path) -> set[str]:
    """Give one client another name."""
    pad = plaats / f"accounts/{KLANT}.yml"
    pad.write_text(pad.read_text("utf-8").replace("naam: Meerdal Zorggroep", "naam: Meerdal"), encoding="utf-8")
    return {KLANT}


def een_regel(plaats: Path) -> set[str]:
    """Write a line about one client in a week; it is given whole with every client that is in it."""
    pad = eerste_week(plaats)
    regel = "  - {klant: brasmeer-logistiek, datum: 2026-03-02, vorm: bezoek, kern: Even langs geweest}\n"
    pad.write_text(pad.read_text("utf-8") + regel, encoding="utf-8")
    naam = pad.relative_to(plaats / "accounts").as_posix()
    dagboek = lees_map(plaats / "accounts").gedeeld.dagboek
    return {klant for klant, regels in dagboek.items() if any(een.bestand == naam for een in regels)}


def een_hand(plaats: Path) -> set[str]:
    """Write something else in the file of a client in the old site."""
    [pad] = (plaats / "site").rglob(f"klanten/{KLANT}.json")
    pad.write_text("{}")
    return {KLANT}


def een_wijzer(plaats: Path) -> set[str]:
    """Let the old site say no more where its files are."""
    (plaats / "site/bewerken/nu.json").write_text("[]")
    return getoond(plaats)


def getoond(plaats: Path) -> set[str]:
    """The clients that have a file."""
    return {pad.stem for pad in (plaats / "accounts").glob("*.yml")} - {VERBORGEN}


@pytest.mark.parametrize("verander", [niets, een_naam, een_regel, een_hand, een_wijzer])
def test_what_did_not_change_is_kept(plaats: Path, verander: Callable[[Path], set[str]]) -> None:
    """
    The file of a client goes to the next site while nothing of it changed, and is what would be made anew.
    """
    assert set() == bouw_site(plaats)

    anders = verander(plaats)
    gehouden, warm = bouw_site(plaats), inhoud(plaats)
    bewaarplek(plaats / "accounts", "bewerken").unlink()

    assert getoond(plaats) - anders == gehouden
    assert set() == bouw_site(plaats)
    assert inhoud(plaats) == warm


def eerste_week(plaats: Path) -> Path:
    """The first file of the journal."""
    return min((plaats / "accounts/_dagboek").rglob("*.yml"))
