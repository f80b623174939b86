"""Each event is played at a client; afterwards the work is gone, the check is as it was, and a reader sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner
from snelsite import NASLAG, bladen
from spelen import SPELEN, Spel, getypt, schrijf, speelmap
from voorbeeldklanten import ACCOUNTS

from macros.aandacht import alle_aandacht
from macros.aandacht.punt import UITGESTELD
from macros.afleidingen.dossier import dossier_van
from macros.commands.meld import meld
from macros.controles import over_klant
from macros.gebeurtenissen.alle import GEBEURTENISSEN, ZONDER, die_passen, die_wissen
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.load.load import Lader
from macros.load.omgeving import ACCOUNTS as MAP
from macros.load.omgeving import PEILDATUM
from macros.model.werk import SOORTEN
from macros.portefeuille.acties import openstaand
from macros.portefeuille.portefeuille import Portefeuille
from macros.site import pages

RENDER_OP = "2026-09-10"
"""The last day of all plays."""
ALLES = [(naam, nummer) for naam, spelen in SPELEN.items() for nummer in range(len(spelen))]


@dataclass(frozen=True)
class Stand:
    """How a client stands on a day."""

    vraagt: Counter[str]
    """Kinds of work that are asked, and how often."""
    meldingen: Counter[str]
    past: tuple[str, ...]


@dataclass(frozen=True)
class Uitslag:
    """What came of one play."""

    code: int
    uit: str
    voor: Stand
    na: Stand
    woorden: tuple[str, ...]
    """Each word that was typed and stood nowhere."""
    anders: int
    """Lines added, or changed."""


def stand(folder: Path, klant: str, dag: date) -> Stand:
    """Read one client as it stands in the folder."""
    lader = Lader(folder)
    account, fouten = lader.account(klant)
    assert account is not None, fouten
    dossier = dossier_van(account, lader.gedeeld, lader.plaats, dag)
    punten = alle_aandacht(Portefeuille({klant: dossier}, lader.gedeeld, dag, vast=False))
    registers = {"web_gat": len(dossier.web_gaten)}
    herstel = [punt.soort for punt in openstaand(dossier) if punt.soort == "herstelactie"]
    meldingen = [een.code for een in over_klant(dossier)] + [een.code for een in fouten]
    return Stand(
        Counter([*(punt.soort for punt in punten if punt.stand != UITGESTELD), *herstel]) + Counter(registers),
        Counter(meldingen),
        tuple(een.id for een in die_passen(Situatie(account, lader.gedeeld, dag, "anouk-de-wit"))),
    )


def speel(folder: Path, naam: str, spel: Spel, klant: str, nummers: Iterator[int]) -> Uitslag:
    """Write the client, let it happen, and look before and after."""
    schrijf(folder, klant, spel)
    dag = date.fromisoformat(spel.op)
    opdracht, woorden = getypt(spel, nummers)
    voor, teksten = stand(folder, klant, dag), lees(folder)
    uit = CliRunner().invoke(
        meld, [naam, klant, "--wie", "anouk-de-wit", *opdracht], env={MAP: str(folder), PEILDATUM: spel.op}
    )
    anders = sum(
        regel.startswith("+") and not regel.startswith("+++")
        for pad, nu in lees(folder).items()
        for regel in unified_diff(teksten.get(pad, "").splitlines(), nu.splitlines(), n=0)
    )
    zegt = f"{uit.output}{uit.stderr}{uit.exception or ''}"
    return Uitslag(uit.exit_code, zegt, voor, stand(folder, klant, dag), tuple(woorden), anders)


def lees(folder: Path) -> dict[Path, str]:
    """Every file by its path."""
    return {pad: pad.read_text(encoding="utf-8") for pad in folder.rglob("*.yml")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the team of the portfolio and its settings, in which every part of the site is on."""
    return speelmap(tmp_path_factory.mktemp("spel") / "accounts/_gedeeld", ACCOUNTS)


@pytest.fixture(scope="module")
def gespeeld(folder: Path) -> dict[tuple[str, int], Uitslag]:
    """Play all events, each at a client of its own."""
    nummers = count()
    return {
        (naam, nummer): speel(folder, naam, SPELEN[naam][nummer], f"{naam}-{nummer}", nummers) for naam, nummer in ALLES
    }


@pytest.fixture(scope="module")
def gebouwd(folder: Path, gespeeld: dict[tuple[str, int], Uitslag]) -> str:
    """Give all pages about all these clients, made after the last event."""
    assert gespeeld
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(MAP, str(folder))
        monkeypatch.setenv(PEILDATUM, RENDER_OP)
        return "".join(html for _, html in bladen(pages.begin(""), zonder=NASLAG))


def test_each_event_has_a_play() -> None:
    """
    A new event asks for one, and each kind of work that it says to end is played.
    """
    assert set(GEBEURTENISSEN) == set(SPELEN)
    for naam, spelen in SPELEN.items():
        assert set(GEBEURTENISSEN[naam].wist) == {spel.weg for spel in spelen if spel.weg} - _uitgesteld(naam)


def _uitgesteld(naam: str) -> set[str]:
    """Kinds that a postponement takes away for a while: it may be any."""
    return {spel.weg for spel in SPELEN[naam]} if naam == "uitstel" else set()


def test_each_kind_of_work_has_an_event() -> None:
    """
    What one event can end has one; what takes more says why.
    """
    assert set(ZONDER) == {soort for soort in SOORTEN if not die_wissen(soort)}


@pytest.mark.parametrize(("naam", "nummer"), ALLES)
def test_what_happened_is_written_down(gespeeld: dict[tuple[str, int], Uitslag], naam: str, nummer: int) -> None:
    """
    It could happen there, it is saved, in few lines, and the check says nothing that it did not say before.

    Save that a message to a client where nobody may get it does not count.
    """
    uitslag = gespeeld[naam, nummer]
    stil = Counter({"bericht-zonder-lezer": 1} if naam == "bericht" else {})

    assert 0 == uitslag.code, uitslag.uit
    assert naam in uitslag.voor.past
    assert 0 < uitslag.anders <= SPELEN[naam][nummer].regels, uitslag.uit
    assert not uitslag.na.meldingen - uitslag.voor.meldingen - stil


@pytest.mark.parametrize(("naam", "nummer"), [(n, i) for n, i in ALLES if SPELEN[n][i].weg])
def test_the_work_is_gone(gespeeld: dict[tuple[str, int], Uitslag], naam: str, nummer: int) -> None:
    """
    What stood on Vandaag for this client is asked once less.
    """
    uitslag, soort = gespeeld[naam, nummer], SPELEN[naam][nummer].weg

    assert uitslag.voor.vraagt[soort] > uitslag.na.vraagt[soort]


@pytest.mark.parametrize(("naam", "nummer"), [(n, i) for n, i in ALLES if "¤" in SPELEN[n][i].getypt])
def test_every_word_is_on_a_page(
    gespeeld: dict[tuple[str, int], Uitslag], gebouwd: str, naam: str, nummer: int
) -> None:
    """
    What somebody typed, a reader finds.
    """
    assert [] == [woord for woord in gespeeld[naam, nummer].woorden if woord not in gebouwd]
