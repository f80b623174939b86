"""What a change of the method does to the whole portfolio: counted by kind, with the clients that feel it most.

A setting, a rule of segments, a rhythm, a box or a line of code moves the days of many clients. Told client by client
that is a page nobody reads; here the days, standings, work and load are added up, and three clients show what it means.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from macros.model.werk import SOORTEN
from macros.portefeuille.drukte import MAANDEN, gewoon
from macros.verschil.gevolgen import WERK_ERBIJ, WERK_WEG
from macros.verschil.last import momenten
from macros.verschil.uitkomst import Uitkomst
from macros.verschil.zin import Zin, enkele
from macros.woorden import taal

GENOEMD = 5
"""Clients that a line names; of more it says how many."""
VOORBEELDEN = 3
"""Clients that are told in full: with so few nothing is added up."""
REGELS = 4
"""Sentences that an example shows."""


class Geraakt(NamedTuple):
    """A client whose file did not change, with what follows for it."""

    id: str
    naam: str
    gevolgen: tuple[Zin, ...]


class Effect(NamedTuple):
    """What a change of the method does."""

    zinnen: tuple[Zin, ...]
    """Added up, one line for each kind."""
    voorbeelden: tuple[Geraakt, ...]
    """The clients that feel it most, the first most of all, with their first sentences."""


class Kant(NamedTuple):
    """The clients under one method."""

    uitkomsten: Mapping[str, Uitkomst]
    drukke_maand_vanaf: int
    """The setting that says how many moments make a month a busy one."""


def effect(geraakt: Sequence[Geraakt], voor: Kant, na: Kant, peildatum: date, naam: Callable[[str], str]) -> Effect:
    """Add up what follows for the clients `geraakt`; `voor` and `na` are all clients under either method.

    Both hold the same clients: what was changed in a file is no effect of the method. `naam` names a colleague.
    """
    regels = [
        Zin(_omvang(geraakt, len(na.uitkomsten)), (), "stand"),
        *_dagen(geraakt, peildatum),
        *_standen(geraakt),
        *_werk(geraakt),
        *_last(voor, na, naam),
    ]
    ergst = sorted(geraakt, key=lambda een: (_ergte(een, na, peildatum), een.naam))[:VOORBEELDEN]
    return Effect(tuple(regels), tuple(een._replace(gevolgen=_gekozen(een, peildatum)) for een in ergst))


def _omvang(geraakt: Sequence[Geraakt], totaal: int) -> str:
    kop = f"{len(geraakt)} van de {taal.aantal(totaal, 'klant', 'klanten')}"
    return f"{kop} {'merkt' if len(geraakt) == 1 else 'merken'} dit: {enkele((een.naam for een in geraakt), GENOEMD)}"


def _per_soort(geraakt: Sequence[Geraakt], soort: str) -> Mapping[str, list[tuple[Geraakt, Zin]]]:
    per_soort: defaultdict[str, list[tuple[Geraakt, Zin]]] = defaultdict(list)
    for een in geraakt:
        for zin in een.gevolgen:
            if zin.soort == soort and zin.wat:
                per_soort[zin.wat].append((een, zin))
    return per_soort


def _dagen(geraakt: Sequence[Geraakt], peildatum: date) -> Iterator[Zin]:
    """The days of one kind: how often, how far, and of how many it no longer matters."""
    for wat, gevallen in _per_soort(geraakt, "datum").items():
        verschoven = [(was, wordt) for _, zin in gevallen for was, wordt in [zin.dagen] if was and wordt]
        delen = []
        if verschoven:
            voorbij = sum(max(beide) < peildatum for beide in verschoven)
            oud = f", waarvan {voorbij} al voorbij" if voorbij else ""
            delen.append(f"{_ver([(wordt - was).days for was, wordt in verschoven])} ({len(verschoven)} keer{oud})")
        nieuw = sum(zin.dagen[0] is None for _, zin in gevallen)
        weg = sum(zin.dagen[1] is None for _, zin in gevallen)
        delen += [f"komt er {nieuw} keer bij"] if nieuw else []
        delen += [f"vervalt {weg} keer"] if weg else []
        yield Zin(f"{wat[:1].upper()}{wat[1:]}: {taal.opsomming(delen)}", ("datum", wat), "datum")


def _ver(dagen: Sequence[int]) -> str:
    """How far days moved: "3 dagen eerder", "30 tot 92 dagen later", "2 dagen eerder tot 5 dagen later"."""
    minst, meest = min(dagen), max(dagen)
    if minst < 0 < meest:
        return f"{_dagental(-minst)} eerder tot {_dagental(meest)} later"
    klein, groot = sorted((abs(minst), abs(meest)))
    hoever = _dagental(groot) if klein == groot else f"{klein} tot {_dagental(groot)}"
    return f"{hoever} {'later' if meest > 0 else 'eerder'}"


def _dagental(dagen: int) -> str:
    return taal.aantal(dagen, "dag", "dagen")


def _standen(geraakt: Sequence[Geraakt]) -> Iterator[Zin]:
    for wat, gevallen in _per_soort(geraakt, "stand").items():
        yield Zin(f"{wat}: {enkele((een.naam for een, _ in gevallen), GENOEMD)}", ("stand", wat), "stand")


def _werk(geraakt: Sequence[Geraakt]) -> Iterator[Zin]:
    for wat, gevallen in _per_soort(geraakt, "werk").items():
        soorten: defaultdict[str, int] = defaultdict(int)
        for _, zin in gevallen:
            soorten[SOORTEN[str(zin.waar[1])].woord if wat in (WERK_ERBIJ, WERK_WEG) else ""] += 1
        waarvan = [f"{woord} {n}" for woord, n in sorted(soorten.items(), key=lambda een: (-een[1], een[0])) if woord]
        meer = f" ({enkele(waarvan, GENOEMD)})" if waarvan else ""
        yield Zin(f"{wat}: {len(gevallen)}{meer}", ("werk", wat), "werk")


def _last(voor: Kant, na: Kant, naam: Callable[[str], str]) -> Iterator[Zin]:
    """The load of each colleague: how many moments in two years, and how many busy months."""
    was, nu = _druk(voor), _druk(na)
    for wie in sorted({*nu, *was}, key=lambda wie: (naam(wie), wie)):
        oud, nieuw = was.get(wie, (0, ())), nu.get(wie, (0, ()))
        if oud == nieuw:
            continue
        delen = []
        if oud[0] != nieuw[0]:
            delen.append(f"{oud[0]} → {nieuw[0]} momenten in {MAANDEN} maanden")
        if oud[1] != nieuw[1]:
            delen.append(f"drukke maanden {_maanden(oud[1])} → {_maanden(nieuw[1])}")
        yield Zin(f"Werk van {naam(wie)}: {taal.opsomming(delen)}", ("last", wie), "werk")


def _druk(kant: Kant) -> dict[str, tuple[int, tuple[date, ...]]]:
    """Of each colleague the moments and the first days of the busy months."""
    druk = {}
    for wie, per_maand in momenten(kant.uitkomsten.values()).items():
        grens = gewoon(list(per_maand.values()), kant.drukke_maand_vanaf)
        druk[wie] = per_maand.total(), tuple(maand for maand in sorted(per_maand) if per_maand[maand] > grens)
    return druk


def _maanden(eersten: Sequence[date]) -> str:
    return enkele((taal.maand(eerste) for eerste in eersten), GENOEMD) or "geen"


# --- the clients that show what it means ---


def _ergte(een: Geraakt, na: Kant, peildatum: date) -> tuple[int, int, float]:
    """First who gets work that is late at once, then of whom most changes, then who is worth most."""
    laat = sum(zin.wat == WERK_ERBIJ and bool(zin.dagen[1] and zin.dagen[1] < peildatum) for zin in een.gevolgen)
    telt = sum(not _voorbij(zin, peildatum) for zin in een.gevolgen)
    waard = sum(contract.jaarwaarde for contract in na.uitkomsten[een.id].contracten.values())
    return -laat, -telt, -waard


def _gekozen(een: Geraakt, peildatum: date) -> tuple[Zin, ...]:
    """The sentences that matter most: of days what is still to come, of the rest all, as they were ordered."""
    telt = [zin for zin in een.gevolgen if not _voorbij(zin, peildatum)] or list(een.gevolgen)
    gekozen = list(islice(telt, REGELS))
    meer = len(telt) - len(gekozen)
    return (*gekozen, *([Zin(f"En nog {meer} gevolgen", (), "stand")] if meer > 1 else telt[REGELS:]))


def _voorbij(zin: Zin, peildatum: date) -> bool:
    dagen = [dag for dag in zin.dagen if dag]
    return zin.soort == "datum" and bool(dagen) and max(dagen) < peildatum
