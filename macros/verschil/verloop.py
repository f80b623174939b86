"""What a row of commits changed, each told in the same sentences as a proposal: the walk that makes the history.

Both sides of a commit are derived at its own day, so a day that moved because time passed is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from macros.afleidingen.dossier import Dossier, dossier_van
from macros.afleidingen.verhuld import schuilnaam
from macros.load.dagboek import DAGBOEK
from macros.load.load import GEDEELD, WERVING, Lader
from macros.load.problem import ProblemenGevonden
from macros.model.account import Account
from macros.model.geschiedenis import Moment, Verloop, Verteld, Verzet, Wijziging
from macros.verschil.feiten import zinnen, zinnen_gedeeld
from macros.verschil.gevolgen import gevolgen
from macros.verschil.lezing import Klantnamen, dagboekregels, zonder_naam
from macros.verschil.zin import Zin
from macros.woorden.dagnamen import KLANTDAGEN

HOOGSTENS = 80
"""Sentences of one commit about one client that are kept; of the others the number."""
Dagnaam = tuple[str, str, int]
"""Contract, kind and number of a derived day, as in `Verzet`."""


class OnleesbaarBeginError(ValueError):
    """What was there before the first commit of this walk cannot be read; walk from an earlier one."""


class Landing(NamedTuple):
    """A commit on the main branch, with what it did to the files."""

    moment: Moment
    wie: str | None
    bestanden: Mapping[str, bytes | None]
    """By name below the folder; None for one that went."""


@dataclass(slots=True)
class Gang:
    """What one client went through."""

    wijzigingen: list[Wijziging] = field(default_factory=list)
    verzet: dict[Dagnaam, Verzet] = field(default_factory=dict)

    @classmethod
    def van(cls, verloop: Verloop) -> Gang:
        """What was told of it before."""
        return cls(list(verloop.wijzigingen), {(een.contract, een.soort, een.nummer): een for een in verloop.verzet})


class Wandeling:
    """Walks over commits, in a folder that it changes as they did."""

    def __init__(self, map_: Path, verborgen: Iterable[str], *, streng: bool) -> None:
        """Start with what stands in `map_`. Clients in `verborgen` go by their code.

        `streng`: raise `OnleesbaarBeginError` where a file cannot be read before it changes; otherwise the first
        version that can be read is where its story begins.
        """
        self._map, self._verborgen, self._streng = map_, frozenset(verborgen), streng
        self._lader = Lader(map_)
        self._laatst: dict[str, tuple[Account, Lader]] = {}
        """The last reading of each client without an error, with the files it was read among."""
        self._gelezen: set[str] = set()
        self._leeg = next(map_.rglob("*.yml"), None) is None
        """Whether nothing was there: the files that a team begins with are no change of them."""
        self._heel: Lader | None = self._lader if self._lader.gedeeld_heel else None
        """The last reading of the shared files without an error."""
        self.gangen: dict[str, Gang] = {}
        self.gedeeld: list[Wijziging] = []
        self.mensen: dict[str, set[tuple[str, str]]] = {}
        """Id and name of everybody who ever stood in the files of a client."""
        self.namen: list[Account] = []
        """Every reading of a hidden client: what it was called."""
        if streng and not self._heel:
            raise OnleesbaarBeginError

    def stap(self, landing: Landing) -> None:
        """Take one commit: tell what it changed, and let the files be as it left them."""
        losse = {naam.removesuffix(".yml") for naam in landing.bestanden if "/" not in naam}
        gedeeld = any(naam.startswith((GEDEELD, WERVING)) for naam in landing.bestanden)
        oud = self._lader
        # What a file says must be read before it says something else.
        for klant in oud.namen if gedeeld else losse & {*oud.namen}:
            self._lees(klant)
        self._zet(landing.bestanden)
        zelfde = not gedeeld and all(self._bestand(naam).is_file() == (naam in oud.namen) for naam in losse)
        if not zelfde:
            self._lader = Lader(self._map)
        elif any(naam.startswith(DAGBOEK) for naam in landing.bestanden):
            self._lader = oud.met({})
        nieuw = self._lader
        if not nieuw.gedeeld_heel:
            return
        geraakt = {*oud.namen, *nieuw.namen} if gedeeld else losse & {*oud.namen, *nieuw.namen}
        vorige, self._heel = self._heel, nieuw
        # After a commit that could not be read, what it did shows with this one.
        bron = vorige or nieuw
        klanten = {*bron.gedeeld.dagboek, *nieuw.gedeeld.dagboek} & {*nieuw.namen}
        in_dagboek = {een for een in klanten if dagboekregels(bron, een) != dagboekregels(nieuw, een)}
        for klant in in_dagboek & {*oud.namen} - losse:
            self._lees(klant, oud)
        if gedeeld and vorige and not self._leeg:
            self._zeg_gedeeld(zinnen_gedeeld(vorige.gedeeld, nieuw.gedeeld, self._namen(oud)), landing)
        self._leeg = False
        for klant in sorted(geraakt | in_dagboek):
            if klant in nieuw.namen:
                self._klant(klant, landing, bestond=klant in oud.namen)
            else:
                self._weg(klant, landing)

    def _bestand(self, klant: str) -> Path:
        return self._map / f"{klant}.yml"

    def _zet(self, bestanden: Mapping[str, bytes | None]) -> None:
        for naam, inhoud in bestanden.items():
            pad = self._map / naam
            if inhoud is None:
                pad.unlink(missing_ok=True)
            else:
                pad.parent.mkdir(parents=True, exist_ok=True)
                pad.write_bytes(inhoud)

    def _lees(self, klant: str, lader: Lader | None = None) -> None:
        """Remember what a client was, when that was not read before."""
        if klant in self._laatst or klant in self._gelezen:
            return
        lader = lader or self._lader
        self._gelezen.add(klant)
        account, _ = lader.account(klant) if lader.gedeeld_heel else (None, [])
        if account:
            self._onthoud(klant, account, lader)
        elif self._streng:
            raise OnleesbaarBeginError

    def _onthoud(self, klant: str, account: Account, lader: Lader) -> None:
        self._laatst[klant] = (account, lader)
        mensen = {(een.id, een.naam) for een in account.contactpersonen}
        self.mensen.setdefault(klant, set()).update(mensen)
        if klant in self._verborgen:
            self.namen.append(account)

    # --- one client, and what is shared ---

    def _klant(self, klant: str, landing: Landing, *, bestond: bool) -> None:
        account, _ = self._lader.account(klant)
        if account is None:
            return
        eerder = self._laatst.get(klant)
        dag = self._lader.gedeeld.instellingen.peildatum_vast or landing.moment.dag
        na = self._dossier(account, self._lader, dag)
        voor = self._dossier(*eerder, dag) if eerder else None
        self._onthoud(klant, account, self._lader)
        if na is None:
            return
        if voor is None and (bestond or eerder):
            return  # its story begins here
        gang = self.gangen.setdefault(na.id, Gang())
        gezegd = zinnen(voor, na, self._namen())
        nieuw = _wijziging(landing, gezegd if voor else gezegd[:1], gevolgen(voor, na))
        gang.wijzigingen += nieuw
        _verzet(gang.verzet, voor, na, landing.moment)

    def _namen(self, *eerder: Lader) -> Klantnamen:
        """What clients are called now, and those that went as they were before."""
        return Klantnamen(*eerder, self._lader, verborgen=self._verborgen)

    def _dossier(self, account: Account, lader: Lader, dag: date) -> Dossier | None:
        """Derive a client, a hidden one without its name; None when it contradicts itself on that day."""
        try:
            if account.id in self._verborgen:
                return zonder_naam(account, lader, dag)
            return dossier_van(account, lader.gedeeld, lader.plaats, dag)
        except ProblemenGevonden:
            return None

    def _weg(self, klant: str, landing: Landing) -> None:
        """A file that went: that is told once, and nothing of before."""
        self.mensen.pop(klant, None)
        self._gelezen.discard(klant)
        self.gangen.pop(schuilnaam(klant) if klant in self._verborgen else klant, None)
        if laatst := self._laatst.pop(klant, None):
            tekst = f"Klant weggehaald: {'zonder naam' if laatst[0].anoniem else laatst[0].naam}"
            self._zeg_gedeeld((Zin(tekst, ("klanten", klant), "weg"),), landing)

    def _zeg_gedeeld(self, gezegd: tuple[Zin, ...], landing: Landing) -> None:
        self.gedeeld += _wijziging(landing, gezegd, ())


def _wijziging(landing: Landing, gezegd: tuple[Zin, ...], gevolg: tuple[Zin, ...]) -> list[Wijziging]:
    """What there is to tell, or nothing."""
    if not gezegd and not gevolg:
        return []
    delen = [tuple(_verteld(zin) for zin in deel[:HOOGSTENS]) for deel in (gezegd, gevolg)]
    moment = landing.moment
    return [
        Wijziging(
            nummer=moment.nummer,
            tijd=moment.tijd,
            dag=moment.dag,
            wie=landing.wie,
            zinnen=delen[0],
            gevolgen=delen[1],
            meer=len(gezegd) + len(gevolg) - len(delen[0]) - len(delen[1]),
        )
    ]


def _verteld(zin: Zin) -> Verteld:
    return Verteld(zin.tekst, zin.waar, zin.soort, *zin.dagen)


# --- days that move ---


def dagen(dossier: Dossier) -> Iterator[tuple[Dagnaam, date]]:
    """Every derived day of a client that a calendar can show, without reminders of others."""
    for punt in dossier.agenda:
        if not punt.is_herinnering:
            soort, _, nummer = punt.soort.partition("-")
            yield (punt.contract, soort, int(nummer or 1)), punt.datum
    yield from ((("", soort, 1), dag) for soort, dag in _van_de_klant(dossier) if dag)
    for project in dossier.account.projecten:
        if project.oplevering:
            yield (project.id, "oplevering", 1), project.oplevering


def _van_de_klant(dossier: Dossier) -> Iterator[tuple[str, date | None]]:
    yield from ((veld, getattr(dossier, veld).waarde) for veld in KLANTDAGEN)
    yield from ((f"contact-{stand.regel}", stand.volgende.waarde) for stand in dossier.contact)
    yield from ((f"kennismaking-{wie}", verklaard.waarde) for wie, verklaard in dossier.kennismaking.items())


def _verzet(bekend: dict[Dagnaam, Verzet], voor: Dossier | None, na: Dossier, moment: Moment) -> None:
    """Count what moved or came; what is not there any more is forgotten."""
    oud, nieuw = dict(dagen(voor)) if voor else {}, dict(dagen(na))
    for naam in oud.keys() - nieuw.keys():
        bekend.pop(naam, None)
    for naam, dag in nieuw.items():
        if oud.get(naam) != dag:
            keer = bekend[naam].keer if naam in bekend else 0
            bekend[naam] = Verzet(*naam, keer + 1, moment.nummer, moment.tijd)
