"""A working copy in which colleagues write down what happened, and what each of them saved."""

from __future__ import annotations

import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import unified_diff
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from macros.controles.nakijken import kijk_na
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Dagboek, Gebeurtenis, Gevolg, In, Situatie
from macros.gebeurtenissen.keuzes import keuzes
from macros.gebeurtenissen.opslaan import nieuwe_teksten
from macros.load.dagboek import DAGBOEK
from macros.load.load import Lader, lees_map
from macros.load.wijzigen.adres import Wijziging
from macros.load.wijzigen.inlassen import NietInTeLassenError
from macros.model.account import Account
from macros.portefeuille.portefeuille import Portefeuille, portefeuille

MET_DE_HAND = "met de hand"


class Feit(NamedTuple):
    """One event as somebody wrote it down."""

    situatie: Situatie
    wat: str
    """Id of the event, or MET_DE_HAND."""
    gevolgen: tuple[Gevolg, ...]


class Voorstel(NamedTuple):
    """What one colleague saves at once."""

    wie: str
    waar: str
    """Id of the client, name of the shared file, or DAGBOEK."""
    feiten: tuple[Feit, ...]
    teksten: dict[str, str] | None
    """The new texts by name, made of those with which the week began; None when it builds on another save of it."""

    @property
    def klanten(self) -> frozenset[str]:
        """The clients that it is about."""
        return frozenset(feit.situatie.account.id for feit in self.feiten)


@dataclass
class Map:
    """The folder, on a day."""

    map: Path
    dag: date
    begin: dict[str, str] = field(default_factory=dict)
    """The texts with which the week began, by name."""
    feiten: list[Feit] = field(default_factory=list)
    """Of this week."""
    getypt: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often somebody typed a date or a text about a client, this week."""

    def begin_week(self, dag: date) -> None:
        """Start a week on this Monday."""
        self.dag, self.feiten, self.getypt = dag, [], Counter()
        self.begin = {
            pad.relative_to(self.map).as_posix(): pad.read_text(encoding="utf-8") for pad in self.map.rglob("*.yml")
        }
        self.vergeet()

    def ga_naar(self, dag: date) -> None:
        """Go to another day of the week."""
        if dag != self.dag:
            self.dag = dag
            self.vergeet()

    def vergeet(self) -> None:
        """Read everything anew when it is asked."""
        self.__dict__.pop("lader", None)
        self.__dict__.pop("portefeuille", None)

    @cached_property
    def lader(self) -> Lader:
        """The shared files and the journal as they were at the first look of the day."""
        return Lader(self.map)

    @cached_property
    def portefeuille(self) -> Portefeuille:
        """All clients as they were at the first look of the day."""
        return portefeuille(lees_map(self.map), self.dag)

    def account(self, klant: str) -> Account:
        """One client as it is now."""
        account, problemen = self.lader.account(klant)
        assert account is not None, problemen
        return account

    def situatie(self, klant: str, wie: str) -> Situatie:
        """Where something happens today."""
        return Situatie(self.account(klant), self.lader.gedeeld, self.dag, wie)

    def fouten(self) -> list[str]:
        """What the check says is wrong today."""
        return [str(fout) for fout in kijk_na(Lader(self.map), self.dag).fouten]

    # --- writing down ---

    def meld(self, wie: str, klant: str, wat: str, /, **antwoorden: Any) -> None:
        """Write down an event, as `handboek meld` does."""
        gebeurtenis, situatie = GEBEURTENISSEN[wat], self.situatie(klant, wie)
        _keur(gebeurtenis, situatie, antwoorden)
        for vraag in gebeurtenis.vragen:
            if vraag.naam in antwoorden and not vraag.keuze and not vraag.mogelijk:
                self._typ(klant, antwoorden[vraag.naam])
        self._schrijf(Feit(situatie, wat, tuple(gebeurtenis.gevolgen(situatie, antwoorden))))

    def met_de_hand(self, wie: str, klant: str, *wijzigingen: Wijziging, bestand: str = "") -> None:
        """Change what no event changes."""
        gevolgen = tuple(In(bestand, een) if bestand else een for een in wijzigingen)
        self._schrijf(Feit(self.situatie(klant, wie), MET_DE_HAND, gevolgen))

    def _typ(self, klant: str, waarde: Any) -> None:
        for een in waarde if isinstance(waarde, list) else [waarde]:
            if isinstance(een, date) or (isinstance(een, str) and not een.isdecimal()):
                self.getypt[klant, str(een)] += 1

    def _schrijf(self, feit: Feit) -> None:
        for naam, nieuw in nieuwe_teksten(feit.situatie, feit.gevolgen, self._lees).items():
            pad = self.map / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(nieuw, encoding="utf-8")
            if naam.startswith("_gedeeld"):
                self.vergeet()
        self.feiten.append(feit)

    def _lees(self, naam: str) -> str:
        pad = self.map / naam
        return pad.read_text(encoding="utf-8") if pad.exists() else ""

    # --- what was saved ---

    def voorstellen(self) -> Iterator[Voorstel]:
        """What was saved this week: each journal at the end of it, other files on the day of the event."""
        groepen: dict[tuple[str, str, date | None], list[Feit]] = defaultdict(list)
        for feit in self.feiten:
            situatie = feit.situatie
            regels = tuple(een for een in feit.gevolgen if isinstance(een, Dagboek))
            anders = tuple(een for een in feit.gevolgen if not isinstance(een, Dagboek))
            if regels:
                groepen[situatie.wie, DAGBOEK, None].append(feit._replace(gevolgen=regels))
            if anders:
                waar = anders[0].bestand if isinstance(anders[0], In) else situatie.account.id
                groepen[situatie.wie, waar, situatie.dag].append(feit._replace(gevolgen=anders))
        for (wie, waar, _), feiten in groepen.items():
            yield Voorstel(wie, waar, tuple(feiten), toegepast(self.begin, feiten))


def toegepast(begin: Mapping[str, str], feiten: Iterable[Feit]) -> dict[str, str] | None:
    """What these facts make of texts, by name; None when they build on something that is not there."""
    teksten: dict[str, str] = {}

    def lees(naam: str) -> str:
        return teksten.get(naam) or begin.get(naam, "")

    try:
        for feit in feiten:
            teksten |= nieuwe_teksten(feit.situatie, feit.gevolgen, lees)
    except NietInTeLassenError:
        return None
    return teksten


def regels_anders(oud: str, nieuw: str) -> int:
    """How many lines changed between two texts, added and removed ones together."""
    verschil = list(unified_diff(oud.splitlines(), nieuw.splitlines(), lineterm="", n=0))[2:]
    return sum(not regel.startswith("@@") for regel in verschil)


def _keur(gebeurtenis: Gebeurtenis, situatie: Situatie, antwoorden: dict[str, Any]) -> None:
    """Say no to an answer that the command line would not take either."""
    vragen = {vraag.naam: vraag for vraag in gebeurtenis.vragen}
    mist = {naam for naam, vraag in vragen.items() if vraag.nodig} - antwoorden.keys()
    assert not mist, f"{gebeurtenis.id}: {mist} blijft zonder antwoord"
    for naam, gegeven in antwoorden.items():
        vraag = vragen[naam]
        mogelijk = keuzes(vraag.keuze, situatie) if vraag.keuze else vraag.mogelijk
        if isinstance(gegeven, dict):
            assert set(gegeven.values()) <= set(vraag.mogelijk), f"{gebeurtenis.id}: {naam} kan niet {gegeven} zijn"
        for een in gegeven if isinstance(gegeven, list | dict) else [gegeven]:
            assert not mogelijk or een in mogelijk, f"{gebeurtenis.id}: {naam} kan geen {een} zijn, wel {mogelijk}"


def botsen(begin: Mapping[str, str], een: Mapping[str, str], ander: Mapping[str, str]) -> bool:
    """Whether git cannot put two proposals together that both came from `begin`."""
    samen = [naam for naam in een.keys() & ander.keys() if een[naam] != ander[naam]]
    return any(samengevoegd(begin.get(naam, ""), een[naam], ander[naam]) is None for naam in samen)


def samengevoegd(begin: str, een: str, ander: str, *opties: str) -> str | None:
    """What git makes of two new texts of one file, with the options of `git merge-file`; None when they conflict."""
    with tempfile.TemporaryDirectory() as map_:
        paden = [Path(map_) / naam for naam in ("een", "begin", "ander")]
        for pad, tekst in zip(paden, (een, begin, ander), strict=True):
            pad.write_text(tekst, encoding="utf-8")
        opdracht = ["git", "merge-file", "-p", *opties, *map(str, paden)]
        gedaan = subprocess.run(opdracht, capture_output=True, text=True, encoding="utf-8", check=False)
    if gedaan.returncode < 0 or gedaan.returncode > 127:
        raise RuntimeError(gedaan.stderr)
    return None if gedaan.returncode else gedaan.stdout
