"""How far the yearly tournament for new clients is, and a client on its bases (domain 1.2, 2.10, 2.11, 3.8).

Knock-out: 64 addresses become 32, 16, 8, 4, 2 and at last one client. `ronde_bereikt` is the round an address came
through; without one it stands at the start. A list that starts at 32 skips round 1. Every round takes
`ronde_weken_min` to `ronde_weken_max` weeks from its start.

The bases are set out anew every year. A base counts once it is reached on a known day up to the peildatum; after a
restart (`terug_naar_1`) only what was reached on a later day counts, because the work began again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from macros.afleidingen.contract.datums import DAG, plus_maanden
from macros.model.afspraken import Honkstand, TerugNaar1
from macros.model.gedeeld import Adres, Ronde, Werving
from macros.model.instellingen import Instellingen

LAATSTE_HONK = 11
"""Base 12 belongs to the person, not to the client."""
GEHAALD, EERDER, GEPLAND, BEZIG, OPEN = "gehaald", "eerder", "gepland", "bezig", "open"


@dataclass(frozen=True, slots=True)
class Honkjaar:
    """The bases of one client in one year."""

    jaar: int
    honk_stand: int
    """Number of bases reached since the last restart: 0 to 11."""
    standen: dict[int, str]
    """State of each base 1 to 11: `gehaald`, `eerder` (reached before the restart), `gepland`, `bezig` or `open`."""
    herstart: TerugNaar1 | None
    """The last restart; None when there was none."""
    no_go: int | None
    """The last base after which the team decided not to go on; None when none stands: the work began again."""

    @property
    def volgende(self) -> int | None:
        """The first base that is not reached; None when all are."""
        return next((nummer for nummer, stand in self.standen.items() if stand != GEHAALD), None)


def opnieuw_uitzetten(honken: Mapping[int, Mapping[int, Honkstand]], jaar: int) -> bool:
    """Whether a client whose bases were set out before has none for this year, or for a later one."""
    jaren = [ander for ander, gezet in honken.items() if gezet]
    return bool(jaren) and max(jaren) < jaar


def honkjaar(honken: Mapping[int, Mapping[int, Honkstand]], jaar: int, peildatum: date) -> Honkjaar | None:
    """Derive the bases of one year; None when they were not set out that year."""
    gezet = honken.get(jaar)
    if not gezet:
        return None
    herstart = _herstart(gezet, peildatum)
    standen = {
        nummer: _honkstand(gezet.get(nummer), herstart.datum if herstart else None, peildatum)
        for nummer in range(1, LAATSTE_HONK + 1)
    }
    # A base of before the restart decides nothing any more.
    gestopt = (nummer for nummer, honk in gezet.items() if honk.besluit == "no_go" and standen.get(nummer) != EERDER)
    gehaald = sum(stand == GEHAALD for stand in standen.values())
    return Honkjaar(jaar, gehaald, standen, herstart, max(gestopt, default=None))


def _herstart(gezet: Mapping[int, Honkstand], peildatum: date) -> TerugNaar1 | None:
    """Find the last restart that has happened; one after the peildatum is planned."""
    geweest = [
        honk.terug_naar_1 for honk in gezet.values() if honk.terug_naar_1 and honk.terug_naar_1.datum <= peildatum
    ]
    return max(geweest, key=lambda terug: terug.datum, default=None)


def _honkstand(honk: Honkstand | None, herstart: date | None, peildatum: date) -> str:
    """A base reached on an unknown day counts only while there was no restart: nobody knows which came first."""
    if honk is None or honk.stand in {None, OPEN}:
        return OPEN
    if honk.stand == BEZIG:
        return BEZIG
    if honk.datum is not None and honk.datum > peildatum:
        return GEPLAND
    if herstart is not None and (honk.datum is None or honk.datum <= herstart):
        return EERDER
    return GEHAALD


LAATSTE_RONDE = 6
"""The round that ends with one client."""
DOELEN = (64, 32, 16, 8, 4, 2, 1)
"""How many addresses are meant to be left at the start and after each round."""
MINSTENS = frozenset({"L", "XL", "XXL"})
"""The sizes a GO must promise within a year."""
GEPLAND, BEZIG, TE_LAAT, KLAAR, VERVALLEN = "gepland", "bezig", "te_laat", "klaar", "vervallen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondestand:
    """One round with where it stands."""

    nummer: int
    doel: int
    """How many addresses should come through."""
    bereikt: int
    """How many came through, those that dropped out later too."""
    zonder_besluit: int
    """How many addresses still have to come through or drop out."""
    start: date | None
    """First day: as written, or the day after the round before it; None while that is not known."""
    eind: date | None
    """Last day as written."""
    vroegst: date | None
    """First day on which the round may end: the start + `ronde_weken_min` weeks."""
    uiterlijk: date | None
    """Last day on which the round must end: the start + `ronde_weken_max` weeks."""
    stand: str
    """`gepland`, `bezig`, `te_laat`, `klaar` or `vervallen` (nobody is left to play it)."""
    woorden: str
    """How the round goes in the team's own words; empty when nobody wrote that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toernooi:
    """One tournament with its derived values."""

    werving: Werving
    startaantal: int
    """How many addresses the list should hold."""
    startstand: int
    """Round that the whole list has behind it: 0 for 64 addresses, 1 for 32."""
    rondes: tuple[Rondestand, ...]
    in_spel: tuple[Adres, ...]
    """Addresses that have not dropped out, the furthest first, then by name."""
    klant: tuple[Adres, ...]
    """Addresses that came through the last round; normally one."""
    kweekvijver: tuple[Adres, ...]
    """Dropped out and kept in sight, by name."""
    van_de_lijst: tuple[Adres, ...]
    """Dropped out for good, by name."""
    opnieuw_op: date
    """The day a year after the start: then the next tournament begins."""

    @property
    def ontbreekt(self) -> int:
        """How many addresses the list is short of its start; negative when it holds more."""
        return self.startaantal - len(self.werving.adressen)

    @property
    def ronde(self) -> Rondestand | None:
        """The round that is played now, or the next one to play; None when none is left."""
        return next((ronde for ronde in self.rondes if ronde.stand not in {KLAAR, VERVALLEN}), None)


def toernooi(werving: Werving, instellingen: Instellingen, peildatum: date) -> Toernooi:
    """Derive where one tournament stands at the peildatum."""
    startaantal = werving.startaantal or instellingen.toernooi_start
    startstand = DOELEN.index(startaantal)
    op_naam = sorted(werving.adressen, key=lambda adres: adres.naam)
    in_spel = sorted((a for a in op_naam if in_spel_nog(a)), key=lambda adres: -bereikt(adres, startstand))
    af = [adres for adres in op_naam if not in_spel_nog(adres)]
    return Toernooi(
        werving=werving,
        startaantal=startaantal,
        startstand=startstand,
        rondes=tuple(_rondes(werving, startstand, instellingen, peildatum)),
        in_spel=tuple(in_spel),
        klant=tuple(adres for adres in in_spel if bereikt(adres, startstand) == LAATSTE_RONDE),
        kweekvijver=tuple(adres for adres in af if adres.terug_in_kweekvijver),
        van_de_lijst=tuple(adres for adres in af if not adres.terug_in_kweekvijver),
        opnieuw_op=plus_maanden(werving.start_op, 12),
    )


def toernooien(
    werving: Mapping[int, Werving], instellingen: Instellingen, peildatum: date
) -> tuple[tuple[Toernooi, ...], tuple[Toernooi, ...]]:
    """Derive every tournament: what matters now (the last that began, and what is planned), and the earlier ones.

    Both run from the newest to the oldest.
    """
    alle = [toernooi(werving[jaar], instellingen, peildatum) for jaar in sorted(werving, reverse=True)]
    begonnen = [jaargang for jaargang in alle if jaargang.werving.start_op <= peildatum]
    eerder = begonnen[1:]
    return tuple(jaargang for jaargang in alle if jaargang not in eerder), tuple(eerder)


def in_spel_nog(adres: Adres) -> bool:
    """Whether an address has not dropped out."""
    return adres.besluit != "no_go"


def bereikt(adres: Adres, startstand: int) -> int:
    """The round an address came through; the start for one that has not played."""
    return max(adres.ronde_bereikt or 0, startstand)


class Spelers(NamedTuple):
    """How many addresses a round concerns."""

    door: int
    """Came through it."""
    open: int
    """Still have to come through or drop out."""
    af: int
    """Dropped out before it."""


class Duur(NamedTuple):
    """When a round is played."""

    start: date | None
    eind: date | None
    vroegst: date | None
    uiterlijk: date | None


def _rondes(werving: Werving, startstand: int, instellingen: Instellingen, peildatum: date) -> Iterator[Rondestand]:
    geschreven = {ronde.nummer: ronde for ronde in werving.rondes}
    start: date | None = werving.start_op
    for nummer in range(startstand + 1, LAATSTE_RONDE + 1):
        ronde = geschreven.get(nummer) or Ronde(nummer=nummer)
        start = ronde.start or start
        spelers, duur = _spelers(werving.adressen, nummer, startstand), _duur(start, ronde.eind, instellingen)
        yield Rondestand(
            nummer=nummer,
            doel=DOELEN[nummer] if ronde.doel_aantal is None else ronde.doel_aantal,
            bereikt=spelers.door,
            zonder_besluit=spelers.open,
            start=duur.start,
            eind=duur.eind,
            vroegst=duur.vroegst,
            uiterlijk=duur.uiterlijk,
            stand=_stand(spelers, duur, peildatum),
            woorden=ronde.stand or "",
        )
        # Without a known end nobody can say when the next round begins.
        start = ronde.eind + DAG if ronde.eind else None


def _spelers(adressen: Iterable[Adres], nummer: int, startstand: int) -> Spelers:
    door = open_ = af = 0
    for adres in adressen:
        if bereikt(adres, startstand) >= nummer:
            door += 1
        elif in_spel_nog(adres):
            open_ += 1
        else:
            af += 1
    return Spelers(door, open_, af)


def _duur(start: date | None, eind: date | None, instellingen: Instellingen) -> Duur:
    if start is None:
        return Duur(None, eind, None, None)
    weken = instellingen.ronde_weken_min, instellingen.ronde_weken_max
    return Duur(start, eind, start + timedelta(weeks=weken[0]), start + timedelta(weeks=weken[1]))


def _stand(spelers: Spelers, duur: Duur, peildatum: date) -> str:
    """A round is over once nobody in it waits for a decision, not by its last day alone."""
    if not spelers.open and spelers.door:
        return KLAAR
    if not spelers.open and spelers.af:
        return VERVALLEN
    if duur.start is None or duur.start > peildatum:
        return GEPLAND
    return TE_LAAT if duur.uiterlijk and duur.uiterlijk < peildatum else BEZIG
